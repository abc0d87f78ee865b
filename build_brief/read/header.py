"""Read what an editor writes above an article: `Title:`, `Date:`, `Source:` … lines, or YAML between `---`.

The header ends at the first line that is none of these. A value that cannot be right (a date that
means two days, an address that is not http or https) is left out with a notice, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from build_brief.model.article import Rights
from build_brief.read.days import find_day
from build_brief.read.front_matter import read_front_matter
from build_brief.read.manuscript import Header, SourceFile

FIELDS = {
    "title": "headline",
    "headline": "headline",
    "date": "published",
    "published": "published",
    "source": "publisher",
    "publisher": "publisher",
    "outlet": "publisher",
    "author": "byline",
    "authors": "byline",
    "by": "byline",
    "byline": "byline",
    "url": "url",
    "link": "url",
    "language": "language",
    "lang": "language",
    "rights": "rights",
}
LINE = re.compile(r"[ \t]*([A-Za-z]{2,10})[ \t]*:[ \t]*([^\n\u2028\u2029]*)")
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
URL = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
TIME_LEFT_OVER = 40
"""After a date a header line may still say “(updated at noon)”; more than that is the article's text."""


def read_header(file: SourceFile, text: str) -> tuple[Header, int]:
    """Return the header of `text`, and the offset where the article begins."""
    fields, start = read_front_matter(file, text)
    if fields is None:
        fields, start = read_header_lines(text)
    return make_header(file, fields), start


def read_header_lines(text: str) -> tuple[dict[str, str], int]:
    """Return the header lines at the head of `text` by their name in small letters, and where they end."""
    fields: dict[str, str] = {}
    start = len(text) - len(text.lstrip())
    while (found := LINE.match(text, start)) and _is_header_line(found[1].lower(), found[2].strip()):
        fields.setdefault(found[1].lower(), found[2].strip())
        start = min(found.end() + 1, len(text))
    return fields, start


def _is_header_line(name: str, value: str) -> bool:
    if name not in FIELDS:
        return False
    if name in ("rights", "language", "lang", "url", "link"):
        return " " not in value  # “Rights: what the new law changes” is a headline
    if FIELDS[name] == "published":
        found = find_day(value)
        return len(value) <= TIME_LEFT_OVER or (
            found is not None and len(value) - found.end <= TIME_LEFT_OVER
        )
    return True


def make_header(file: SourceFile, fields: Mapping[str, str]) -> Header:
    """Return the header that `fields` give, names as an editor writes them; tells what it left out."""
    values: dict[str, str] = {}
    for name, value in fields.items():
        field = FIELDS.get(name.strip().lower())
        if field and value.strip():
            values.setdefault(field, " ".join(value.split()))
    return Header(
        headline=values.get("headline"),
        byline=values.get("byline"),
        publisher=values.get("publisher"),
        published=_read_published(file, values.get("published")),
        language=_read_language(file, values.get("language")),
        url=_read_url(file, values.get("url")),
        rights=_read_rights(file, values.get("rights")),
    )


def _read_published(file: SourceFile, value: str | None) -> date | None:
    found = find_day(value) if value else None
    if not value or (found and found.day):
        return found.day if found else None
    if found and found.ambiguous:
        file.doubtful(
            f"The date “{value}” may mean two days, so the article is treated as undated.",
            "Write the date as year-month-day, such as 2024-10-18.",
        )
    else:
        file.doubtful(
            f"“{value[:80]}” is not understood as a day, so the article is treated as undated.",
            "Write the date as year-month-day, such as 2024-10-18.",
        )
    return None


def _read_language(file: SourceFile, value: str | None) -> str | None:
    if value and value.lower() == "english":
        return "en"
    if value and not LANGUAGE_TAG.fullmatch(value):
        file.doubtful(
            f"“{value[:80]}” is no language tag; English is assumed.", "Write a tag such as en or en-GB."
        )
        return None
    return value


def _read_url(file: SourceFile, value: str | None) -> str | None:
    if value and not URL.fullmatch(value):
        file.doubtful(
            f"“{value[:80]}” is not a web address and was left out.",
            "Give an address that begins with https:// or http://.",
        )
        return None
    return value


def _read_rights(file: SourceFile, value: str | None) -> Rights | None:
    if not value:
        return None
    try:
        return Rights(value.lower())
    except ValueError:
        file.doubtful(
            f"“{value[:80]}” is no setting for rights, so the site's own setting holds.",
            "Write full, cited or none.",
        )
        return None
