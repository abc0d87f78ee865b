"""Measure what linking costs as the folder grows, step by step, and when one article of many changes.

    python -m benchmarks.link_growth CORPUS.jsonl 500 1000 2000 5000 10000 --keep FOLDER

The articles are analysed once and kept in FOLDER. Each size is linked in a process of its own: from nothing,
then again, as a live site does, with one article changed and with one more. Seconds are the processor's.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from time import process_time
from typing import ParamSpec, TypeVar

from benchmarks.corpus import write_articles
from benchmarks.growth import print_table

from build_brief import link as stage
from build_brief.cache.memory import LINKED, Living
from build_brief.model.annotations import AnnotatedArticle
from build_brief.pipeline import find_articles
from build_brief.workforce import Work, examine

STEPS = (
    "cluster_stories",
    "order_stories",
    "resolve_entities",
    "attribute_quotes",
    "settle_utterances",
    "gather_issues",
    "order_timeline",
)
ADDED = "\n“We will look at it again,” said Mayor Ana Ruiz on Monday.\n"

Seconds = dict[str, float]

P = ParamSpec("P")
R = TypeVar("R")


def main() -> None:
    """Print a table: a row for each figure, a column for each size, and the exponent of its growth."""
    parser = argparse.ArgumentParser(description="Measure how the cost of linking grows.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--keep", type=Path, required=True, help="where analysed articles are kept")
    parser.add_argument("--own", choices=("find", "measure"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.own:
        articles = find(options.corpus, options.sizes[0], options.keep)
        print(json.dumps(measure(articles) if options.own == "measure" else {}))
        return
    _in_own_process("find", options.corpus, max(options.sizes), options.keep)
    for size in options.sizes:
        if not (options.keep / f"cache-{size}").exists():
            shutil.copytree(options.keep / f"cache-{max(options.sizes)}", options.keep / f"cache-{size}")
    columns = [_in_own_process("measure", options.corpus, size, options.keep) for size in options.sizes]
    print_table(options.sizes, columns)


def find(corpus: Path, size: int, keep: Path) -> tuple[AnnotatedArticle, ...]:
    """Return the first `size` articles of `corpus` repeated, analysed only when nothing is kept of them."""
    sources = keep / str(size)
    if not sources.exists():
        write_articles(corpus, sources, size)
    return find_articles(sources, report=lambda _: None, work=Work(cache=keep / f"cache-{size}"))


def _in_own_process(what: str, corpus: Path, size: int, keep: Path) -> Seconds:
    """Find or measure in a process that has not yet taken memory for anything else."""
    command = [sys.executable, "-m", "benchmarks.link_growth", str(corpus), str(size), "--keep", str(keep)]
    done = subprocess.run([*command, "--own", what], check=True, stdout=subprocess.PIPE, encoding="utf-8")
    found: Seconds = json.loads(done.stdout.splitlines()[-1])
    return found


def measure(articles: tuple[AnnotatedArticle, ...]) -> Seconds:
    """Return what linking `articles` costs."""
    found: Seconds = {"articles, MB": _memory()}
    times: Seconds = dict.fromkeys(STEPS, 0.0)
    for step in STEPS:
        setattr(stage, step, _timed(getattr(stage, step), step, times))
    work = Work(living=Living())
    found["from nothing"] = _link(articles, work)
    found |= {f"of it {step}": seconds for step, seconds in times.items()}
    found["and linked, MB"] = _memory()
    found["nothing changed"] = _link(articles, work)
    found["one article changed"] = _link((*articles[:-1], _change(articles[-1])), work)
    found["one article fewer"] = _link(articles[:-1], work)
    found["with what is kept, MB"] = _memory()
    return found


def _link(articles: tuple[AnnotatedArticle, ...], work: Work) -> float:
    start = process_time()
    with work.remember(LINKED, (found.article for found in articles), articles) as memory:
        stage.link(articles, memory=memory)
    return process_time() - start


def _change(found: AnnotatedArticle) -> AnnotatedArticle:
    text = (
        f"Title: {found.article.headline}\nDate: {found.article.published}\n\n{found.article.text}\n{ADDED}"
    )
    changed, _ = examine(found.article.id, text.encode())
    assert changed is not None
    return changed


def _timed(step: Callable[P, R], name: str, times: Seconds) -> Callable[P, R]:
    @wraps(step)
    def timed(*args: P.args, **named: P.kwargs) -> R:
        start = process_time()
        done = step(*args, **named)
        times[name] += process_time() - start
        return done

    return timed


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
