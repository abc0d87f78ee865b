"""Pictures for the cards that other sites show of a briefing: its title and bottom line, 1200 by 630 dots.

They are set by the typesetter of the PDFs, hundreds in one run; one that is still right is not set again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from struct import pack
from zlib import crc32

from build_brief.model.briefing import Briefing
from build_brief.model.site import OutputFile
from build_brief.publish.paper import Kept
from build_brief.publish.paper.documents import Document, Layout
from build_brief.publish.paper.letters import isolated, plain
from build_brief.publish.paper.typesetting import Typesetter
from build_brief.publish.press import Press
from build_brief.publish.wording.counts import counted
from build_brief.publish.wording.day_words import day_in_words

AT_ONCE = 200
"""Cards in one run: each costs 12 ms, a run of its own 80; more at once would only take more memory."""

LONGEST = 420
"""Letters of a bottom line; what a card holds at the smallest size of its type."""

HEAD = 8 + 25
"""Bytes of a PNG before its second part: the signature and the part that tells its size."""


def draw_cards(press: Press, *, kept: Kept) -> tuple[OutputFile, ...]:
    """Return the picture of each briefing, beside its page; none when the settings want none.

    One that `kept` still has, and that would come out the same, is not drawn again.
    """
    if not press.settings.draws_cards:
        return ()
    briefings, files = press.edition.briefings, list[OutputFile]()
    for at in range(0, len(briefings), AT_ONCE):
        cards = [lay_out_card(press, briefing) for briefing in briefings[at : at + AT_ONCE]]
        found = {card.path: kept(card.path) for card in cards}
        drawn = {path: content for path, content in found.items() if content is not None}
        drawn.update(
            _draw([card for card in cards if card.path not in drawn or not card.made(drawn[card.path])])
        )
        files += [press.pack(card.path, drawn[card.path]) for card in cards]
    return tuple(files)


def lay_out_card(press: Press, briefing: Briefing) -> Document:
    """Return what the card of `briefing` shows, in plain words; its path is that of the page, as a PNG."""
    day = briefing.story.day.day
    facts = [
        day_in_words(day) if day else "undated",
        counted(len(briefing.sources), "source"),
        f"{counted(len(briefing.statements), 'sentence')}, each cited",
    ]
    values = {
        "site": plain(press.settings.title),
        "title": isolated(plain(briefing.title.text)),
        "line": isolated(_cut(plain(" ".join(statement.text for statement in briefing.bottom_line)))),
        "facts": " · ".join(facts),
    }
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return Document(path=f"{briefing.id}.png", values=text, day=day, layout=Layout())


def _draw(cards: list[Document]) -> Iterator[tuple[str, bytes]]:
    with Typesetter() as typesetter:
        for card, content in zip(cards, typesetter.draw(cards) if cards else (), strict=True):
            yield card.path, _sign(content, card.fingerprint)


def _sign(content: bytes, fingerprint: str) -> bytes:
    """Return a PNG that says what it was made of, in a part that nobody sees (PNG, 11.3.3.2: `tEXt`)."""
    part = b"tEXt" + b"Comment\0" + f"build-brief inputs {fingerprint}".encode()
    return content[:HEAD] + pack(">I", len(part) - 4) + part + pack(">I", crc32(part)) + content[HEAD:]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"
