"""Feeds of the briefings, newest first: Atom for readers of feeds, JSON Feed for programs.

Both need to know where the site stands (`site_url`), for a feed travels without its site; without it there is
none. The times are the days of the stories: no clock is in them, and the same sources give the same bytes.
Atom is RFC 4287; JSON Feed is version 1.1 of jsonfeed.org.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from html import escape

from build_brief.model.briefing import Briefing
from build_brief.model.site import OutputFile
from build_brief.publish.press import Press
from build_brief.publish.wording.escape import visible

ATOM, JSON = "feed.xml", "feed.json"

MAX_ENTRIES = 50
"""A reader of feeds asks for all of them every time."""

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even as an entity."""

Entry = tuple[Briefing, date]


def write_feeds(press: Press) -> list[OutputFile]:
    """Return both feeds; none when the site does not know its address. Undated stories are in neither."""
    if not press.settings.address:
        return []
    entries = [(b, b.story.day.day) for b in press.edition.briefings if b.story.day.day]
    newest = sorted(entries, key=lambda entry: entry[1], reverse=True)[:MAX_ENTRIES]
    return [
        press.pack(ATOM, _write_atom(press, newest).encode()),
        press.pack(JSON, _write_json(press, newest).encode()),
    ]


def summarise(briefing: Briefing) -> str:
    """Return the bottom line as plain text; empty when there is none."""
    return visible(" ".join(statement.text for statement in briefing.bottom_line))


def _write_atom(press: Press, entries: list[Entry]) -> str:
    home, title = press.settings.address, _xml(press.settings.title)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{title}</title>",
        f"<id>{_xml(home)}</id>",
        f"<link href={_xml_value(home)}/>",
        f'<link rel="self" type="application/atom+xml" href={_xml_value(home + ATOM)}/>',
        f"<updated>{_time(entries[0][1] if entries else date.min)}</updated>",
        f"<author><name>{title}</name></author>",
        *(line for entry in entries for line in _write_entry(press, *entry)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _write_entry(press: Press, briefing: Briefing, day: date) -> Iterator[str]:
    url = _url(press, briefing)
    yield "<entry>"
    yield f"<title>{_xml(briefing.title.text)}</title>"
    yield f"<id>{_xml(url)}</id>"
    yield f"<link href={_xml_value(url)}/>"
    yield f"<published>{_time(day)}</published>"
    yield f"<updated>{_time(day)}</updated>"
    yield from (f"<category term={_xml_value(section.issue.label)}/>" for section in briefing.issues)
    if briefing.bottom_line:
        yield f"<summary>{_xml(summarise(briefing))}</summary>"
    yield "</entry>"


def _write_json(press: Press, entries: list[Entry]) -> str:
    home = press.settings.address
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": visible(press.settings.title),
        "home_page_url": home,
        "feed_url": home + JSON,
        "language": "en",
        "items": [_describe(press, *entry) for entry in entries],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _describe(press: Press, briefing: Briefing, day: date) -> dict[str, object]:
    url, picture = _url(press, briefing), press.picture(briefing.id)
    return {
        "id": url,
        "url": url,
        "title": visible(briefing.title.text),
        "content_text": summarise(briefing) or visible(briefing.title.text),
        "date_published": _time(day),
        "tags": [visible(section.issue.label) for section in briefing.issues],
        **({"image": picture} if picture else {}),
    }


def _url(press: Press, briefing: Briefing) -> str:
    return press.settings.address + press.addresses.urls[briefing.id]


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _xml(text: str) -> str:
    return escape(NOT_XML.sub("\ufffd", visible(text)), quote=False)


def _xml_value(text: str) -> str:
    value = escape(NOT_XML.sub("\ufffd", visible(text)))
    return f'"{value}"'
