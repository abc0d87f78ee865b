"""Tell which issues a story has on which nobody is quoted, and which it has at least.

A story that names no issue and has no voices is still about something: of the known subjects that it speaks
of, the weightiest is its only issue, if enough is told of it. A story with issues needs no such guess.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_brief.link.issues.evidence import (
    ALL_ARTICLES,
    ALL_LINES,
    DENSE_SHARE,
    OPENED_WIDELY,
    OPENED_WIDELY_SHARE,
    is_headed,
    opens,
)
from build_brief.link.issues.lines import Line
from build_brief.link.issues.topics import PLAIN, Topic
from build_brief.model.article import Span

UNSPOKEN_LINES, UNSPOKEN_HEADED = 4, 2
"""Sentences on an issue that nobody is quoted on: a list in passing has one or two. Fewer when a headline
names it; a dense share of all when nothing does."""
LONE_LINES, LONE_OPENED = 3, 2
"""Sentences that must speak of what is a story's only issue; fewer where it opens the story."""


def stands_unspoken(topic: Topic, passages: Sequence[Span], lines: int, articles: int) -> bool:
    """Tell whether enough is told of an issue on which nobody is quoted, in a story of `lines` sentences.

    What each of its `articles` tells of needs no more.
    """
    told = len(passages)
    if topic.subject and is_headed(topic, (passage.article for passage in passages)):
        return told >= UNSPOKEN_HEADED
    telling = len({passage.article.id for passage in passages})
    if topic.subject and told >= ALL_LINES and telling == articles >= ALL_ARTICLES:
        return True
    if topic.subject and told >= max(OPENED_WIDELY, OPENED_WIDELY_SHARE * lines):
        return True
    return told >= UNSPOKEN_LINES and (topic.weight >= PLAIN or told >= DENSE_SHARE * lines)


def may_be_alone(topic: Topic, told: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether a known subject may be the only issue of a story that has no other."""
    if not topic.subject or len(told) < DENSE_SHARE * len(lines):
        return False
    paragraphs = {(line.span.article.id, line.span.paragraph.number) for line in told}
    return len(paragraphs) >= LONE_OPENED and (len(told) >= LONE_LINES or opens(told, lines))
