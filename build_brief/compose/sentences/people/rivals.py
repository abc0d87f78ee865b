"""Tell whether a pronoun may mean somebody else than the one it was read as.

A wrong name in a bracket is worse than a sentence left out. “He” after a sentence that names two men
means the first, as far as a reader can tell; when the reading says another, or “his” in a first
phrase goes before a different name (“In his speech, Varga said …”), the sentence is given up.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from build_brief.compose.archive import Archive
from build_brief.compose.sentences.leaning.described import describes_somebody
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import Gender, Mention, MentionForm, MentionKind
from build_brief.model.article import ParagraphKind, Span

HEAD = 40
"""Characters at the head of a sentence in which its subject stands."""
SUBJECT = re.compile(
    r"(?:^|(?<=[.!?”] )|(?<=\n)|(?<=, ))(?P<name>(?:[A-Z][a-z]+ )?[A-Z][A-Za-z]*[a-rt-z]),? (?:[a-z]+ly )?"
    r"(?:is|was|has|had|will|would|did|[a-z]+ed|said|told|took|became|began|left|made|went|won|ran|held|grew)\b"
)
OWNER = re.compile(r"(?<![A-Z][a-z] )\b(?P<name>[A-Z][A-Za-z]+)[’']s\b")
"""“as Ryan’s power has grown since his return”: a name that was not read stands before the pronoun."""
TITLED = re.compile(
    r"\W*(?:Reps?|Sens?|Gov|Dr|Mr|Mrs|Ms|Judge|Justice|Senator|Representative|Mayor|Governor)\.? [A-Z]"
)
"""A sentence that begins with somebody's title and name."""
PUT_IN = re.compile(r"\[(?:He|She|His|Her|The [a-z ]+)\]")
"""“[He] wrote …”: the source itself has put in somebody, whom “he” goes on to mean."""
GENDERS = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
}


def is_contested(sentence: Span, pronoun: Mention, after: Sequence[Mention], archive: Archive) -> bool:
    """Tell whether the sentence before, or a name after the first comma, speaks against the reading.

    `after` are the mentions that follow `pronoun` in its sentence.
    """
    gender = GENDERS.get(pronoun.span.text.lower())
    if gender is None:
        return False
    if _names_another_first(sentence, pronoun, after, gender) or _may_be_no_person(pronoun, archive):
        return True
    before = _find_sentence_before(sentence, archive)
    if _follows_heading(sentence, pronoun) or (before is not None and PUT_IN.search(before.text)):
        return True
    if _follows_another(sentence, pronoun, gender, archive) or _is_claimed_by_unread(
        sentence, pronoun, before, archive
    ):
        return True
    if _may_be_whom_all_is_about(sentence, pronoun, before, archive):
        return True
    rivals = [m.name for m in archive.mentions_in(before) if _may_be(m, gender)] if before else []
    return bool(rivals) and rivals[0] != pronoun.name


def _follows_heading(sentence: Span, pronoun: Mention) -> bool:
    """Tell whether a heading that does not name whom the pronoun was read as stands right before it."""
    paragraph = sentence.paragraph
    if paragraph.start != sentence.start or paragraph.number == 1:
        return False
    before = sentence.article.paragraphs[paragraph.number - 2]
    words = sentence.article.text[before.start : before.end]
    heading = before.kind is ParagraphKind.SUBHEAD or words.isupper()
    return heading and (pronoun.name or "").split()[-1].lower() not in words.lower()


def _begins_with_unread(sentence: Span, pronoun: Mention, archive: Archive) -> bool:
    """Tell whether a sentence begins with a title and a name that was not read: “Rep. “Mac” Lund left …”."""
    if not TITLED.match(sentence.text):
        return False
    people = (m for m in archive.mentions_in(sentence) if m.kind is MentionKind.PERSON)
    return not any(m.span.start < pronoun.span.start for m in people)


def _is_claimed_by_unread(sentence: Span, pronoun: Mention, before: Span | None, archive: Archive) -> bool:
    """Tell whether a name that was not read stands where the one that the pronoun means would stand."""
    if sentence.article.id in archive.unread or _begins_with_unread(sentence, pronoun, archive):
        return True
    if any(_tells_of_unread(one, archive, SUBJECT) for one in (sentence, before) if one):
        return True
    return _tells_of_unread(sentence.article.span(sentence.start, pronoun.span.end), archive, OWNER)


