"""Measure what a briefing's first section says, beside two plain ways to shorten news.

    python -m evaluation.composition                  our own stories, held to evaluation/floors.json
    python -m evaluation.composition CORPUS.jsonl …   any corpora of stories, no floors

A corpus is a file of JSON lines, one article each: `id`, `event_id`, `text`, and `title` and `date` where
they are known. Of each event's articles three texts of about the same length are made: the bottom line
and summary of its briefing; the first three sentences of its first article (lead-3, hard to beat for one
article); and the sentences that LexRank ranks first (Erkan and Radev, 2004: sentences that many others
resemble). Of each is counted what a reader would mind: sentences that dangle, sentences that say again
what another says; and what he would miss: names and figures of the story, and sources that are not used.
Faults are those that `build_brief.compose.sentences.faults` knows, so that the briefing's own share shows
what got past the choice of sentences, and the share of the others what a choice without the check lets
through.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from build_brief.analyse import analyse
from build_brief.compose import compose
from build_brief.compose.archive import Archive, open_archive
from build_brief.compose.sentences.faults import find_faults
from build_brief.compose.sentences.passages.choice import REPEATS
from build_brief.compose.sentences.passages.wordings import overlap, weigh_words
from build_brief.link import link
from build_brief.model.annotations import AnnotatedArticle, MentionForm
from build_brief.model.briefing import Briefing
from build_brief.model.dossier import Dossier
from build_brief.model.statements import Statement, Voice
from build_brief.read import read_folder
from evaluation.stories import FLOORS, OWN

FIGURE = re.compile(r"\d[\d,.]*\d|\d")
ALIKE, DAMPING, ROUNDS = 0.1, 0.85, 50
"""LexRank's own threshold and damping; fifty rounds are more than it needs to settle."""
LEAD = 3


class Measures(NamedTuple):
    """Shares from 0 to 1, over all stories."""

    sentences: int
    dangling: float
    """Of the sentences, with one of the five faults."""
    repeating: float
    """Of the sentences, that share half of their words with one above them."""
    covered: float
    """Of the names and figures that two sentences of a story hold, those that are told."""
    sources: float
    """Of the articles of a story, those that a sentence was taken from."""


class Story(NamedTuple):
    """What is known of one event, and its briefing."""

    dossier: Dossier
    archive: Archive
    briefing: Briefing


def measure(paths: Iterable[Path]) -> dict[str, Measures]:
    """Return the measures of each way, by its name."""
    stories = [open_event(rows) for path in paths for rows in read_events(path)]
    ways = {"briefing": choose_briefing, "lead-3": choose_lead, "LexRank": choose_lexrank}
    return {name: judge([(story, choose(story)) for story in stories]) for name, choose in ways.items()}


def read_events(path: Path) -> list[list[dict[str, str]]]:
    """Return the rows of a corpus by event, in the order of the file."""
    events: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            row = json.loads(line)
            events[row["event_id"]].append(row)
    return list(events.values())


def open_event(rows: Sequence[dict[str, str]]) -> Story:
    """Return the story that a folder with these articles alone gives, and the briefing of most sources."""
    with TemporaryDirectory() as folder:
        for number, row in enumerate(rows):
            head = [f"Title: {row['title']}"] if row.get("title") else []
            head += [f"Date: {row['date'][:10]}"] if row.get("date") else []
            text = "\n".join([*head, "", row["text"]])
            Path(folder, f"{number:03}.txt").write_text(text, encoding="utf-8")
        articles = sorted(read_folder(Path(folder), report=lambda _: None), key=lambda one: one.id)
    edition = compose(link(map(analyse, articles)))
    briefing = max(edition.briefings, key=lambda one: len(one.sources))
    return Story(edition.dossier, open_archive(edition.dossier), briefing)


def choose_briefing(story: Story) -> tuple[Statement, ...]:
    """Return the bottom line and the bullets as they are printed."""
    return (*story.briefing.bottom_line, *story.briefing.summary)


def choose_lead(story: Story) -> tuple[Statement, ...]:
    """Return the first sentences of the story's first article."""
    return tuple(_plain(sentence.span) for sentence in _articles_of(story)[0].sentences[:LEAD])


def choose_lexrank(story: Story) -> tuple[Statement, ...]:
    """Return as many sentences as the briefing prints, those that LexRank ranks first, in reading order."""
    spans = [s.span for a in _articles_of(story) for s in a.sentences if len(s.span.text.split()) >= LEAD]
    ranks = rank_sentences([span.text for span in spans])
    best = sorted(range(len(spans)), key=lambda at: (-ranks[at], at))[: len(choose_briefing(story))]
    return tuple(_plain(spans[at]) for at in sorted(best))


