"""What a pronoun may look back to: who is in each sentence, who acts in it, in whose words they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice

from build_brief.language.quote_marks import find_quoted
from build_brief.language.token_memory import recall_small, recall_tokens, recall_words
from build_brief.language.tokens import Token, TokenKind
from build_brief.language.verbs import read_verbs
from build_brief.language.vocabulary import read_words
from build_brief.language.word_classes import classify
from build_brief.model.annotations import Gender, Mention, MentionKind, Sentence
from build_brief.model.article import Article

FEWEST_CAPITALS, MOST_CAPITALS = 2, 3
"""In a row at the start of a sentence: what may be somebody's name."""
OUTSIDE = -1
"""The region of words that stand in no quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A person as one sentence shows them."""

    name: str | None
    """None for somebody without a name: “a man”."""
    gender: Gender
    start: int
    """Offset in the text."""
    region: int
    acts: bool
    """True when the words stand as a subject, or as the speaker."""
    owns: bool = False
    """True when ’s follows."""
    confidence: float = 1.0
    """That `name` is right, where a role or a pronoun shows the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence; token numbers index `tokens`."""

    number: int
    paragraph: int
    tokens: tuple[Token, ...]
    regions: tuple[int, ...]
    """For each token the start of the quotation it stands in, or `OUTSIDE`."""
    mentions: tuple[Mention, ...]
    """Names in the sentence."""
    words: tuple[str, ...]
    """The tokens' texts with curly apostrophes."""
    lower: tuple[str, ...]
    """The same in small letters."""

    def word(self, at: int) -> str:
        """Return token `at` with a curly apostrophe, or nothing when there is none."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def token_at(self, offset: int) -> int:
        """Return the number of the first token that starts at `offset` or after it."""
        return bisect_left(self.tokens, (offset,))


def stage_scenes(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Scene, ...]:
    """Return a scene for each sentence."""
    regions = _find_regions(article, sentences)
    starts = [mention.span.start for mention in mentions]
    scenes = []
    for number, sentence in enumerate(sentences):
        tokens = recall_tokens(article.text, sentence.span.start, sentence.span.end)
        words = recall_words(article.text, sentence.span.start, sentence.span.end)
        low, high = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
        scenes.append(
            Scene(
                number=number,
                paragraph=sentence.paragraph,
                tokens=tokens,
                regions=_find_token_regions(tokens, regions),
                mentions=tuple(mentions[low:high]),
                words=words,
                lower=recall_small(article.text, sentence.span.start, sentence.span.end),
            )
        )
    return tuple(scenes)


def _find_regions(article: Article, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Return where outer quotations start and end, those that go on in the next paragraph as one."""
    body = {sentence.paragraph for sentence in sentences}
    found: list[tuple[int, int]] = []
    goes_on = False
    following = chain((paragraph.start for paragraph in article.paragraphs[1:]), (None,))
    for paragraph, next_start in zip(article.paragraphs, following, strict=False):
        if paragraph.number not in body:
            continue
        for quoted in find_quoted(article.text, paragraph.start, paragraph.end, next_start=next_start):
            if quoted.depth == 0:
                start = found[-1][0] if goes_on and quoted.outer_start == paragraph.start else quoted.start
                found.append((start, quoted.end))
                goes_on = quoted.goes_on
    return found


def _find_token_regions(tokens: tuple[Token, ...], regions: list[tuple[int, int]]) -> tuple[int, ...]:
    """Return for each token the start of its region; no region ends before the one before it."""
    at = bisect_left(regions, tokens[0].start + 1, key=lambda region: region[1]) if tokens else 0
    if at >= len(regions) or regions[at][0] > tokens[-1].start:
        return (OUTSIDE,) * len(tokens)
    found = [OUTSIDE] * len(tokens)
    for start, end in islice(regions, at, None):
        if start > tokens[-1].start:
            break
        first, last = bisect_left(tokens, (start,)), bisect_left(tokens, (end,))
        found[first:last] = [start] * (last - first)
    return tuple(found)


def show_figure(scene: Scene, mention: Mention) -> Figure | None:
    """Return the person that a name in `scene` shows; None for other names."""
    if mention.kind is not MentionKind.PERSON:
        return None
    first = scene.token_at(mention.span.start)
    last = scene.token_at(mention.span.end) - 1
    return Figure(
        name=mention.name if mention.confidence >= 0.5 else None,  # noqa: PLR2004 - a guess is still the best guess
        gender=mention.gender,
        start=mention.span.start,
        region=scene.regions[first] if first < len(scene.regions) else OUTSIDE,
        acts=does_act(scene, first, last, role=mention.role.start if mention.role else None),
        owns=scene.word(last + 1) == "’s",
    )


def show_stranger(scene: Scene) -> Figure | None:
    """Return whom the capitals that open a sentence show when they are no known name: “Obi Ada sued …”."""
    end = 0
    while scene.word(end)[:1].isupper() and scene.word(end) not in read_words("not_names"):
        end += 1
    taken = (
        scene.mentions and scene.mentions[0].span.start < scene.tokens[end].start
        if end < len(scene.words)
        else True
    )
    fewest = 1 if classify(scene.word(end) or ".").verb == "speech" else FEWEST_CAPITALS  # “Paul said”
    if taken or not fewest <= end <= MOST_CAPITALS or not scene.word(end).islower():
        return None
    if classify(scene.word(0)).grammar or classify(scene.word(end)).grammar == "preposition":
        return None
    return Figure(
        name=None,
        gender=Gender.UNKNOWN,
        start=scene.tokens[0].start,
        region=scene.regions[0],
        acts=True,
    )


def does_act(scene: Scene, first: int, last: int, *, role: int | None = None) -> bool:
    """Tell whether the words from `first` to `last` are a subject: no preposition or verb governs them."""
    if scene.word(last + 1) == "’s":
        return False
    speech = read_verbs("speech_verbs")
    if scene.word(last + 1) in speech or classify(scene.word(last + 1) or ".").grammar == "auxiliary":
        return True
    at = first - 1
    if role is not None:
        at = min(at, scene.token_at(role) - 1)
    if scene.word(at) in ("the", "a", "an"):
        at -= 1
    before = scene.word(at)
    if before in speech and scene.word(at - 1) in ("”", "’", "’’", '"'):
        return True  # “…,” said Ruiz
    if at < 0 or scene.tokens[at].kind is TokenKind.MARK or before in ("and", "that", "but", "when", "as"):
        return before != "and" or at < 2 or not scene.word(at - 1)[:1].isupper()  # noqa: PLR2004
    known = classify(before)
    return known.grammar in ("coordinator", "subordinator")
