"""Say the event in one or two sentences: the lead that tells most of it, and what another lead adds.

The sentence wanted is near the head of an article and says what the headlines say. A feature begins
with a scene, an opinion with a tease, a live report with the weather: there the sentence that the
headline was made from stands further down. An opinion has no event: what its writer holds is told
instead, and of a transcript who talks with whom about what. Where some sources report and others argue,
the report is told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from math import fsum

from build_brief.compose.archive import Place
from build_brief.compose.leading.no_event import LEADS, weigh_weakness
from build_brief.compose.leading.theses import find_spoken, weigh_talk, weigh_thesis
from build_brief.compose.leading.title_cuts import strip_headline
from build_brief.compose.sentences.faults import opens_in_the_middle
from build_brief.compose.sentences.kinds.headlined import is_titled
from build_brief.compose.sentences.leaning.things import is_introduced
from build_brief.compose.sentences.passages import Passage, StoryFile, is_empty
from build_brief.compose.sentences.passages.choice import (
    ADDS,
    choose_different,
    is_readable,
    measure_repeated,
)
from build_brief.compose.sentences.passages.wordings import Terms, weigh_words
from build_brief.compose.times.dated import find_latest, group_by_sentence, is_before
from build_brief.compose.times.event_dates import dates_event
from build_brief.language.quote_marks import find_quoted
from build_brief.model.article import ArticleId
from build_brief.model.dossier import TimelineEntry

FAR = 20
"""Sentences that may tell it when they say more of what the headline says."""
HEADED = 0.8
"""What a sentence gains that says all that the headlines say. Read on 20 stories: the bottom line
was weak in 8 when only place and shared words counted, in 3 with this and what follows."""
SCARED, SCARED_LEAD = 0.25, 0.1
"""What a sentence loses that hangs on one quoted word or two; a lead tells its news beside them."""
SCENE = 0.3
"""What a lead loses that begins in the middle: “The meeting was supposed to last half an hour.”"""
DATED = 0.4
"""What a sentence loses that tells of an earlier day only."""
LATEST = 0.15
"""What a lead gains in an article of the story's last day, when others are older: what is newest leads."""
FIRST = 0.06
"""What the first sentence of a report gains against one that says nearly as much of the headline."""
DETERMINER = re.compile(r"\b(?:the|an?|his|her|its|their) $", re.IGNORECASE)
PRIOR = re.compile(
    r"\b(?:previously|formerly|[Uu]ntil now|had (?:previously|already|long|once))\b"
    r"| had (?:[a-z]+ed|sunk|gone|come|made|taken|given|shot|killed|begun|won|lost|held|left|broken)\b"
)
"""What had been so before the news: “A storm had sunk eleven boats”."""
ON_IT = 0.15
"""What a second sentence must gain from the headlines to be of the event itself."""
TEASES = re.compile(r"(?:He|She|They)\b")
"""“He may be fond of her, but Varga …”: who it is comes too late for a first line."""
INFLECTED, LEAST_INFLECTED = re.compile(r"(?:ing|ed|es|s|e)$"), 5
ITEM = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Sixth|Finally|Lastly|\d{1,2}[.)])(?: of all)?,? ")
"""One of several things is not what a list is about."""
SHORT, SHORT_LEAD = 10, 8
"""Words below which a sentence only leads on; the first of an article may be a little shorter."""
HEADLINE = 0.6
"""Share of the headlines from which on a short lead is the news itself."""
SCARE = 2
"""Quoted words that are a mark of distance rather than a statement."""
FULL = 15
"""Words of a second sentence that is worth its place beside the first."""
LONG = 32
"""Words after which one sentence is enough."""


def choose_bottom_line(file: StoryFile) -> tuple[Passage, ...]:
    """Return one or two passages that tell the event; none only when no sentence stands alone."""
    headlines = _weigh_headlines(file)
    talks = {a.article.id: turn for a in file.articles if (turn := find_spoken(a)) is not None}
    old = _find_old(file) - {p.place for p in file.passages if p.place[0] in talks}
    told = _find_told(file, talks)
    latest = find_latest(file)
    headed = " ".join(a.article.headline or "" for a in file.articles)
    leads = [
        p
        for p in told
        if _is_near(p, file, near=LEADS if p.place in old or not headlines else FAR)
        and _tells(p, headlines)
        and (p.number == 0 or all(is_introduced(noun, headed) for noun in p.things))
    ]
    favour = {
        p.place: _favour(p, headlines)
        - DATED * (p.place in old or (p.number > 0 and _is_prior(p)))
        + LATEST * (p.number == 0 and p.place[0] in latest)
        + FIRST * (p.number == 0 and p.place[0] not in file.archive.argued)
        + _weigh_genre(p, file, talks, headlines)
        for p in leads
    }
    first = choose_different(file, leads or told or file.passages, 1, favour=favour)
    if not first or first[0].words > LONG or len(file.articles) == 1:
        return first
    others = [
        passage
        for passage in leads
        if passage.number == 0
        and passage.words >= FULL
        and passage.place[0] != first[0].place[0]
        and measure_repeated(passage, first[0]) < ADDS
        and (not headlines or favour[passage.place] >= ON_IT)
    ]
    return first + choose_different(file, others, 1, said=first, favour=favour)