def rank_sentences(texts: Sequence[str]) -> list[float]:
    """Return each sentence's share of a random walk along sentences that resemble each other."""
    words = [Counter(re.findall(r"[^\W\d_]{2,}|\d+", text.lower())) for text in texts]
    held = Counter(word for counted in words for word in counted)
    vectors = [{w: n * math.log(len(texts) / held[w]) for w, n in counted.items()} for counted in words]
    norms = [math.sqrt(math.fsum(value * value for value in vector.values())) for vector in vectors]
    near: list[list[int]] = [[at] for at in range(len(texts))]
    for one, other in combinations(range(len(texts)), 2):
        shared = math.fsum(value * vectors[other].get(word, 0.0) for word, value in vectors[one].items())
        if shared > ALIKE * norms[one] * norms[other]:
            near[one].append(other)
            near[other].append(one)
    ranks = [1 / len(texts)] * len(texts)
    for _ in range(ROUNDS):
        ranks = [
            (1 - DAMPING) / len(texts)
            + DAMPING * math.fsum(ranks[other] / len(near[other]) for other in linked)
            for linked in near
        ]
    return ranks


def judge(chosen: Sequence[tuple[Story, Sequence[Statement]]]) -> Measures:
    """Return the measures of one way over all stories; each story counts alike in what is told of it."""
    texts = [[statement.text for statement in statements] for _, statements in chosen]
    count = sum(map(len, texts))
    dangling = sum(bool(_faults(story, one)) for story, statements in chosen for one in statements)
    repeating = sum(_repeats(own[at], own[:at]) for own in texts for at in range(len(own)))
    told = [_share(find_facts(story), " ".join(own)) for (story, _), own in zip(chosen, texts, strict=True)]
    used = [
        len({one.evidence[0].article.id for one in statements}) / len(_articles_of(story))
        for story, statements in chosen
    ]
    return Measures(count, dangling / count, repeating / count, _mean(told), _mean(used))


def find_facts(story: Story) -> frozenset[str]:
    """Return the full names and the figures that at least two sentences of the story hold."""
    held: Counter[str] = Counter()
    for annotated in _articles_of(story):
        names = {m.name for m in annotated.mentions if m.form is MentionForm.FULL and m.name}
        for sentence in annotated.sentences:
            text = sentence.span.text
            held.update({name for name in names if name.split()[-1] in text} | set(FIGURE.findall(text)))
    return frozenset(fact for fact, count in held.items() if count > 1)


def _articles_of(story: Story) -> list[AnnotatedArticle]:
    return [story.archive.annotated[article] for article in story.briefing.story.articles]


def _plain(span: object) -> Statement:
    return Statement(evidence=(span,), voice=Voice.STATED)  # type: ignore[arg-type]


def _faults(story: Story, statement: Statement) -> tuple[str, ...]:
    span = statement.evidence[0]
    lead = story.archive.annotated[span.article.id].sentences[:1]
    leads = bool(lead) and lead[0].span == span
    return find_faults(statement, story.archive.mentions_in(span), leads=leads)


def _repeats(text: str, before: Sequence[str]) -> bool:
    terms = weigh_words(text)
    return any(overlap(terms, weigh_words(other)) >= REPEATS for other in before)


def _share(facts: frozenset[str], text: str) -> float:
    return sum(fact.split()[-1] in text for fact in facts) / len(facts) if facts else 1.0


def _mean(shares: Sequence[float]) -> float:
    return math.fsum(shares) / len(shares)


def main() -> int:
    """Print the measures; return 1 when our own stories fall below a floor."""
    paths = [Path(name) for name in sys.argv[1:]]
    found = measure(paths or [OWN])
    for name, one in found.items():
        shares = f"dangling {one.dangling:6.1%}  repeating {one.repeating:6.1%}"
        told = f"names and figures {one.covered:6.1%}  sources {one.sources:6.1%}"
        print(f"{name:9} {one.sentences:5} sentences  {shares}  {told}")
    return int(not paths and not holds(found["briefing"]))


def holds(found: Measures) -> bool:
    """Tell whether the briefings of our own stories are as good as `floors.json` asks."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))["composition"]
    within = found.dangling <= floors["dangling"] and found.repeating <= floors["repeating"]
    return within and found.covered >= floors["covered"] and found.sources >= floors["sources"]


if __name__ == "__main__":
    sys.exit(main())
