"""What is found inside one article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_brief.model.article import Article, Span
from build_brief.model.dates import DateExpression, Tense


class MentionKind(StrEnum):
    """What sort of thing a mention names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    NATIONALITY = "nationality"
    """“British”, “Chinese”, “the French”: a pointer to a country, whose name is `Mention.name`."""


class MentionForm(StrEnum):
    """How a mention names it."""

    FULL = "full"
    """“David Lammy”, “Human Rights Watch”, “Hong Kong”."""
    SHORT = "short"
    """“Lammy”, “HRW”, “the ministry” resolved to its full name."""
    ROLE = "role"
    """“the foreign secretary”, “the top diplomat”."""
    PRONOUN = "pronoun"


NAMING = (MentionForm.FULL, MentionForm.SHORT)
"""Forms that print a name, or a part of it."""


class Gender(StrEnum):
    """What the article's own titles and pronouns say; UNKNOWN when they say nothing."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a body paragraph, closing quote mark included, dateline left out."""

    span: Span
    paragraph: int
    """`Paragraph.number`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name, role or pronoun in the text, and whom the article means by it.

    Mentions may nest (“Lammy” inside “Lammy’s office”); the outer one comes first.
    """

    span: Span
    """The name alone: no title, no role, no possessive ’s."""
    kind: MentionKind
    form: MentionForm
    name: str | None
    """The fullest name the article gives for the same one; None when the article does not tell."""
    role: Span | None = None
    """The role or title as worded beside this mention: “British Foreign Secretary”."""
    gender: Gender = Gender.UNKNOWN
    confidence: float = 1.0
    """Of `name`; a pronoun or a role with a rival is below 0.9."""


class QuoteKind(StrEnum):
    """Whose words they are."""

    VERBATIM = "verbatim"
    """A whole quoted sentence or more; the content is the words inside the marks."""
    MIXED = "mixed"
    """The reporter's clause around quoted words; the content is the clause, marks and all."""
    REPORTED = "reported"
    """No marks: the reporter's words for what was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Something said, by whom, in what words. Corpora call speaker and cue source and cue.

    Raises `ValueError` when there are no contents, or they are not in order or overlap.
    """

    contents: tuple[Span, ...]
    """One span, or several where the cue splits the quote; in order, never empty."""
    kind: QuoteKind
    quoted: tuple[Span, ...]
    """The words inside quotation marks, without the marks; empty when reported."""
    speaker: Span | None
    """The full noun phrase, roles and apposition included, “he” included; None when nobody is named."""
    cue: Span | None
    name: str | None
    """Who it is, from the mention that `speaker` holds; None when unnamed or not resolved."""
    rule: str
    """What fired, for tests and for the export."""
    confidence: float
    """That content and speaker are right, both."""
    speaker_confidence: float
    """That the speaker is right, given that it was said; at 0.9 or more it is printed without doubt."""
    addressee: Span | None = None
    """“Wang” in “Lammy told Wang”."""
    continues: bool = False
    """True when no cue is near and the speaker goes on from the paragraph before."""
    antecedent: Span | None = None
    """The noun that the speaker's “who” or “which” belongs to; None for every other speaker."""

    def __post_init__(self) -> None:
        """Check that there are contents, one after another."""
        ends = [0, *(content.end for content in self.contents)]
        starts = [content.start for content in self.contents]
        if not starts or any(start < end for start, end in zip(starts, ends, strict=False)):
            message = f"the contents of a quote must follow one another: {self.contents}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueMention:
    """A noun phrase that the article itself names as an issue."""

    span: Span
    label: str
    """The phrase made fit to recur: no article, no possessive pronoun."""
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date expression; which day it means depends on the day of writing, known later."""

    span: Span
    expression: DateExpression
    tense: Tense


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedArticle:
    """One article and everything found in it, each tuple in order of appearance."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    issues: tuple[IssueMention, ...]
    dates: tuple[DateMention, ...]
    headline_quotes: tuple[Quote, ...] = ()
    """What the headline says somebody said; their offsets lie above the first paragraph."""
    stances: tuple[Quote, ...] = ()
    """What somebody means to do, wants or expects, with no verb that says it: no statement, not printed."""
