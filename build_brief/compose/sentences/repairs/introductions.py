"""Give each person's full name once on a page, and the surname after that.

Statements are chosen as if each stood alone; on a page they stand in order. The first that names
somebody keeps `[David] Lammy`, later ones need only what the source wrote.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import TypeVar

from build_brief.compose.archive import Archive
from build_brief.compose.sentences.people.clarity import SURE
from build_brief.compose.sentences.repairs import find_repairs
from build_brief.model.annotations import MentionForm, MentionKind
from build_brief.model.briefing import Briefing, DatedStatement, IssueSection, KeyQuote, PositionLine
from build_brief.model.differences import Difference, OnlyIn
from build_brief.model.edition import ArticleBrief
from build_brief.model.statements import Statement, Voice

PRINTED = (ArticleBrief, Briefing, DatedStatement, Difference, IssueSection, KeyQuote, OnlyIn, PositionLine)
"""Parts of a page that hold statements; the tie of a related briefing is about another story."""
NAMED = (MentionKind.PERSON, MentionKind.ORGANISATION)
Part = TypeVar("Part")


def introduce(part: Part, archive: Archive, introduced: set[str]) -> Part:
    """Return `part` of a page with names shortened that `introduced` holds, in reading order.

    Adds to `introduced` the names that `part` gives in full.
    """
    if isinstance(part, Statement):
        return _settle(part, archive, introduced)  # type: ignore[return-value]
    if isinstance(part, tuple):
        return tuple(introduce(item, archive, introduced) for item in part)  # type: ignore[return-value]
    if not isinstance(part, PRINTED):
        return part
    changes = {
        field.name: introduce(value, archive, introduced)
        for field in fields(part)
        if isinstance(value := getattr(part, field.name), (tuple, Statement, *PRINTED))
    }
    return replace(part, **changes)  # type: ignore[arg-type]


def _settle(statement: Statement, archive: Archive, introduced: set[str]) -> Statement:
    if statement.voice is Voice.VERBATIM:
        return statement
    span = statement.evidence[0]
    edits = find_repairs(span, archive, frozenset(introduced), titled=True)
    settled = statement if edits is None else replace(statement, edits=edits)
    introduced.update(_find_introduced(statement, archive))
    return settled


def _find_introduced(statement: Statement, archive: Archive) -> Iterable[str]:
    """Yield the full names that the statement, as it stands alone, gives, and the pages they lead to."""
    text = statement.text.replace("[", "").replace("]", "")
    for mention in archive.mentions_in(statement.evidence[0]):
        sure = mention.form is MentionForm.FULL or mention.confidence >= SURE
        if mention.kind in NAMED and sure and mention.name and mention.name in text:
            yield mention.name
            entity = archive.entity_of(mention)
            yield from [entity] if entity else []
