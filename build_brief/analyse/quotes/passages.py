"""What the steps that find quotes look at: one body paragraph with its words, sentences and quote marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, groupby, pairwise, repeat

from build_brief.language.quote_marks import Quoted, find_quoted
from build_brief.language.token_memory import recall_passage
from build_brief.language.tokens import Token
from build_brief.language.word_classes import WordClass, classify
from build_brief.model.annotations import Sentence
from build_brief.model.article import Article, Span

OUTSIDE = -1
NEAR = 400
"""Tokens: the longest sentence looked at whole; a text without full stops must not cost its square."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The sentences of one paragraph; token numbers index `tokens` and the tuples that tell of each."""

    article: Article
    paragraph: int
    """`Paragraph.number`."""
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    """For each token where it begins in the text."""
    lower: tuple[str, ...]
    """For each token its text in small letters."""
    classes: tuple[WordClass, ...]
    quoted: tuple[Quoted, ...]
    """Quotes that stand in no other quote."""
    opens: tuple[int, ...]
    """For each quote where its opening mark stands."""
    closes: tuple[int, ...]
    """For each quote where it ends, closing mark included."""
    regions: tuple[int, ...]
    """For each token the number in `quoted` it belongs to, marks included, or `OUTSIDE`."""
    sentences: tuple[int, ...]
    """For each token the number of its sentence, counted from 0 in this paragraph."""
    begins: tuple[int, ...]
    """For each sentence its first token, then how many tokens there are."""

    def span(self, first: int, last: int) -> Span:
        """Return the words from token `first` to token `last`, both included."""
        return self.article.span(self.starts[first], self.tokens[last].end)

    def sentence_limits(self, token: int) -> tuple[int, int]:
        """Return the first token of the sentence that holds `token`, and the one after its last.

        Of an endless sentence only what is near `token` counts.
        """
        number = self.sentences[token]
        first, end = self.begins[number], self.begins[number + 1]
        return (first, end) if end - first <= NEAR else (max(first, token - NEAR), min(end, token + NEAR))

    def find_regions(self, start: int, end: int) -> range:
        """Return the numbers of the quotes that share a character with the text from `start` to `end`."""
        return range(bisect_right(self.closes, start), bisect_left(self.opens, end))

    def find_token(self, offset: int) -> int:
        """Return the number of the first token that begins at `offset` or after it."""
        return bisect_left(self.starts, offset)

    def is_quoted(self, token: int) -> bool:
        """Tell whether `token` exists and stands inside quotation marks, marks included."""
        return token < len(self.tokens) and self.regions[token] != OUTSIDE

    def is_closed(self, token: int) -> bool:
        """Tell whether `token` is the closing mark of a quote."""
        return (
            self.regions[token] != OUTSIDE
            and self.tokens[token].start >= self.quoted[self.regions[token]].end
        )

    def stands_alone(self, number: int) -> bool:
        """Tell whether the sentence that holds quote `number` has no other words than quoted ones."""
        region = self.quoted[number]
        first = self.find_token(region.outer_start)
        last = max(first, self.find_token(region.outer_end) - 1)
        start, end = self.sentence_limits(first)[0], self.sentence_limits(last)[1]
        around = [*range(start, first), *range(last + 1, end)]
        return all(not self.classes[t].shape.isalnum() or self.regions[t] != OUTSIDE for t in around)

    def is_word(self, token: int, *words: str) -> bool:
        """Tell whether `token` exists and is one of `words`, written small."""
        lower = self.lower
        return 0 <= token < len(lower) and lower[token] in words


def cut_passages(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Passage, ...]:
    """Return a passage for each paragraph that holds sentences."""
    starts = [paragraph.start for paragraph in article.paragraphs]
    following = dict(zip(range(1, len(starts)), starts[1:], strict=False))
    return tuple(
        _cut_passage(article, tuple(group), following.get(number))
        for number, group in groupby(sentences, key=lambda sentence: sentence.paragraph)
    )


def _cut_passage(article: Article, sentences: tuple[Sentence, ...], next_start: int | None) -> Passage:
    start, end = sentences[0].span.start, sentences[-1].span.end
    tokens = recall_passage(
        article.text, [(sentence.span.start, sentence.span.end) for sentence in sentences]
    )
    starts = tuple([token.start for token in tokens])
    texts = [token.text for token in tokens]
    begins = (0, *[bisect_left(starts, one.span.start) for one in sentences[1:]], len(tokens))
    lengths = [end - begin for begin, end in pairwise(begins)]
    found = find_quoted(article.text, start, end, next_start=next_start)
    quoted = tuple([region for region in found if region.depth == 0])
    opens = tuple([region.outer_start for region in quoted])
    closes = tuple([region.outer_end for region in quoted])
    return Passage(
        article=article,
        paragraph=sentences[0].paragraph,
        tokens=tokens,
        starts=starts,
        lower=tuple(map(str.lower, texts)),
        classes=tuple(map(classify, texts)),
        quoted=quoted,
        opens=opens,
        closes=closes,
        regions=_number(starts, zip(opens, closes, strict=True)),
        sentences=tuple(chain.from_iterable(map(repeat, range(len(lengths)), lengths))),
        begins=begins,
    )


def _number(starts: tuple[int, ...], quoted: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """Return for each token the number of the quote that holds it, or `OUTSIDE`."""
    numbers = [OUTSIDE] * len(starts)
    for number, (opens, closes) in enumerate(quoted):
        first, end = bisect_left(starts, opens), bisect_left(starts, closes)
        numbers[first:end] = [number] * (end - first)
    return tuple(numbers)
