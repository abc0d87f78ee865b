"""Choose the quotes worth a block of their own: whole thoughts, different mouths, telling words.

A whole sentence beats a fragment, a stand beats a courtesy, words that several sources report beat words
that one has; nobody fills the section alone. What a speaker says next stands in the same block.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_brief.compose.archive import Place
from build_brief.compose.differences.wordings import (
    find_all_differing,
    find_otherwise,
    find_same_words,
    keep_heard,
)
from build_brief.compose.quotes.candidates import LEAST_SCORE, Candidate, consider
from build_brief.compose.quotes.continued import find_next, find_openings
from build_brief.compose.quotes.occasions import find_day, name_addressee
from build_brief.compose.quotes.paraphrases import find_paraphrases
from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.compose.sentences.passages.wordings import overlap, weigh_words
from build_brief.compose.sentences.people.roles import read_role
from build_brief.model.annotations import QuoteKind
from build_brief.model.article import Span
from build_brief.model.briefing import KeyQuote
from build_brief.model.dates import Period
from build_brief.model.dossier import AttributedQuote, EntityKind, QuoteCluster, QuoteId
from build_brief.model.statements import Statement

MOST = 6
SAME_SPEAKER, SAME_SIDE = 0.9, 0.3
"""What each earlier quote of the speaker, or of the same side, takes off."""
FEW, AGAIN = 3, 0.3
"""Blocks below which a second one of a speaker is wanted, and what it loses there."""
MOST_OF_ONE = 2
YEAR = 365
"""Days after which a role may have been another's."""
REPEATS = 0.6
GOES_ON = 0.1
"""What a quote gains whose speaker goes on."""
WORTH_GOING_ON = 0.6
"""Of words that somebody adds to: below it only what he adds is worth a block."""


@dataclass(frozen=True, slots=True)
class Block:
    """A quote as it would be printed, with what its speaker says next."""

    candidate: Candidate
    next: tuple[QuoteCluster, Statement] | None
    score: float

    @property
    def clusters(self) -> tuple[QuoteCluster, ...]:
        """What the block prints."""
        return (self.candidate.cluster, *((self.next[0],) if self.next else ()))

    @property
    def text(self) -> str:
        """The words of the speaker."""
        return " ".join([self.candidate.statement.text, *([self.next[1].text] if self.next else ())])


def choose_key_quotes(file: StoryFile, said: Sequence[Passage] = ()) -> tuple[KeyQuote, ...]:
    """Return up to six key quotes, the most telling first; none when nothing telling is sure.

    No quote is set after a sentence that was `said` above.
    """
    blocks = _gather(file, frozenset(passage.place for passage in said))
    chosen = _choose([], blocks, most=MOST, again=SAME_SPEAKER)
    chosen = _choose(chosen, blocks, most=FEW, again=AGAIN)
    return tuple(_describe(one, file) for one in chosen)


def find_quoted_passages(key_quotes: Iterable[KeyQuote], file: StoryFile) -> tuple[Passage, ...]:
    """Return the sentences that key quotes print: those before them, and those mostly of their words."""
    quotes = tuple(key_quotes)
    contents = [
        content
        for key in quotes
        for told in (key.cluster.fullest, *key.cluster.variants)
        for content in told.quote.contents
        if told.quote.kind is QuoteKind.VERBATIM
    ]
    contents += [key.goes_on.evidence[0] for key in quotes if key.goes_on]
    sentences = ((content, file.archive.sentence_at(content)) for content in contents)
    printed = {
        sentence.span.place
        for content, sentence in sentences
        if sentence and 2 * (content.end - content.start) > sentence.span.end - sentence.span.start
    }
    printed |= {key.setting.evidence[0].place for key in quotes if key.setting}
    return tuple(passage for passage in file.passages if passage.place in printed)


