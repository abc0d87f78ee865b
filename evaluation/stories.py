"""Measure how well articles are grouped into stories.

    python -m evaluation.stories                  our own articles, held to evaluation/floors.json
    python -m evaluation.stories CORPUS.jsonl …   any corpora, all in one folder, no floors

A corpus is a file of JSON lines, one article each: `id`, `event_id`, `text`, and `title` and `date`
where they are known. B-cubed says, for the average article, what share of its story is right
(precision) and what share of its event is in its story (recall). Measured at one setting on two
collections that people grouped by event: news of 34 events from many outlets, F .951; 50 events in
three papers each, F 1.000; both in one folder, F .974.
(Plain TF-IDF with average linkage: .919 and .949.)
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from build_brief.analyse.dates import find_dates
from build_brief.analyse.sentences import find_sentences
from build_brief.link.stories import cluster_stories
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import Article, ArticleId, Paragraph, Source

LINE = re.compile(r"\S(?:[^\n]*\S)?")
HERE = Path(__file__).parent
OWN, FLOORS = HERE / "stories.jsonl", HERE / "floors.json"


class Agreement(NamedTuple):
    """Shares from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def measure(paths: Iterable[Path]) -> Agreement:
    """Return how the grouping of all articles in `paths` agrees with their events."""
    events: dict[str, str] = {}
    articles: list[AnnotatedArticle] = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip() and (row := json.loads(line))["id"] not in events:
                events[row["id"]] = f"{path.name} {row['event_id']}"
                articles.append(_annotate(row))
    stories = [
        [str(found.article.id) for found in grouping.articles] for grouping in cluster_stories(articles)
    ]
    return compare(stories, events)


def compare(stories: Iterable[Sequence[str]], events: dict[str, str]) -> Agreement:
    """Return B-cubed precision and recall of `stories`, which hold each article of `events` once."""
    members: defaultdict[str, set[str]] = defaultdict(set)
    for article, event in events.items():
        members[event].add(article)
    precision = recall = 0.0
    for story in stories:
        for article in story:
            shared = len(members[events[article]].intersection(story))
            precision += shared / len(story)
            recall += shared / len(members[events[article]])
    return Agreement(precision / len(events), recall / len(events))


def _annotate(row: dict[str, str]) -> AnnotatedArticle:
    text = row["text"]
    article = Article(
        id=ArticleId(row["id"]),
        source=Source(path=row["id"], digest=sha256(text.encode()).hexdigest(), format="text"),
        text=text,
        paragraphs=tuple(
            Paragraph(number=number, start=line.start(), end=line.end())
            for number, line in enumerate(LINE.finditer(text), start=1)
        ),
        headline=row.get("title"),
        published=date.fromisoformat(row["date"][:10]) if row.get("date") else None,
    )
    sentences = find_sentences(article)
    dates = find_dates(article, sentences)
    return AnnotatedArticle(
        article=article, sentences=sentences, mentions=(), quotes=(), issues=(), dates=dates
    )


def main() -> int:
    """Print the figures; return 1 when our own articles fall below their floor."""
    paths = [Path(name) for name in sys.argv[1:]]
    found = measure(paths or [OWN])
    print(f"stories, B-cubed: P {found.precision:.3f}  R {found.recall:.3f}  F {found.f1:.3f}")
    if paths:
        return 0
    floor = json.loads(FLOORS.read_text(encoding="utf-8"))["stories"]["b_cubed_f1"]
    print(f"floor: {floor:.3f}")
    return int(found.f1 < floor)


if __name__ == "__main__":
    sys.exit(main())
