"""Give a story its title: the best of its headlines, or the words of its lead up to a clean end.

A title says what happened in at most 64 characters. It is never a question, never half a phrase,
and never rewritten: what is too long is cut where a clause ends, or another headline is taken; when
nothing ends in time, ` …` shows the cut.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain
from math import fsum

from build_brief.compose.leading.bottom_line import choose_bottom_line
from build_brief.compose.leading.title_asides import leave_out_aside
from build_brief.compose.leading.title_cuts import (
    LONGEST,
    SHORTEST,
    TEASER,
    cut_anywhere,
    cut_cleanly,
    cut_weakly,
    find_weak_ends,
    find_whole_ends,
    name_question,
    strip_headline,
)
from build_brief.compose.leading.title_heads import drop_given_name, drop_opener
from build_brief.compose.sentences.kinds.no_news import is_no_news
from build_brief.compose.sentences.passages import Passage, StoryFile, is_empty
from build_brief.compose.sentences.passages.wordings import weigh_words
from build_brief.compose.times.dated import find_latest
from build_brief.model.annotations import MentionForm, MentionKind
from build_brief.model.article import Article, ArticleId, ParagraphKind, Span
from build_brief.model.statements import Title

LEADS = 3
TELLING = 40
"""Characters of a paragraph that is more than a by-line or a label."""
TOLD = 400
"""Characters of a paragraph that show what it is."""
TEASED = 0.4
"""What a headline that teases counts against one that tells."""
LATEST = 1.4
"""What a headline of the story's last day counts against one that it has overtaken."""
QUOTES = "“\"‘'("
OFFICE = re.compile(r"(?:[\w’'&-]+ ){0,5}[\w’'-]+")
PADDING = 2
"""Added to the number of a headline's words, so that two good words do not beat six."""


def title_story(file: StoryFile) -> Title:
    """Return the title of a story: what an editor gives it, or else what its sources do."""
    if file.story.title:
        return Title(text=file.story.title, article=file.articles[0].article, evidence=None, decided=True)
    return write_title(file)


def write_title(file: StoryFile) -> Title:
    """Return the title of a story or of one article; never longer than 64 characters."""
    ways = (
        _from_headlines(file, cut_cleanly),
        _from_headlines(file, cut_weakly),
        _from_leads(file, _cut_lead),
        _from_bottom_line(file),
        _from_leads(file, _cut_lead_weakly),
        _from_leads(file, partial(_cut_from_name, file)),
        _from_bottom_line(file, partial(_cut_from_name, file)),
        _from_headlines(file, cut_anywhere),
        _from_headlines(file, name_question),
        _from_bottom_line(file, _cut_lead_anywhere),
        _from_leads(file, _cut_lead_anywhere),
    )
    return next(chain.from_iterable(ways), None) or _from_anything(file.articles[0].article)


def _from_headlines(file: StoryFile, shorten: Callable[[str], str | None]) -> Iterator[Title]:
    """Yield the headlines that can be made to fit, the one that holds most of the story's words first."""
    held = Counter(word for passage in file.passages for word in passage.terms)
    latest = find_latest(file)
    found = []
    for annotated in file.articles:
        headline = _drop_head(strip_headline(annotated.article.headline or ""), annotated.article.id, file)
        text = headline if _is_terse(headline) else shorten(headline)
        if text and _is_fit(text, whole=text == headline):
            newest = LATEST if annotated.article.id in latest else 1.0
            found.append(
                (newest * _weigh(text, held), Title(text=text, article=annotated.article, evidence=None))
            )
    found.sort(key=lambda scored: -scored[0])
    yield from (title for _, title in found)


def _drop_head(headline: str, article: ArticleId, file: StoryFile) -> str:
    """Return a headline that is too long, or asks, without what stands before its news or an aside in it."""
    if len(headline) <= LONGEST and "?" not in headline:
        return headline
    news = leave_out_aside(drop_opener(headline))
    short = drop_given_name(news, _find_surnames(article, file))
    return short if len(short) <= LONGEST else news


def _find_surnames(article: ArticleId, file: StoryFile) -> dict[str, str]:
    """Return the short forms that an article uses for full names, those that one person alone bears."""
    bearers = file.archive.bearers[file.story.id]
    return {
        name: short
        for (known, name), short in file.archive.short_names.items()
        if known == article and len(bearers.get(short, ())) == 1
    }


def _is_terse(headline: str) -> bool:
    """Tell whether a short headline still says something: “Bridge shut”, but not “Analysis”."""
    return len(headline) < SHORTEST and " " in headline and not headline.endswith(("?", ":"))


