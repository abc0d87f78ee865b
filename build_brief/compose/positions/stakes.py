"""Say what is at stake on an issue, in one sentence of a source.

What hangs on an issue is told by a sentence that speaks of it and says what it does, would do or has
cost: whom it lets, bars or costs something, how much and by when. No quotation, no scene, nobody's
praise or blame. Where no sentence does, the page says nothing rather than something weak.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from build_brief.compose.archive import Archive, Place
from build_brief.compose.sentences.passages import is_empty, is_weak
from build_brief.compose.sentences.passages.wordings import likeness, weigh_words
from build_brief.compose.sentences.statements import write_statement
from build_brief.language.figures import find_figures
from build_brief.language.quote_marks import find_quoted
from build_brief.language.subjects import read_passage, words_of
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import MentionKind
from build_brief.model.article import Span
from build_brief.model.dossier import Issue
from build_brief.model.statements import Statement, Voice

ALIKE = 0.5
"""Share of all their words from which on a stake says what a line says."""
STAKES_TRIED = 25
"""Sentences that are tried as the stake: the best that stands alone is nearly always among the first."""
WORTH_TELLING, BETTER_THAN_NOTHING = 1.2, -1.2
"""Worth of a sentence from which on it is printed above who stands where, and where nobody does."""
BROAD = 0.4
"""What a sentence loses for each issue that it speaks of: a list of issues explains none."""
SHORTEST_WORD = 4
SHORT, LONG = 6, 34
"""Words of a sentence that explains, and of one that can be read at once."""
BEGINNING = 6
"""Words of a sentence that tell what it is about."""
PERSON_BEGINNING = 3
FRAGMENT = 3
"""Words between marks that are no quotation yet."""
MOST_CUES = 3
CUE, FIGURE, SPOKEN, NAMED, SUBJECT = 0.4, 0.4, 1.0, 1.5, 0.5
"""What a sentence gains by a word that tells a consequence, by a figure, by speaking of the issue, by naming
it as one, and by beginning with it."""
EARLY = 0.8
QUOTED, REPORTED, OPINION, SCENE, ASIDE = 2.0, 0.3, 0.5, 0.8, 2.0
"""What a sentence loses by words between marks, by being somebody's report or the writer's view, by telling
what a person did, and by not speaking of the issue itself."""
ADDRESSED = re.compile(r"\b(?:I|we|We|our|us|my|you|your|You|Your|let’s|Let’s)\b|[?!]")
DOING = re.compile(
    r"\b(?:met|meets|tweeted|tweets|spoke|speaks|talked|visited|arrived|sat|stood|walked|smiled|laughed"
    r"|appeared|attended|discussed|declined|gathered|wrote|writes|posted|joked|recalled|replied|asked"
    r"|interviewed|thanked|greeted|welcomed|mentioned|described|fielded|answered)\b"
)
"""What happened on the day, and hangs on nothing."""
REMEMBERED = 1024
"""Sentences: one may be weighed for each issue of its page, and for the pages of the issues."""


class Told(NamedTuple):
    """What a sentence says by itself, whichever issue it is weighed for."""

    words: frozenset[str]
    subjects: frozenset[str]
    beginning: str
    """Its first words."""
    length: int
    """In words."""
    cues: int
    """Words that tell a consequence."""
    has_figures: bool


def rank_stakes(issue: Issue, breadth: Mapping[Place, int], archive: Archive) -> list[tuple[float, Span]]:
    """Return the sentences on `issue` with what each is worth as its stake, the best first."""
    named = {issue.label, *(mention.label for mention in issue.mentions)}
    words = {word for name in named for word in words_of(name) if len(word) >= SHORTEST_WORD}
    told = [
        (_explain(passage, issue, words, archive) - BROAD * breadth.get(passage.place, 0), passage)
        for passage in issue.passages
        if len(passage.text.split()) >= SHORT
    ]
    return sorted(told, key=lambda one: (-one[0], one[1].place))


def write_stake(
    ranked: Sequence[tuple[float, Span]],
    archive: Archive,
    printed: Sequence[Statement],
    alone: Mapping[Place, Statement] | None,
) -> Statement | None:
    """Return the first of the sentences `ranked` that stands alone and says none of the `printed` again.

    `alone` are the statements that may be used; without it each sentence is tried. Where nothing is
    `printed` under the issue, less is asked of its stake.
    """
    least = WORTH_TELLING if printed else BETTER_THAN_NOTHING
    for worth, passage in ranked[:STAKES_TRIED]:
        if worth < least:
            return None
        statement = write_statement(passage, archive) if alone is None else alone.get(passage.place)
        if statement and statement.voice is Voice.OPINION and worth - OPINION < least:
            continue
        if statement and not any(_says_again(statement, other) for other in printed):
            return statement
    return None


def _says_again(stake: Statement, line: Statement) -> bool:
    """Tell whether a stake gives the words of a line that is printed under it, from another source."""
    return likeness(weigh_words(stake.text), weigh_words(line.text)) >= ALIKE


def _explain(passage: Span, issue: Issue, words: AbstractSet[str], archive: Archive) -> float:
    """Return how well a sentence says what hangs on the issue, whose names hold `words`.

    It speaks of the issue when it has such a word, and does not only stand under its sub-head.
    """
    told = _read(passage.text)
    spoken = issue.label in told.subjects or not words.isdisjoint(told.words)
    begins = spoken and _begins_with(issue, words, told.beginning)
    names = any(passage.covers(mention.span) for mention in issue.mentions)
    speaks = names or spoken
    gained = CUE * told.cues + FIGURE * told.has_figures + EARLY / passage.paragraph.number
    gained += SUBJECT * begins + (NAMED if names else SPOKEN * speaks)
    unfit = ASIDE * (not speaks) + (not SHORT <= told.length <= LONG)
    return gained - unfit - _find_losses(passage, archive, names=names)


def _begins_with(issue: Issue, words: AbstractSet[str], beginning: str) -> bool:
    return not words.isdisjoint(words_of(beginning)) or issue.label in read_passage(beginning).subjects


@lru_cache(maxsize=REMEMBERED)
def _read(text: str) -> Told:
    words = text.split()
    plain = [word.strip(",.;:—–()").lower() for word in words]
    return Told(
        words=frozenset(words_of(text)),
        subjects=read_passage(text).subjects,
        beginning=" ".join(words[:BEGINNING]),
        length=len(words),
        cues=min(len([word for word in plain if word in read_words("stake_cues")]), MOST_CUES),
        has_figures=bool(find_figures(text)),
    )


def _find_losses(passage: Span, archive: Archive, *, names: bool) -> float:
    """Return what a sentence loses because it is somebody's words or view, or a scene."""
    text = passage.text
    quoted = any(len(text[one.start : one.end].split()) > FRAGMENT for one in find_quoted(text, 0, len(text)))
    empty = (is_empty(text) and not names) or is_weak(text)
    reported = bool(archive.quotes_in(passage))
    scene = bool(DOING.search(text)) + _opens_with_person(passage, archive)
    return (
        QUOTED * (quoted + empty)
        + REPORTED * reported
        + SCENE * scene
        + QUOTED * bool(ADDRESSED.search(text))
    )


def _opens_with_person(passage: Span, archive: Archive) -> bool:
    opening = next(iter(archive.mentions_in(passage)), None)
    begins = len(passage.text[: opening.span.start - passage.start].split()) if opening else BEGINNING
    return opening is not None and opening.kind is MentionKind.PERSON and begins < PERSON_BEGINNING
