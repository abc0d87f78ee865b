"""Measure how fast an article is analysed, next to a spaCy tokenizer and sentencizer on the same texts.

    pip install -e '.[bench]'
    python -m benchmarks.analyse_speed [ARTICLES] [--rounds 5] [--most 100]

ARTICLES is a folder of articles or a file of JSON lines with `text`; without it the texts of
tests/cases are joined to articles of about 900 words. Each article is analysed and then cut by
spaCy's `blank("en")` pipeline, in turn, so that whatever slows the machine slows both: the ratio is
what one machine can tell another. Times are of the processor, in one process, without reading files. The
first line tells whether our modules are compiled (`make fast`); BUILD_BRIEF_PURE=1 in the environment lets
their source run.

Both have met the words before, and keep them in caches of their own, as in a folder of articles; an
article itself is analysed as if for the first time. Python's collector rests meanwhile: how often it looks
for cycles, and through how much, would be told by what happens to be loaded. Of each article the least time
in all rounds is what an idle core would take; medians of whole rounds hold what else the machine did.
Last comes how long a fresh interpreter takes to import the program and to print its help, where the
modules are compiled, as they are once the program has run.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from build_brief.analyse import analyse
from build_brief.compiled import tell_state
from build_brief.language.quote_marks import find_quoted
from build_brief.model.article import Article
from build_brief.model.problems import Notice
from build_brief.read import read_bytes, read_folder
from tests.case_files import read_cases

WORDS = 900
"""Of an article: speeds are counted in articles of that length."""
STARTS = {
    "import build_brief.analyse": ("-c", "import build_brief.analyse"),
    "import build_brief.pipeline": ("-c", "import build_brief.pipeline"),
    "build-brief --help": ("-m", "build_brief", "--help"),
}
Timed = list[tuple[float, float]]
"""Seconds for each article: ours, and spaCy's."""


def read_articles(path: Path | None) -> Iterator[Article]:
    """Yield the articles of a folder or of a file of JSON lines; those of our own cases without a path."""
    if path and path.is_dir():
        yield from read_folder(path, report=ignore)
        return
    texts = read_rows(path) if path else join_cases()
    for number, text in enumerate(texts):
        article = read_bytes(text.encode(), name=f"{number}.txt", report=ignore)
        if article:
            yield article


def read_rows(path: Path) -> Iterator[str]:
    """Yield the text of each line of a file of JSON lines."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)["text"]


def join_cases() -> Iterator[str]:
    """Yield the texts of tests/cases, joined to articles of about 900 words."""
    texts: list[str] = []
    for case in read_cases():
        for article in case.articles:
            texts.append(article.text)
            if count_words("\n".join(texts)) >= WORDS:
                yield "\n".join(texts)
                texts = []


def count_words(text: str) -> int:
    """Return the number of runs of characters between blanks."""
    return len(text.split())


def ignore(notice: Notice) -> None:
    """Leave a notice about a file unread."""


def time_round(articles: list[Article], cut: Callable[[str], object]) -> Timed:
    """Return the seconds of analysing each article and of `cut`, in turn."""
    find_quoted.cache_clear()  # paragraphs of a round before, where there are few articles
    taken = []
    for article in articles:
        start = process_time()
        analyse(article)
        between = process_time()
        cut(article.text)
        taken.append((between - start, process_time() - between))
    return taken


def add_up(taken: Timed) -> tuple[float, float]:
    """Return the seconds for all articles."""
    return sum(mine for mine, _ in taken), sum(theirs for _, theirs in taken)


def find_least(rounds: list[Timed]) -> Timed:
    """Return the least seconds of each article in all rounds."""
    return [tuple(map(min, zip(*times, strict=True))) for times in zip(*rounds, strict=True)]


def load_cutter() -> Callable[[str], object]:
    """Return spaCy's English tokenizer with its rule that ends sentences; no model is needed."""
    try:
        import spacy  # noqa: PLC0415 - the only part that needs it
    except ImportError:
        sys.exit("spaCy is not installed: pip install -e '.[bench]'")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    return pipeline


def time_start(arguments: tuple[str, ...], rounds: int) -> float:
    """Return the median of the seconds that a fresh interpreter takes, its own start included."""
    taken = []
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as compiled:
        environment = kept | {"PYTHONPYCACHEPREFIX": compiled}
        for _ in range(rounds + 1):
            start = perf_counter()
            subprocess.run(
                [sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment
            )
            taken.append(perf_counter() - start)
    return median(taken[1:])  # the first one compiles the modules


def main() -> None:
    """Print the medians of all rounds as tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=Path, nargs="?", help="folder or file of JSON lines")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--most", type=int, default=100, help="articles, evenly spread over what is there")
    arguments = parser.parse_args()
    cut = load_cutter()
    found = list(read_articles(arguments.articles))
    articles = found[:: max(1, -(-len(found) // arguments.most))]
    words = sum(count_words(article.text) for article in articles)
    time_round(articles, cut)  # word lists and weights are read once, and the words are met
    gc.disable()
    rounds = [time_round(articles, cut) for _ in range(arguments.rounds)]
    gc.enable()
    sums = [add_up(taken) for taken in rounds]
    rows = (
        ("median of a round", tuple(median(times) for times in zip(*sums, strict=True))),
        ("least of each article", add_up(find_least(rounds))),
    )
    print(tell_state())
    print(f"{len(articles)} articles, {words:,} words, {arguments.rounds} rounds; for 900 words\n")
    print('| | analyse, milliseconds | spaCy blank("en") and sentencizer | times | articles a second |')
    print("|---|---|---|---|---|")
    for name, (mine, theirs) in rows:
        per = 1000 * WORDS / words
        speed = words / WORDS / mine
        print(f"| {name} | {per * mine:.1f} | {per * theirs:.1f} | {mine / theirs:.1f} | {speed:.0f} |")
    print()
    print("| in a fresh interpreter | seconds |\n|---|---|")
    for name, command in STARTS.items():
        print(f"| {name} | {time_start(command, arguments.rounds):.2f} |")


if __name__ == "__main__":
    main()
