"""Who is quoted how much, in one story or on the whole site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from build_brief.model.dossier import AttributedQuote, EntityId, EntityKind, Story
from build_brief.publish.pictures.bars import Bar, draw_bars
from build_brief.publish.pictures.picture import MAX_ROWS, Picture
from build_brief.publish.press.page import Page
from build_brief.publish.wording.counts import counted
from build_brief.publish.wording.escape import Markdown

MAX_BARS = 12
"""Speakers drawn; the table has more."""

MIN_SPEAKERS = 3
"""Two speakers are told quicker than drawn."""

HOW_TO_READ = "Strong: in the speaker’s own words. Pale: reported by a source."


def draw_quoted_in(page: Page, story: Story) -> Picture | None:
    """Return who is quoted in `story`; copies of a text count once. None when there is little to draw."""
    articles = [origin[0] for origin in story.origins]
    said = [quote for article in articles for quote in page.press.quotes.get(article, ())]
    return draw_quoted(page, said)


def draw_quoted(page: Page, quotes: Iterable[AttributedQuote]) -> Picture | None:
    """Return who speaks in `quotes`; an uncertain speaker gets no bar, and the note counts them."""
    everything = list(quotes)
    certain = [said for said in everything if said.speaker and not said.doubtful]
    bars = count_quotes(page, certain)
    if len(bars) < MIN_SPEAKERS:
        return None
    drawn = [bar for _, bar in bars[:MAX_BARS]]
    return Picture(
        id="picture-quoted",
        title="Who is quoted how much",
        note=_note(len(everything) - len(certain), min(len(bars), MAX_ROWS) - len(drawn)),
        drawing=draw_bars(
            drawn,
            alternative=f"Bars: quotes of {counted(len(bars), 'speaker')}. Most has {drawn[0].name}: "
            f"{counted(drawn[0].total, 'quote')}, {drawn[0].own} in the speaker’s own words.",
        ),
        heads=("Speaker", "Quotes", "Own words", "Reported"),
        rows=tuple(
            (page.link(speaker), *(Markdown(str(n)) for n in (bar.total, bar.own, bar.reported)))
            for speaker, bar in bars[:MAX_ROWS]
        ),
    )


def count_quotes(page: Page, quotes: Iterable[AttributedQuote]) -> list[tuple[EntityId, Bar]]:
    """Return a bar for each speaker, the longest first, then by id."""
    own: Counter[EntityId] = Counter()
    reported: Counter[EntityId] = Counter()
    for said in quotes:
        speaker = _counts_for(said)
        if speaker:
            (own if page.press.is_verbatim(said) else reported)[speaker] += 1
    names = page.press.addresses.names
    speakers = sorted(own.keys() | reported.keys(), key=lambda id_: (-own[id_] - reported[id_], id_))
    return [(id_, Bar(name=names.get(id_, id_), own=own[id_], reported=reported[id_])) for id_ in speakers]


def _counts_for(said: AttributedQuote) -> EntityId | None:
    """Return whose bar counts a quote: its speaker's, and that of China for a Beijing that says something."""
    place = said.speaker and said.speaker.startswith(f"{EntityKind.PLACE}/")
    return said.side if place and said.side else said.speaker


def _note(doubtful: int, not_drawn: int) -> str:
    told = [HOW_TO_READ]
    if doubtful:
        told.append(
            f"Not counted: {counted(doubtful, 'quote')} of speakers uncertain, not named, or without a page."
        )
    if not_drawn:
        told.append(f"{not_drawn} more stand in the table.")
    return " ".join(told)
