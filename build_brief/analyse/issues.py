"""Find what an article itself names as an issue.

Reporters say what a story turns on: “issues like human rights”, “clashes over trade”, “the sticking
point has been Hong Kong”. The list that follows such words is cut into noun phrases, and each is
made fit to recur in other articles: “its support for Russia’s war in Ukraine” is about “Russia’s
war in Ukraine”. A noun that says nothing (“the relationship”, “the past”) is no issue.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from build_brief.language.issue_cues import find_cues, weight_of
from build_brief.language.issue_labels import write_label
from build_brief.language.noun_phrases import Phrase, read_list
from build_brief.language.subjects import find_subjects, is_head, words_of
from build_brief.language.token_memory import recall_tokens
from build_brief.language.tokens import Token, find_tokens
from build_brief.model.annotations import IssueMention, Mention, MentionForm, MentionKind, Sentence
from build_brief.model.article import Article, ParagraphKind, Span

LONGEST_SENTENCE = 3000
"""Characters: a longer one is a table or a list without full stops, and names nothing."""
SUBHEAD = "sub-head"
SUBHEAD_WORDS = 5
"""A longer sub-head is a sentence."""


def find_issues(
    article: Article, sentences: Iterable[Sentence], mentions: Iterable[Mention]
) -> tuple[IssueMention, ...]:
    """Return the issues that `article` names, in order; of overlapping ones the plainest named.

    People are no issues, nor are the names of organisations; a place may be one (“differences over
    Cyprus”).
    """
    names = tuple(mention for mention in mentions if mention.form in (MentionForm.FULL, MentionForm.SHORT))
    found = [issue for sentence in sentences for issue in _issues_of(sentence.span, names)]
    found += [issue for subhead in _subheads(article) for issue in _subhead_issue(subhead)]
    kept: list[IssueMention] = []
    taken: set[int] = set()
    for issue in sorted(found, key=lambda issue: (-weight_of(issue.rule), issue.span.place)):
        places = range(issue.span.start, issue.span.end)
        if taken.isdisjoint(places):
            kept.append(issue)
            taken.update(places)
    return tuple(sorted(kept, key=lambda issue: issue.span.place))


def _issues_of(sentence: Span, names: Sequence[Mention]) -> Iterator[IssueMention]:
    article = sentence.article
    if sentence.end - sentence.start > LONGEST_SENTENCE:
        return
    tokens: tuple[Token, ...] = ()
    for cue, cued in find_cues(article.text, sentence.start, sentence.end):
        tokens = tokens or recall_tokens(article.text, sentence.start, sentence.end)
        at = bisect_left(tokens, (cued.end(),))
        for phrase in read_list(tokens, at):
            yield from _issue(article, phrase, cue.rule, names)


def _issue(article: Article, phrase: Phrase, rule: str, names: Sequence[Mention]) -> Iterator[IssueMention]:
    label = write_label(phrase)
    if label is None:
        return
    span = article.span(label.words[0].start, label.words[-1].end)
    if not _is_mere_name(span, names) and (weight_of(rule) > 1 or _is_news_subject(span, rule)):
        yield IssueMention(span=span, label=label.text, rule=rule)


def _is_news_subject(span: Span, rule: str) -> bool:
    """Tell whether `span` is a subject by itself, whatever words stand before it."""
    words = words_of(span.text)
    return bool(find_subjects(words, named=len(words) == 1 or rule == SUBHEAD)) or (
        any(map(is_head, words)) and any(word[:1].isupper() for word in span.text.split())
    )


def _is_mere_name(span: Span, names: Sequence[Mention]) -> bool:
    """Tell whether `span` is a name and nothing else, and neither a place nor a known subject."""
    if any(name.span.covers(span) for name in names):
        return not _is_place(span, names)
    proper = all(word[:1].isupper() for word in span.text.split())
    words = words_of(span.text)
    return proper and not find_subjects(words, named=len(words) == 1)


def _is_place(span: Span, names: Sequence[Mention]) -> bool:
    return any(name.span.place == span.place and name.kind is MentionKind.PLACE for name in names)


def _subheads(article: Article) -> Iterator[Span]:
    for paragraph in article.paragraphs:
        if paragraph.kind is ParagraphKind.SUBHEAD:
            yield article.paragraph_span(paragraph)


def _subhead_issue(subhead: Span) -> Iterator[IssueMention]:
    tokens = find_tokens(subhead.article.text, subhead.start, subhead.end)
    phrases = read_list(tokens, 0) if len(tokens) <= SUBHEAD_WORDS else ()
    if len(phrases) == 1 and len(phrases[0]) == len(tokens):
        yield from _issue(subhead.article, phrases[0], SUBHEAD, ())
