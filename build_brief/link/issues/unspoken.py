"""Tell which issues a story has on which nobody is quoted, and which it has at least.

A story that names no issue and has no voices is still about something: of the known subjects that it speaks
of, the weightiest is an issue, if enough is told of it, and more than of any other.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_brief.link.issues.evidence import (
    DENSE_SHARE,
    OPENED_WIDELY,
    articles_of,
    is_headed,
    opens,
)
from build_brief.link.issues.lines import Line
from build_brief.link.issues.topics import PLAIN, Topic

UNSPOKEN_LINES, UNSPOKEN_HEADED, UNSPOKEN_SHARE = 4, 2, 0.14
"""Sentences on an issue that nobody is quoted on: a list in passing has one or two. Fewer when a headline
names it; a seventh of all when nothing does."""
LONE_LINES, LONE_OPENED = 3, 2
"""Sentences that must speak of what is a story's only issue; fewer where it opens the story."""


def stands_unspoken(topic: Topic, told: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether enough of the `lines` of a story are `told` of an issue on which nobody is quoted."""
    if topic.subject and is_headed(topic, articles_of(told)):
        return len(told) >= UNSPOKEN_HEADED
    if topic.subject and len(told) >= max(OPENED_WIDELY, UNSPOKEN_SHARE * len(lines)):
        return True
    return len(told) >= UNSPOKEN_LINES and topic.weight >= PLAIN


def may_be_alone(topic: Topic, told: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether a known subject may be the only issue of a story that has no other."""
    if not topic.subject or len(told) < DENSE_SHARE * len(lines):
        return False
    paragraphs = {(line.span.article.id, line.span.paragraph.number) for line in told}
    return len(paragraphs) >= LONE_OPENED and (len(told) >= LONE_LINES or opens(told))
