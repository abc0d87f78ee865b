"""Tell whether a reader can know whose words they are: by a name, or as the source itself says who spoke.

“A company spokesman” and “one Marvik resident” have no name and are in no doubt; “the strategist” is whoever
another sentence told of, and “he” is sure only where nobody else can be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from build_brief.compose.archive import Archive
from build_brief.compose.sentences.leaning.described import describes_people
from build_brief.language.calendar_words import WEEKDAYS
from build_brief.language.quote_marks import find_quoted
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import NAMING, Mention, MentionForm, MentionKind
from build_brief.model.article import Span
from build_brief.model.dossier import AttributedQuote

SURE = 0.9
"""The confidence from which on words have a speaker without doubt."""
FOLLOWED = 0.85
"""Of a “he” whom the article's reading gives to the one person in sight, some sentences back."""
FAR = 5
"""Sentences back, at most."""
NO_NAME = frozenset({"one", "another", "some", "of", "for", "as", "by", "with", "on", "in", "at", "to"})
"""Heads of words for a speaker that are no name: “Of Dahl, Berg, who …”."""
PLAIN_TITLES = frozenset(
    {"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Mx.", "Dr", "Dr.", "Sir", "Dame", "Lady"}
)
"""Titles that say of nobody who he is; “President Dahl” is known by hers."""
UNNAMED = re.compile(
    r"(?:[Aa]n?|[Oo]ne) (?:[\w’'.-]+ ){0,5}?(?P<noun>[a-z][a-z-]+)"
    r"(?:,? (?:of|for|at|from|with|in|close|familiar|involved|based) .*)?$"
)
"""“a spokesman for the port”, “one senior party strategist”."""


TOLD_OF = frozenset({"member", "son", "daughter", "brother", "sister", "father", "mother", "wife", "husband"})
"""“a member of the family”: of whose."""


def is_sure(quote: AttributedQuote, archive: Archive) -> bool:
    """Tell whether a quote may be printed under the name or the words for its speaker without doubt."""
    if quote.doubtful:
        return bool(quote.speaker) and _goes_on_speaking(quote, archive)
    # A bare surname that leads to nobody does not say who speaks.
    return bool(quote.speaker) or is_name(quote.speaker_name) or is_described(quote.speaker_name)


def is_name(words: str) -> bool:
    """Tell whether a reader can know who is meant: “a Pentagon aide”, but not “Ms. Ruiz” or “a fan”."""
    rest = [word for word in words.split() if word not in PLAIN_TITLES and word not in WEEKDAYS]
    return len(rest) > 1 and rest[0].lower() not in NO_NAME and any(word[0].isupper() for word in rest[1:])


def is_described(words: str) -> bool:
    """Tell whether `words` say what somebody is whom the source does not name: “a company spokesman”."""
    found = UNNAMED.match(words)
    if found is None or len(words.split()) <= len(("a", "spokesman")):
        return False
    return found["noun"] in (read_words("person_nouns") | read_words("role_nouns")) - TOLD_OF


def _goes_on_speaking(quote: AttributedQuote, archive: Archive) -> bool:
    """Tell whether the speaker is a “he” before whom, since he was named, no other person is in sight.

    How far off the name is makes the article's reading doubt; that nobody else has come in between does not.
    """
    said = quote.quote
    if said.speaker is None or said.speaker_confidence < SURE:
        return False
    mentions = archive.annotated[quote.article].mentions
    pronoun = _find_pronoun(mentions, said.speaker)
    if pronoun is None or pronoun.confidence < FOLLOWED:
        return False
    named = _find_named(mentions, pronoun)
    return named is not None and not _brings_others(named, pronoun, archive)


def _find_pronoun(mentions: tuple[Mention, ...], speaker: Span) -> Mention | None:
    at = bisect_left(mentions, speaker.start, key=lambda one: one.span.start)
    found = mentions[at] if at < len(mentions) else None
    fits = found is not None and found.span == speaker and found.form is MentionForm.PRONOUN and found.name
    return found if fits else None


def _find_named(mentions: Iterable[Mention], pronoun: Mention) -> Mention | None:
    """Return the last mention before `pronoun` that gives its person's name."""
    before = [one for one in mentions if one.span.start < pronoun.span.start and one.name == pronoun.name]
    return next((one for one in reversed(before) if one.form in NAMING), None)


def _brings_others(named: Mention, pronoun: Mention, archive: Archive) -> bool:
    """Tell whether anybody else comes into sight from the sentence that gives the name to the pronoun."""
    article = named.span.article
    sentences = archive.annotated[article.id].sentences
    first = bisect_left(sentences, named.span.start + 1, key=lambda one: one.span.start) - 1
    last = bisect_left(sentences, pronoun.span.start + 1, key=lambda one: one.span.start) - 1
    if first < 0 or last - first > FAR:
        return True
    seen = article.span(sentences[first].span.start, pronoun.span.end)
    others = (one for one in archive.mentions_in(seen) if one.kind is MentionKind.PERSON)
    if any(one.name != pronoun.name for one in others):
        return True
    return describes_people(_without_quotes(article.text, sentences[first].span.end, pronoun.span.start))


def _without_quotes(text: str, start: int, end: int) -> str:
    """Return what stands in `text` from `start` to `end` outside quotation marks."""
    kept, at = [], start
    for quoted in find_quoted(text, start, end):
        if quoted.depth == 0 and quoted.end > at:
            kept.append(text[at : max(at, quoted.start)])
            at = min(quoted.end, end)
    return " ".join([*kept, text[at:end]])
