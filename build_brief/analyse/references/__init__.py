"""Find who is meant by “he”, “she” and “the foreign secretary”.

The article is read twice: the first reading learns from plain cases whether a person is he or she,
the second uses it. What a pronoun means is told with the confidence that its rivals leave.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_brief.analyse.references.genders import guess_gender, read_genders
from build_brief.analyse.references.offices import gather_holders
from build_brief.analyse.references.reading import Reader
from build_brief.analyse.references.scene import stage_scenes
from build_brief.analyse.references.shown import show
from build_brief.model.annotations import Gender, Mention, Sentence
from build_brief.model.article import Article


def resolve_references(
    article: Article, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Return `mentions` with ROLE and PRONOUN mentions among them, in order, outer before inner."""
    shown = [show(scene) for scene in stage_scenes(article, sentences, mentions)]
    holders = gather_holders(mentions)
    found: tuple[Mention, ...] = ()
    known: dict[str, Gender] | None = None
    for _ in range(2):
        told = read_genders((*mentions, *found))
        genders = {holder.name: guess_gender(holder.name, told) for holder in holders}
        if genders == known:
            break  # the second reading would find what the first has found
        found, known = tuple(Reader(article, shown, holders, genders).read()), genders
    return tuple(sorted(_merge(mentions, found), key=lambda m: (m.span.start, -m.span.end)))


def _merge(mentions: Sequence[Mention], found: Sequence[Mention]) -> Iterator[Mention]:
    taken = {(mention.span.start, mention.span.end) for mention in mentions}
    yield from mentions
    yield from (mention for mention in found if (mention.span.start, mention.span.end) not in taken)
