"""Measure how time and memory of grouping articles into stories grow with their number.

    python -m benchmarks.story_growth CORPUS.jsonl 1000 10000 50000

The corpus (JSON lines with `id`, `text`, `title`, `date`) is repeated until there are enough
articles. Each repetition is perturbed, so that it is other news and not copies: its names and
long words get an ending of their own, its days move on. Each size runs in a process of its own;
what is timed is grouping, days, origins and order, on articles whose dates have been found.

Measured on 1,500 articles of about 1,000 words, on two cores that eight others shared:

| articles | seconds of the processor | memory | of it for grouping |
| ---: | ---: | ---: | ---: |
| 1,000 | 3.0 | 115 MB | 0 MB |
| 10,000 | 45.3 | 456 MB | 253 MB |
| 50,000 | 257.3 | 2,037 MB | 1,150 MB |

The exponent of growth is 1.14. Most of the time goes into reading words; the comparisons are bounded for
each word (`NEAREST` of link/stories/__init__.py).
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from math import log
from pathlib import Path
from time import process_time

from benchmarks.corpus import perturb_day, perturb_words, repeat_rows

from build_brief.analyse.dates import find_dates
from build_brief.analyse.sentences import find_sentences
from build_brief.link.stories import cluster_stories, order_stories
from build_brief.link.stories.days import infer_days
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import Article, ArticleId, Paragraph, Source

LINE = re.compile(r"\S(?:[^\n]*\S)?")
OPENING = 3
"""Paragraphs whose dates are found: grouping looks at no others in an article that has a day."""


def make_articles(corpus: Path, number: int) -> Iterator[AnnotatedArticle]:
    """Yield `number` articles from the file at `corpus`, repeated and perturbed."""
    for row, turn in repeat_rows(corpus, number):
        yield annotate(row, turn)


def annotate(row: dict[str, str], turn: int) -> AnnotatedArticle:
    """Return one article, in the words of its repetition."""
    text = perturb_words(row["text"], turn)
    name = f"{turn:03d}/{row['id']}"
    article = Article(
        id=ArticleId(name),
        source=Source(path=name, digest="", format="text"),
        text=text,
        paragraphs=tuple(
            Paragraph(number=number, start=line.start(), end=line.end())
            for number, line in enumerate(LINE.finditer(text), start=1)
        ),
        headline=row.get("title"),
        published=perturb_day(row["date"], turn),
    )
    opening = replace(article, paragraphs=article.paragraphs[:OPENING])
    sentences = find_sentences(opening)
    return AnnotatedArticle(
        article=article,
        sentences=sentences,
        mentions=(),
        quotes=(),
        issues=(),
        dates=find_dates(opening, sentences),
    )


def time_once(corpus: Path, number: int) -> dict[str, float]:
    """Return seconds of the processor, the largest memory in MB, and how many stories were found."""
    articles = tuple(make_articles(corpus, number))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = process_time()
    groupings = cluster_stories(articles)
    stories = order_stories(groupings, infer_days(groupings))
    seconds = process_time() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "articles": number,
        "stories": len(stories),
        "seconds": seconds,
        "memory": after / 1024,
        "added": (after - before) / 1024,
    }


def main() -> None:
    """Print a table of all sizes and the exponent of growth from the first to the last."""
    corpus, *sizes = sys.argv[1:]
    if sizes[0] == "--once":
        print(json.dumps(time_once(Path(corpus), int(sizes[1]))))
        return
    found = []
    print("| articles | stories | seconds | memory | of it for grouping |\n|---|---|---|---|---|")
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.story_growth", corpus, "--once", size]
        row = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        found.append(row)
        print(
            f"| {row['articles']:,} | {row['stories']:,} | {row['seconds']:.1f} | {row['memory']:.0f} MB "
            f"| {row['added']:.0f} MB |",
            flush=True,
        )
    first, last = found[0], found[-1]
    if last["articles"] > first["articles"]:
        exponent = log(last["seconds"] / first["seconds"]) / log(last["articles"] / first["articles"])
        print(f"\nTime grows with the number of articles to the power of {exponent:.2f}.")


if __name__ == "__main__":
    main()
