"""Tell whether two sentences of different sources are on the same matter, and set them side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_brief.compose.archive import Place
from build_brief.compose.sentences.passages import Passage
from build_brief.compose.sentences.passages.wordings import Terms, likeness, overlap
from build_brief.language.common_words import WORD, plain_word
from build_brief.model.differences import Difference, DifferenceKind

SAME_MATTER = 0.6
"""Share of the lighter sentence's weight; below it two attacks in one war become one."""
SAME_ALL = 0.25
"""The same share of all words of both: names alone, which a whole story shares, are less."""
SHARED_WORDS = 4
"""Telling words in common, figures aside."""
TOPIC_WORDS = 3
FILING = "May be a difference in time of filing."


def find_likeness(one: Terms, other: Terms) -> float:
    """Return the share of common words of two sentences on the same matter, else 0."""
    shared = [word for word in one if word in other]
    alike = overlap(one, other)
    if len(shared) < SHARED_WORDS or alike < SAME_MATTER or likeness(one, other) < SAME_ALL:
        return 0.0
    return alike


def without_figures(terms: Terms) -> Terms:
    """Return the words of `terms` that are no numbers."""
    return {word: weight for word, weight in terms.items() if not word[0].isdigit()}


def set_side_by_side(
    kind: DifferenceKind, one: Passage, other: Passage, *, counted: str | None = None, note: str | None = None
) -> Difference:
    """Return two tellings as a difference, named by what is counted and the rarest words that they share."""
    shared = sorted((word for word in one.terms if word in other.terms), key=lambda word: -one.terms[word])
    first = [plain_word(counted)] if counted else []
    rarest = [word for word in shared if word not in first][: TOPIC_WORDS - len(first)]
    text = one.statement.evidence[0].text
    return Difference(
        kind=kind,
        topic=", ".join(filter(None, (_print_words(text, first), _print_words(text, rarest)))),
        tellings=(one.statement, other.statement),
        note=note,
    )


def keep_once(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Keep one difference for each sentence: a figure that differs from ten others is one line."""
    told: set[Place] = set()
    kept = []
    for difference in differences:
        places = find_places(difference)
        if not places & told:
            kept.append(difference)
            told |= places
    return tuple(kept)


def find_places(difference: Difference) -> set[Place]:
    """Return where the tellings of `difference` stand."""
    return {telling.evidence[0].place for telling in difference.tellings}


def _print_words(text: str, plain: Sequence[str]) -> str:
    """Return the words of `text` whose plain forms are given, as printed and in its order."""
    printed = {plain_word(found[0]): found[0] for found in reversed(list(WORD.finditer(text)))}
    places = sorted(plain, key=lambda word: text.find(printed.get(word, "")))
    return ", ".join(printed[word] for word in places if word in printed)
