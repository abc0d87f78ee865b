"""Stage 4: what the pages say, in what order, at what length; everything in the words of the sources.

Each story is drafted from its own cuttings (`drafts`), then the drafts are put together (`editions`): what is
told of a story changes only with what it is told from.
"""

from __future__ import annotations

from functools import partial

from build_brief.compose.cuttings import Cutter, lay_out
from build_brief.compose.drafts import Draft, write_draft
from build_brief.compose.editions import Drafts, put_together
from build_brief.model.digests import digest_of
from build_brief.model.dossier import Dossier, Story
from build_brief.model.edition import Edition, Origin
from build_brief.model.history import NO_HISTORY, History
from build_brief.model.memory import NO_MEMORY, Memory, key_of


def compose(dossier: Dossier, history: History = NO_HISTORY, memory: Memory = NO_MEMORY) -> Edition:
    """Return everything the site says about `dossier`; the same dossier and history give the same edition.

    The history of the edition is `history` with this edition in it. A story that was drafted before from the
    same cuttings is taken from `memory`.
    """
    cutter = lay_out(dossier)
    told = dossier.told or [digest_of(cutter.cut((story,))) for story in dossier.stories]
    drafts: Drafts = {}
    for story, word in zip(dossier.stories, told, strict=True):
        key = key_of("draft", story.id, word)
        draft = memory.recall(Draft, key, partial(_draft, cutter, story))
        drafts[story.id] = Origin(key=key, articles=tuple(sorted(story.articles))), draft
    return put_together(drafts, cutter, history, memory)


def _draft(cutter: Cutter, story: Story) -> Draft:
    return write_draft(cutter.cut((story,)), story)
