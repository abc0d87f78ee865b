"""On a page edited by hand: what search engines print of it, its `description:`, is a source's sentence.

It is the bottom line again, and no reader of the page sees it change. One that an editor took out is none.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

import yaml

from build_brief.check.findings import Findings, Promise
from build_brief.check.pages import CAPITAL
from build_brief.check.words import stand_in, visible
from build_brief.model.article import Article

FRONT_MATTER = re.compile(r"---\n(.*?)^---$", re.DOTALL | re.MULTILINE)
REPAIRS = re.compile(r"\[[^\]]*\]|…")


def check_description(
    written: str, generated: str, articles: Iterable[Article], findings: Findings, *, name: str
) -> None:
    """Compare the description of the page as `written` on disk with that `generated` now, or a source.

    A page that the build gives none is its editor's own matter.
    """
    told, wanted = _read_description(written), _read_description(generated)
    if not told or not wanted:
        return
    capitals = CAPITAL.sub(lambda found: found[1].lower(), told)
    pieces = [piece for piece in map(visible, REPAIRS.split(capitals)) if piece]
    stands = told == wanted or any(stand_in(pieces, article.text) for article in articles)
    problem = f"its description, “{visible(told)[:60]}”, stands in no source."
    findings.add(Promise.STATEMENTS, name, [] if stands else [problem])


def _read_description(page: str) -> str:
    """Return the description in a page's front matter; nothing when that has none, or is no YAML."""
    found = FRONT_MATTER.match(page.replace("\r\n", "\n"))
    try:
        values = yaml.safe_load(found[1]) if found else None
    except yaml.YAMLError:
        return ""
    told = values.get("description") if isinstance(values, dict) else None
    return html.unescape(told).strip() if isinstance(told, str) else ""
