"""Stage 4: what the pages say, in what order, at what length; everything in the words of the sources.

Each story is drafted from its own cuttings (`drafts`), then the drafts are put together (`editions`): what is
told of a story changes only with what it is told from.
"""

from __future__ import annotations

from functools import partial

from build_brief.compose.cuttings import lay_out
from build_brief.compose.drafts import Draft, write_draft
from build_brief.compose.editions import Drafts, put_together
from build_brief.model.digests import digest_of
from build_brief.model.dossier import Dossier
from build_brief.model.edition import Edition, Origin
from build_brief.model.history import NO_HISTORY, History
from build_brief.model.memory import NO_MEMORY, Memory


def compose(dossier: Dossier, history: History = NO_HISTORY, memory: Memory = NO_MEMORY) -> Edition:
    """Return everything the site says about `dossier`; the same dossier and history give the same edition.

    The history of the edition is `history` with this edition in it. A story that was drafted before from the
    same cuttings is taken from `memory`.
    """
    cutter = lay_out(dossier)
    drafts: Drafts = {}
    for story in dossier.stories:
        cuttings = cutter.cut((story,))
        key = digest_of("draft", story.id, cuttings)
        origin = Origin(key=key, articles=tuple(found.article.id for found in cuttings.articles))
        drafts[story.id] = origin, memory.recall(Draft, key, partial(write_draft, cuttings, story))
    return put_together(drafts, cutter, history, memory)
