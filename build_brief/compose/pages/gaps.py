"""Say what a reader should know is missing or doubtful in a briefing: never about the event itself."""

from __future__ import annotations

from collections.abc import Sequence

from build_brief.compose.sentences.passages import StoryFile
from build_brief.model.differences import Difference
from build_brief.model.dossier import AttributedQuote

NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def describe_gaps(file: StoryFile, differences: Sequence[Difference]) -> tuple[str, ...]:
    """Return what is missing or doubtful, a sentence each, the weightiest first."""
    gaps = [
        _describe_origins(file),
        _describe_days(file),
        _describe_speakers(file),
        _describe_differences(differences),
        _describe_rulings(file),
    ]
    return tuple(gap for gap in gaps if gap)


def _describe_origins(file: StoryFile) -> str:
    origins, articles = len(file.story.origins), len(file.story.articles)
    if articles == 1:
        return "All of this comes from one source; no other in the folder tells the same event."
    if origins == 1:
        return f"The {articles} sources print the same text: they count as one."
    if origins < articles:
        return f"The {articles} sources print {origins} texts: copies of one text count as one."
    return ""


def _describe_rulings(file: StoryFile) -> str:
    """Return what of the story is the editor's own decision."""
    told = "which articles tell this story" if file.story.decided else ""
    titled = "its title" if file.story.title else ""
    decided = " and ".join(words for words in (told, titled) if words)
    return f"The editor decided {decided}." if decided else ""


def _describe_days(file: StoryFile) -> str:
    days = [file.archive.days[article] for article in file.story.articles]
    undated = sum(day.day is None for day in days)
    inferred = sum(day.day is not None and day.reason is not None for day in days)
    if undated:
        return f"{_count(undated, 'source gives', 'sources give')} no date, and none could be inferred."
    return f"{_count(inferred, 'source gives', 'sources give')} no date; it was inferred." if inferred else ""


def _describe_speakers(file: StoryFile) -> str:
    doubtful = sum(_is_doubtful(q) for cluster in file.clusters for q in (cluster.fullest, *cluster.variants))
    if not doubtful:
        return ""
    statements = _count(doubtful, "statement has", "statements have")
    return f"{statements} a speaker who is not certain; each is marked."


def _is_doubtful(quote: AttributedQuote) -> bool:
    return quote.doubtful or not quote.speaker_name


def _describe_differences(differences: Sequence[Difference]) -> str:
    if not differences:
        return ""
    places = _count(len(differences), "place", "places").lower()
    return f"The sources differ in {places}; it is not said who is right."


def _count(number: int, one: str, more: str) -> str:
    word = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{word} {one if number == 1 else more}"