def _is_near(passage: Passage, file: StoryFile, *, near: int) -> bool:
    """Tell whether a sentence stands where an event is told; an opinion may end with its thesis."""
    return passage.number < near or passage.place[0] in file.archive.argued


def _find_told(file: StoryFile, talks: Mapping[ArticleId, int]) -> list[Passage]:
    """Return the sentences of articles that report, if any do; of a transcript those before the talk."""
    argued = file.archive.argued
    reports = any(passage.place[0] not in argued for passage in file.passages)
    return [
        passage
        for passage in file.passages
        if not (reports and passage.place[0] in argued)
        and passage.place[1] < talks.get(_article(passage), passage.place[1] + 1)
    ]


def _find_old(file: StoryFile) -> frozenset[Place]:
    """Return the places of sentences whose every date lies before the event."""
    entries = group_by_sentence(file)
    return frozenset(
        passage.place
        for passage in file.passages
        if (found := entries.get(passage.place))
        and all(is_before(one, passage, file) for one in found)
        and any(dates_event(one) and not _tells_which(one) for one in found)
    )


def _is_prior(passage: Passage) -> bool:
    return PRIOR.search(passage.statement.text) is not None


def _tells_which(entry: TimelineEntry) -> bool:
    """Tell whether a year only says which thing is meant: “admits that the 2011 war was a mistake”."""
    before = entry.passage.text[: entry.expression.start - entry.passage.start]
    return entry.expression.text.isdigit() and DETERMINER.search(before) is not None


def _weigh_genre(
    passage: Passage, file: StoryFile, talks: Mapping[ArticleId, int], headlines: Terms
) -> float:
    """Return what a sentence gains as the thesis of an opinion, or for telling who talks with whom."""
    if passage.place[0] in file.archive.argued:
        return weigh_thesis(passage, _cover(headlines, passage.terms))
    return weigh_talk(passage) if _article(passage) in talks else 0.0


def _article(passage: Passage) -> ArticleId:
    return passage.statement.evidence[0].article.id


def _favour(passage: Passage, headlines: Terms) -> float:
    """Return what a sentence gains for saying what the headlines say, less its loss for a scare quote."""
    said = weigh_words(passage.statement.text.replace("-", " "))
    scared = SCARED if passage.number else SCARED_LEAD
    scene = SCENE * opens_in_the_middle(passage.statement.text)
    lost = scared * _hangs_on_a_word(passage) + scene + weigh_weakness(passage)
    return HEADED * _cover(headlines, said) - lost


def _weigh_headlines(file: StoryFile) -> Terms:
    """Return the words of the story's headlines; one that all of them hold weighs most."""
    headlines = [
        strip_headline(a.article.headline).replace("-", " ") for a in file.articles if a.article.headline
    ]
    held: dict[str, float] = defaultdict(float)
    for headline in headlines:
        for word, weight in weigh_words(headline).items():
            held[_stem(word)] += weight / len(headlines)
    return held


def _cover(headlines: Terms, terms: Terms) -> float:
    """Return the share of what the headlines say that a sentence says too."""
    whole = fsum(headlines.values())
    told = {_stem(word) for word in terms}
    return fsum([weight for word, weight in headlines.items() if word in told]) / whole if whole else 0.0


def _stem(word: str) -> str:
    """Return what “pleads” and “pleaded” share: headlines tell in the present what a lead tells as past."""
    return INFLECTED.sub("", word) if len(word) >= LEAST_INFLECTED else word


def _hangs_on_a_word(passage: Passage) -> bool:
    """Tell whether one quoted word or two are all that a sentence has of what was said."""
    text = passage.statement.text
    return 0 < sum(len(text[q.start : q.end].split()) for q in find_quoted(text, 0, len(text))) <= SCARE


def _tells(passage: Passage, headlines: Terms) -> bool:
    """Tell whether a sentence is long enough to tell an event, and neither a quotation nor an “It’s …”.

    One that says what the headlines say may be short.
    """
    text = passage.statement.text
    if ITEM.match(passage.statement.evidence[0].text) or is_titled(text):
        return False
    long = (
        passage.words >= (SHORT if passage.number else SHORT_LEAD)
        or _cover(headlines, weigh_words(text)) >= HEADLINE
    )
    return is_readable(passage) and long and not is_empty(text) and not TEASES.match(text)
