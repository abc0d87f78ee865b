"""Give a story its title: the best of its headlines, or the words of its lead up to a clean end.

A title says what happened in at most 64 characters. It is never a question, never half a phrase,
and never rewritten: what is too long is cut where a clause ends, or another headline is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_brief.compose.passages import Passage, StoryFile
from build_brief.compose.wordings import weigh_words
from build_brief.language.verbs import read_verbs
from build_brief.language.vocabulary import read_forms, read_lines
from build_brief.model.article import Article, Span
from build_brief.model.edition import Title

LONGEST, SHORTEST = 64, 16
LEADS = 3
OUTLET = re.compile(r"\s+(?:[|–—-]|\|\|)\s+[^|–—]{2,30}$")
LABEL = re.compile(
    r"^(?:[A-Z]{4,}(?: [A-Z]+)*|Live|Updated?|Watch|Video|Exclusive|Analysis|Opinion)\s*[:|]\s+"
)
SOFT = re.compile(r"\s*(?:[,;:]|\s[–—-])\s")
ASIDE = re.compile(r",[^,]*,")
AUXILIARIES = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "do", "does", "did"}
    | {"will", "would", "could", "may", "might", "can", "must", "should"}
)
SAYING = frozenset({"say", "tell", "ask", "believe", "think", "add", "warn", "argue", "claim", "insist"})
"""Verbs whose sentence is nothing without what is said."""


def write_title(file: StoryFile) -> Title:
    """Return the title of a story or of one article; never longer than 64 characters."""
    titles = [*_from_headlines(file), *_from_leads(file)]
    return titles[0] if titles else _from_anything(file.articles[0].article)


def _from_headlines(file: StoryFile) -> list[Title]:
    """Return the usable headlines, the one that holds most of the story's words first."""
    held = _count_terms(file)
    found = []
    for annotated in file.articles:
        article = annotated.article
        text = clean_headline(article.headline or "")
        if text:
            terms = weigh_words(text)
            score = sum(weight * held.get(word, 0) for word, weight in terms.items()) / (len(terms) + 2)
            found.append((score, Title(text=text, article=article, evidence=None)))
    found.sort(key=lambda scored: -scored[0])
    return [title for _, title in found]


def clean_headline(headline: str) -> str | None:
    """Return a headline without outlet and label, cut to length at a clean end; None when it has none."""
    text = LABEL.sub("", OUTLET.sub("", " ".join(headline.split()))).strip()
    whole = len(text) <= LONGEST and "?" not in text and _ends_well(text)
    cut = text if whole else _cut(text, min_words=4)
    if cut is None or len(cut) < SHORTEST or cut.upper() == cut:
        return None
    return cut.rstrip(".:;, ")


def _cut(text: str, *, min_words: int) -> str | None:
    """Return the longest beginning of `text` that ends cleanly and fits."""
    for end in _find_ends(text):
        words = text[:end].split()
        if end <= LONGEST and len(words) >= min_words and _ends_well(text[:end]):
            return text[:end]
    return None


def _from_leads(file: StoryFile) -> Iterator[Title]:
    leads = sorted(
        (passage for passage in file.passages if passage.number < LEADS),
        key=lambda passage: (-file.weights[passage.place], passage.place),
    )
    for passage in leads:
        span = _cut_lead(passage)
        if span:
            yield Title(text=span.text, article=span.article, evidence=span)


def _cut_lead(passage: Passage) -> Span | None:
    """Return the words of a lead up to its last clean end within the length, untouched by repairs."""
    evidence = passage.statement.evidence[0]
    text = evidence.text
    body = text.rstrip(".! ")
    ends = ([len(body)] if len(body) <= LONGEST else []) + list(_find_ends(text))
    for end in ends:
        touched = any(edit.start < end and edit.end > edit.start for edit in passage.statement.edits)
        if SHORTEST <= end <= LONGEST and not touched and _is_whole(text[:end]):
            return evidence.article.span(evidence.start, evidence.start + end)
    return None


def _find_ends(text: str) -> Iterator[int]:
    """Yield the places where `text` may be cut, the last within the length first."""
    ends = {found.start() for found in SOFT.finditer(text, 0, LONGEST + 2)}
    ends |= {found.start() for found in _enders().finditer(text, 0, LONGEST + 12)}
    yield from sorted((end for end in ends if end <= LONGEST), reverse=True)


def _is_whole(text: str) -> bool:
    """Tell whether a beginning of a sentence has a verb of its own and nothing left open."""
    main = ASIDE.sub("", text).split(",")[0]
    words = [word.strip("“”‘’\"'.").lower() for word in main.split()]
    verbs = [word for word in words[1:] if _is_verb(word)]
    said = any(read_verbs("speech_verbs").get(word) in SAYING for word in words)
    return bool(verbs) and not said and _ends_well(text) and words[-1] not in verbs


def _ends_well(text: str) -> bool:
    last = text.rsplit(maxsplit=1)[-1].strip("“”‘’\"'").lower() if text.split() else ""
    even = (
        text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("‘") <= text.count("’")
    )
    return bool(last) and last not in _function_words() and even and "?" not in text


def _is_verb(word: str) -> bool:
    if word in AUXILIARIES or word in _past_forms() or word in read_verbs("speech_verbs"):
        return True
    return len(word) > 4 and word.endswith("ed")  # noqa: PLR2004 - “need”, “red” are no past forms


def _count_terms(file: StoryFile) -> dict[str, int]:
    held: dict[str, int] = {}
    for passage in file.passages:
        for word in passage.terms:
            held[word] = held.get(word, 0) + 1
    return held


def _from_anything(article: Article) -> Title:
    """Return the beginning of the text up to a word's end, marked as cut: the last resort."""
    first = next(iter(article.paragraphs), None)
    if first is None:
        return Title(text=article.id[:LONGEST], article=article, evidence=None)
    words = article.text[first.start : first.end].partition("\n")[0]
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rpartition(" ")[0] or words[:LONGEST]
    words = words.rstrip()
    return Title(
        text=words.replace("?", ""),
        article=article,
        evidence=article.span(first.start, first.start + len(words)),
    )


@cache
def _enders() -> re.Pattern[str]:
    words = sorted(read_lines("title_ends"), key=lambda word: (-len(word), word))
    return re.compile(rf"\s+(?:{'|'.join(map(re.escape, words))})\b")


@cache
def _past_forms() -> frozenset[str]:
    return frozenset(form for forms in read_forms("past_verbs") for form in forms)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(forms[0] for forms in read_forms("function_words"))
