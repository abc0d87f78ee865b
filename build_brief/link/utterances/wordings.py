"""A quote as its words, and whether they are part of another's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from build_brief.language.alignment import Change, Step, align, words_of
from build_brief.language.common_words import plain_word, word_share
from build_brief.language.vocabulary import read_words
from build_brief.model.article import Span
from build_brief.model.dossier import AttributedQuote, QuoteId

MIN_CONTAINED = 0.9
"""Share of the shorter quote's words that the fuller must hold, give or take a word."""
FORGIVING_WORDS = 5
"""From this many words on, one may differ whatever its share."""
MIN_WORDS, MIN_TELLING = 3, 2
"""A shorter fragment joins only the very same words: “golden age” is nobody's sentence."""
LONG_WORDS = 8
"""Nobody says these many same words by chance, however small the words."""
TELLING_SHARE = 0.3
"""A word that more of all news holds does not tell who said what."""
MAX_ADDED = 0.25
"""Words that the fuller may put between those of the shorter, by the shorter's length."""
SWAP_WORDS, MAX_SWAPS = 4, 60
CONTEXT_WORDS, CONTEXT_CHARACTERS = 6, 80
PIECE_END = re.compile(r"(?P<ellipsis>…|\.\s?\.\s?\.(?:\s?\.)?)|[.?!;:]+[”’\"']*\s+(?=[^\W_a-z])")
ENDING = re.compile(r"(?<=\w{3})(?:ing|ed)$")
BREAK = "|"
"""Stands between two pieces of a quote where words were left out."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that a speaker said on end."""

    words: tuple[str, ...]
    before: tuple[str, ...] | None
    """The reporter's words before the mark, in the same sentence; None after an ellipsis."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words inside a quote's marks; a new piece begins at other marks, a sentence, an ellipsis."""

    quote: AttributedQuote
    pieces: tuple[Piece, ...]
    words: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """All words inside the marks, in order."""

    def __post_init__(self) -> None:
        """Put the words of the pieces together."""
        object.__setattr__(self, "words", tuple([word for piece in self.pieces for word in piece.words]))


ReadWording = Callable[[AttributedQuote], Wording]
"""How a quote is read: `read_wording`, or what remembers it."""


def read_wording(quote: AttributedQuote) -> Wording:
    """Return the words of `quote`; without any when it is reported without marks."""
    pieces = (piece for span in quote.quote.quoted for piece in _read_pieces(span))
    return Wording(quote=quote, pieces=tuple(piece for piece in pieces if piece.words))


def remember_wordings() -> ReadWording:
    """Return what reads the words of each quote once, by its id, whatever becomes of its speaker."""
    known: dict[QuoteId, tuple[Piece, ...]] = {}

    def read(quote: AttributedQuote) -> Wording:
        if quote.id in known:
            return Wording(quote=quote, pieces=known[quote.id])
        wording = read_wording(quote)
        known[quote.id] = wording.pieces
        return wording

    return read


def _read_pieces(span: Span) -> Iterator[Piece]:
    """Yield what was said on end; words after a full stop have nothing before them."""
    before: tuple[str, ...] | None = _words_before(span)
    at = 0
    for end in PIECE_END.finditer(span.text):
        yield Piece(words=words_of(span.text[at : end.start()]), before=before)
        at, before = end.end(), None if end["ellipsis"] else ()
    yield Piece(words=words_of(span.text[at:]), before=before)


def _words_before(span: Span) -> tuple[str, ...]:
    text = span.article.text[max(span.start - CONTEXT_CHARACTERS, span.paragraph.start, 0) : span.start]
    clause = re.split(r"[.?!;:]\s", text)[-1]
    return words_of(clause)[-CONTEXT_WORDS:]


def fits_in(shorter: Wording, fuller: Wording, *, exactly: bool) -> bool:
    """Tell whether every piece of `shorter` stands in `fuller` without a change of meaning."""
    if len(shorter.words) == 1:
        return False
    if shorter.words != fuller.words and not _is_telling(shorter.words):
        return False
    return all(_holds(fuller, piece, exactly=exactly) for piece in shorter.pieces)


def _is_telling(words: Sequence[str]) -> bool:
    if len(words) >= LONG_WORDS:
        return True
    telling = {word for word in words if word_share(plain_word(word)) < TELLING_SHARE}
    return len(words) >= MIN_WORDS and len(telling) >= MIN_TELLING


def _holds(fuller: Wording, piece: Piece, *, exactly: bool) -> bool:
    """Tell whether `piece` stands in `fuller` in some order, denied in both or in neither."""
    whole = tuple(word for part in fuller.pieces for word in (*part.words, BREAK))[:-1]
    for order in [piece.words] if exactly else _orders(piece.words):
        steps = align(whole, order)
        if not steps or (exactly and any(step.change is not Change.SAME for step in steps)):
            continue
        start = next((step.at for step in steps if step.longer is not None), 0)
        denied = piece.before is not None and _is_denied(_context(fuller, start)) != _is_denied(piece.before)
        if _is_harmless(steps) and not denied:
            return True
    return False


def _context(fuller: Wording, start: int) -> tuple[str, ...]:
    """Return the words before the word numbered `start`, no further back than its own sentence."""
    at = 0
    for piece in fuller.pieces:
        if start <= at + len(piece.words):
            return (*(piece.before or ()), *piece.words[: start - at])[-CONTEXT_WORDS:]
        at += len(piece.words) + 1
    return ()


def _orders(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield `words`, then each order with the two sides of an “and” or “or” changed about."""
    yield words
    swaps = 0
    for at, word in enumerate(words):
        if word not in ("and", "or"):
            continue
        for left in range(1, min(SWAP_WORDS, at) + 1):
            for right in range(1, min(SWAP_WORDS, len(words) - at - 1) + 1):
                swaps += 1
                if swaps > MAX_SWAPS:
                    return
                first, second = words[at - left : at], words[at + 1 : at + 1 + right]
                yield (*words[: at - left], *second, word, *first, *words[at + 1 + right :])


def _is_harmless(steps: Sequence[Step]) -> bool:
    length = sum(step.shorter is not None for step in steps)
    changed = [step for step in steps if step.change is not Change.SAME]
    wrong = sum(step.change is not Change.ADDED for step in changed)
    added = len(changed) - wrong
    contained = (length - wrong) >= MIN_CONTAINED * length or (length >= FORGIVING_WORDS and wrong <= 1)
    return contained and added <= max(1, MAX_ADDED * length) and not any(map(_turns_meaning, changed))


def _turns_meaning(step: Step) -> bool:
    words = [word for word in (step.longer, step.shorter) if word is not None]
    if any(_is_turning(word) for word in words):
        return True
    if step.change is Change.OTHER:
        return not _are_alike(*words)
    return step.change is Change.MISSING and _is_content(words[0])


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two words are forms of one, or both of the small words that reporters smooth."""
    small = not (_is_content(one) or _is_content(other))
    return small or ENDING.sub("", plain_word(one)) == ENDING.sub("", plain_word(other))


def _is_content(word: str) -> bool:
    return word_share(plain_word(word)) < TELLING_SHARE


def _is_turning(word: str) -> bool:
    return word[0] in "$£€0123456789" or word in read_words("turning_words") or _is_denied((word,))


def _is_denied(words: Sequence[str]) -> bool:
    return any(word in read_words("negations") for word in words)