def _tells_of_unread(sentence: Span, archive: Archive, pattern: re.Pattern[str]) -> bool:
    """Tell whether a sentence has a subject with a capital that was read as no name: “By then, Park was …”.

    A word is a name when the article has it with a capital in mid-sentence too, and never without one.
    """
    text = sentence.article.text
    mentions = archive.mentions_in(sentence)
    for found in pattern.finditer(text, sentence.start, sentence.end):
        start, word = found.start("name"), found["name"]
        read = any(m.span.start <= start < m.span.end for m in mentions)
        if not read and re.search(rf"[a-z,] {word}\b", text) and not re.search(rf"\b{word.lower()}\b", text):
            return True
    return False


def _may_be_whom_all_is_about(
    sentence: Span, pronoun: Mention, before: Span | None, archive: Archive
) -> bool:
    """Tell whether a “he” that opens a paragraph may be the one that the whole article is about.

    It may when whom it was read as is named in passing only: “… gave way to Otieno.” “His divorce …”.
    """
    leading = archive.leading.get(sentence.article.id)
    opens = not _is_named_in_paragraph(sentence, pronoun, archive)
    if leading is None or leading.name == pronoun.name or not opens:
        return False
    if leading.gender not in (pronoun.gender, Gender.UNKNOWN):
        return False
    named = archive.mentions_in(before) if before else ()
    heads = (m for m in named if m.name == pronoun.name and m.form is not MentionForm.PRONOUN)
    first = next(heads, None)
    return first is None or before is None or first.span.start - before.start > HEAD


def _is_named_in_paragraph(sentence: Span, pronoun: Mention, archive: Archive) -> bool:
    """Tell whether the paragraph names, before the sentence, whom the pronoun was read as."""
    start = sentence.paragraph.start
    if start >= sentence.start:
        return False
    named = archive.mentions_in(sentence.article.span(start, sentence.start))
    return any(m.name == pronoun.name and m.form is not MentionForm.PRONOUN for m in named)


def _names_another_first(sentence: Span, pronoun: Mention, after: Sequence[Mention], gender: Gender) -> bool:
    """Tell whether a first phrase with the pronoun goes before another person's name."""
    text = sentence.article.text
    if "," in text[sentence.start : pronoun.span.start]:
        return False
    comma = text.find(",", pronoun.span.end, sentence.end)
    named = (m for m in after if m.span.start > comma and (_may_be(m, gender) or m.form is MentionForm.ROLE))
    first = next(named, None)
    if comma < 0:
        return False
    office = _office().match(text, comma)
    unnamed = office and not any(
        m.span.start < office.end() and m.name for m in after if m.span.start > comma
    )
    return bool(unnamed) or (first is not None and first.name != pronoun.name)


@cache
def _office() -> re.Pattern[str]:
    """Return what finds “, the president” after a first phrase, whoever that is."""
    offices = read_words("role_nouns") | read_words("speaking_offices") | read_words("person_nouns")
    words = "|".join(sorted(map(re.escape, offices), key=lambda word: (-len(word), word)))
    return re.compile(rf", the (?:[a-z]+ ){{0,2}}(?:{words})\b")


def _may_be_no_person(pronoun: Mention, archive: Archive) -> bool:
    """Tell whether “she” was read as a name of one word that no role shows to be a person's: “SeaWorld”."""
    name = pronoun.name or ""
    if " " in name:
        return False
    mentions = archive.annotated[pronoun.span.article.id].mentions
    return not any(m.role for m in mentions if m.name == name)


def _follows_another(sentence: Span, pronoun: Mention, gender: Gender, archive: Archive) -> bool:
    """Tell whether somebody else stands before the pronoun in its own sentence, by name or by what he is."""
    before = sentence.article.text[sentence.start : pronoun.span.start]
    others = (m for m in archive.mentions_in(sentence) if m.span.start < pronoun.span.start)
    named = any(_may_be(m, gender) and m.name != pronoun.name for m in others)
    return named or describes_somebody(before)


def _may_be(mention: Mention, gender: Gender) -> bool:
    named = mention.form in (MentionForm.FULL, MentionForm.SHORT)
    fits = mention.gender in (gender, Gender.UNKNOWN)
    return named and fits and mention.kind is MentionKind.PERSON


def _find_sentence_before(sentence: Span, archive: Archive) -> Span | None:
    sentences = archive.annotated[sentence.article.id].sentences
    at = bisect_left(sentences, sentence.start, key=lambda one: one.span.start) - 1
    return sentences[at].span if at >= 0 else None