def _is_fit(text: str, *, whole: bool) -> bool:
    """Tell whether a headline, whole or cut, can stand as a title."""
    long_enough = len(text) >= SHORTEST or (whole and _is_terse(text))
    return long_enough and len(text) <= LONGEST and text.upper() != text


def _weigh(text: str, held: Mapping[str, int]) -> float:
    terms = weigh_words(text)
    shared = fsum([weight * held.get(word, 0) for word, weight in terms.items()]) / (len(terms) + PADDING)
    return shared * (TEASED if TEASER.match(text) else 1.0)


def _from_leads(file: StoryFile, cut: Callable[[Passage], Title | None]) -> Iterator[Title]:
    """Yield titles from the leads of the story's articles, first sentences first, then the weightiest."""
    # The second sentence of an article tells the story only when there is no headline to say it.
    headed = any(annotated.article.headline for annotated in file.articles)
    leads = sorted(
        (
            passage
            for passage in file.passages
            if passage.number < (1 if headed else LEADS) and not is_empty(passage.statement.text)
        ),
        key=lambda passage: (passage.number, -file.weights[passage.place], passage.place),
    )
    yield from (title for passage in leads if (title := cut(passage)))


def _from_bottom_line(
    file: StoryFile, cut: Callable[[Passage], Title | None] | None = None
) -> Iterator[Title]:
    """Yield the sentence that tells the event, cut; chosen only when no headline will do."""
    yield from (title for passage in choose_bottom_line(file) if (title := (cut or _cut_lead)(passage)))


def _cut_lead(passage: Passage) -> Title | None:
    """Return the words of a lead up to its last clean end within the length, untouched by repairs."""
    return _cut_at(passage, find_whole_ends)


def _cut_lead_weakly(passage: Passage) -> Title | None:
    return _cut_at(passage, find_weak_ends)


def _cut_from_name(file: StoryFile, passage: Passage) -> Title | None:
    """Return the words of a lead from the name on that it begins with, without the office before it."""
    span = passage.statement.evidence[0]
    mentions = file.archive.mentions_in(span)
    first = next((m for m in mentions if m.kind is MentionKind.PERSON and m.form is MentionForm.FULL), None)
    if first is None or first.role is None or not _opens_with(span, first.role, first.span):
        return None
    words = span.article.span(first.span.start, span.end)
    ends = chain(find_whole_ends(words.text), find_weak_ends(words.text))
    shift = first.span.start - span.start
    return next((_title_of(words, end) for end in ends if not _is_touched(passage, shift + end)), None)


def _opens_with(sentence: Span, role: Span, name: Span) -> bool:
    """Tell whether `sentence` begins with a role and the name right after it."""
    text = sentence.article.text
    return bool(OFFICE.fullmatch(text, sentence.start, role.end)) and text[role.end : name.start] == " "


def _cut_at(passage: Passage, find_ends: Callable[[str], Iterator[int]]) -> Title | None:
    span = passage.statement.evidence[0]
    for end in find_ends(span.text):
        if span.text[0] not in QUOTES and not _is_touched(passage, end):
            return _title_of(span, end)
    return None


def _cut_lead_anywhere(passage: Passage) -> Title | None:
    span = passage.statement.evidence[0]
    text = cut_anywhere(span.text)
    if text is None or _is_touched(passage, len(text)) or span.text[0] in QUOTES:
        return None
    return _title_of(span, len(text.removesuffix(" …")), " …")


def _title_of(span: Span, end: int, mark: str = "") -> Title:
    words = span.article.span(span.start, span.start + end)
    return Title(text=words.text + mark, article=span.article, evidence=words)


def _is_touched(passage: Passage, end: int) -> bool:
    return any(edit.start < end and edit.end > edit.start for edit in passage.statement.edits)


def _from_anything(article: Article) -> Title:
    """Return the first words of the text, marked as cut when they are: the last resort."""
    if not article.paragraphs:
        return Title(text=article.id[:LONGEST], article=article, evidence=None)
    bodies = (p for p in article.paragraphs if p.kind is ParagraphKind.BODY and p.end - p.start > TELLING)
    first = next(
        (p for p in bodies if not is_no_news(article.text[p.start : p.start + TOLD])), article.paragraphs[0]
    )
    line = article.text[first.start : first.end].splitlines()[0]
    words = line if len(line) <= LONGEST else line[: LONGEST - 1].rpartition(" ")[0] or line[: LONGEST - 2]
    words = words.partition("?")[0].rstrip() or line[: LONGEST - 2].replace("?", "").rstrip() or article.id
    evidence = article.span(first.start, first.start + len(words)) if line.startswith(words) else None
    mark = " …" if len(words) < len(line.rstrip()) else ""
    return Title(text=(words + mark)[:LONGEST], article=article, evidence=evidence)