def _choose(chosen: Sequence[Block], blocks: Iterable[Block], *, most: int, again: float) -> list[Block]:
    """Return `chosen` with the best of `blocks` that it does not have, up to `most`."""
    kept = list(chosen)
    left = [one for one in blocks if not any(one is other or _repeats(one, other) for other in kept)]
    while left and len(kept) < most:
        best = max(left, key=lambda one: (_gain(one, kept, again), _earlier_first(one)))
        if _gain(best, kept, again) < LEAST_SCORE:
            break
        kept.append(best)
        left = [one for one in left if one is not best and not _repeats(one, best)]
    return kept


def _gather(file: StoryFile, said: frozenset[Place]) -> list[Block]:
    """Return the blocks that could be printed, by place; what goes on from another has none of its own."""
    openings = find_openings(file)
    found = {}
    for cluster in file.clusters:
        one = consider(cluster, file)
        if one and not (one.setting and one.setting.place in said):
            found[one.cluster.fullest.id] = one
    blocks: list[Block] = []
    added: set[QuoteId] = set()
    for one in sorted(found.values(), key=lambda one: one.statement.evidence[0].place):
        if one.cluster.fullest.id not in added:
            blocks.append(_extend(one, found, openings, file))
            added.update(cluster.fullest.id for cluster in blocks[-1].clusters)
    return blocks


def _extend(
    one: Candidate,
    found: Mapping[QuoteId, Candidate],
    openings: Mapping[Place, QuoteCluster],
    file: StoryFile,
) -> Block:
    """Return a quote with what its speaker says next, if it is worth that."""
    following = find_next(one, openings, file) if one.score >= WORTH_GOING_ON else None
    if following is None:
        return Block(one, None, one.score)
    alone = found.get(following[0].fullest.id)
    return Block(one, following, max(one.score, alone.score if alone else 0.0) + GOES_ON)


def _gain(one: Block, chosen: Sequence[Block], again: float) -> float:
    speaker = one.candidate.speaker
    spoken = Counter(other.candidate.speaker for other in chosen)
    others = (other.candidate for other in chosen if other.candidate.speaker != speaker)
    sides = Counter(side for other in others if (side := other.cluster.fullest.side))
    if spoken[speaker] >= MOST_OF_ONE:
        return 0.0
    side = one.candidate.cluster.fullest.side
    return one.score - again * spoken[speaker] - (SAME_SIDE * sides[side] if side else 0.0)


def _earlier_first(one: Block) -> tuple[int, str]:
    evidence = one.candidate.statement.evidence[0]
    return -evidence.start, evidence.article.id


def _repeats(one: Block, other: Block) -> bool:
    return overlap(weigh_words(one.text), weigh_words(other.text)) >= REPEATS


def _describe(block: Block, file: StoryFile) -> KeyQuote:
    one = block.candidate
    quote = one.cluster.fullest
    cluster = keep_heard(one.cluster, one.statement.evidence)
    otherwise = find_otherwise(cluster)
    day = find_day(quote, file)
    return KeyQuote(
        cluster=cluster,
        statement=one.statement,
        setting=one.setting.statement if one.setting else None,
        goes_on=block.next[1] if block.next else None,
        role=None if day and _is_long_past(day, quote, file) else find_role(quote, file),
        addressee=name_addressee(quote, file),
        day=day,
        differing=find_all_differing(cluster),
        otherwise=otherwise,
        also=find_same_words(cluster, otherwise),
        paraphrases=find_paraphrases(one.cluster, file.clusters),
    )


def _is_long_past(day: Period, quote: AttributedQuote, file: StoryFile) -> bool:
    """Tell whether words were said over a year before: who is president now was perhaps none then."""
    told = file.archive.days[quote.article].day
    return told is not None and (told - day.end).days > YEAR


def find_role(quote: AttributedQuote, file: StoryFile) -> Span | None:
    """Return the speaker's role as worded in the quote's article, that beside the quote if there is one."""
    entity = file.archive.entities.get(quote.speaker) if quote.speaker else None
    if entity is None or entity.kind is EntityKind.PLACE:
        return None
    article = quote.quote.contents[0].article
    found = (read_role(m.role) for m in entity.titled if m.role and m.role.article == article)
    roles = [role for role in found if role]
    beside = [role for role in roles if quote.quote.speaker and quote.quote.speaker.overlaps(role)]
    return next(iter(beside or roles), None)
