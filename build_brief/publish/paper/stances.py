"""Who speaks on which issue, counted for a chart: the same actors and issues as on the page of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from build_brief.model.dossier import EntityId, IssueId
from build_brief.model.edition import IssueSection
from build_brief.model.statements import Voice
from build_brief.publish.counts import counted
from build_brief.publish.paper.letters import isolated, plain
from build_brief.publish.paper.sheet import Sheet, Value
from build_brief.publish.pictures.stances import MAX_ACTORS, MAX_ISSUES, MIN_DRAWN

Id = TypeVar("Id", EntityId, IssueId)


def count_stances(sheet: Sheet, sections: Sequence[IssueSection]) -> Value | None:
    """Return the statements of each actor on each issue; None when there is little to draw."""
    lines = [(section.issue.id, line.actor, line) for section in sections for line in section.lines]
    columns = _most(Counter(issue for issue, _, _ in lines))[:MAX_ISSUES]
    rows = _most(Counter(actor for issue, actor, _ in lines if issue in columns))[:MAX_ACTORS]
    if len(rows) < MIN_DRAWN or len(columns) < MIN_DRAWN:
        return None
    counts = Counter((actor, issue) for issue, actor, _ in lines)
    own = {(actor, issue) for issue, actor, line in lines if line.statement.voice is Voice.VERBATIM}
    labels = {section.issue.id: isolated(plain(section.issue.label)) for section in sections}
    return {
        "heads": [labels[issue] for issue in columns],
        "rows": [
            {
                "name": sheet.name(actor),
                "cells": [{"count": counts[actor, issue], "own": (actor, issue) in own} for issue in columns],
            }
            for actor in rows
        ],
        "most": max(counts.values()),
        "told": f"Dots: {counted(len(rows), 'actor')} by {counted(len(columns), 'issue')}. "
        f"Most is said by {sheet.name(rows[0])}, and on {labels[columns[0]]}.",
    }


def _most(counts: Counter[Id]) -> list[Id]:
    """Return what is counted, most first, then by id."""
    return sorted(counts, key=lambda id_: (-counts[id_], id_))
