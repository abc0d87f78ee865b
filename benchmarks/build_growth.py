"""Measure what a build costs as the folder grows, stage by stage, beside MkDocs alone on the same pages.

    python -m benchmarks.build_growth CORPUS.jsonl 100 1000 10000

Each size is a project of its own, built by one process in one core's time: from nothing, again with nothing
changed, and with one article changed. Then MkDocs makes the site of the same pages, once rendering all and
once with the pages it kept. `--against` also times, on the same articles, loops that a user might write
instead: trafilatura on each article as a page, spaCy's blank English with its sentencizer on each text;
and Zensical on the same pages. Seconds are the processor's.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from math import log
from pathlib import Path
from time import process_time

from benchmarks.corpus import write_articles

from build_brief.cli.starting import STARTER
from build_brief.compose import compose
from build_brief.config import Config, read_config
from build_brief.link import link
from build_brief.mkdocs_pages import FILE
from build_brief.mkdocs_site import build_html
from build_brief.model.site import Site
from build_brief.pipeline import cache_of, find_articles
from build_brief.publish import publish
from build_brief.publish.paper import print_briefings
from build_brief.workforce import Work
from build_brief.writing import write_site
from build_brief.writing.files import read_file_if_any

CLOCK = "1735689600"

Seconds = dict[str, float]


def main() -> None:
    """Print a table: a row for each figure, a column for each size, and the exponent of its growth."""
    parser = argparse.ArgumentParser(description="Measure how the cost of a build grows.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--against", action="store_true", help="time what a user might write instead, too")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.corpus, options.sizes[0], against=options.against)))
        return
    columns = [_in_own_process(options.corpus, size, against=options.against) for size in options.sizes]
    _print_table(options.sizes, columns)


def _in_own_process(corpus: Path, size: int, *, against: bool) -> Seconds:
    command = [sys.executable, "-m", "benchmarks.build_growth", str(corpus), str(size), "--one"]
    done = subprocess.run(
        [*command, *(["--against"] if against else [])], check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    found: Seconds = json.loads(done.stdout.splitlines()[-1])
    return found


def _print_table(sizes: list[int], columns: list[Seconds]) -> None:
    print("| | " + " | ".join(f"{size:,}" for size in sizes) + " | exponent |")
    print("| --- |" + " ---: |" * (len(sizes) + 1))
    for name in columns[-1]:
        values = [column[name] for column in columns]
        growth = _exponent(values, sizes) if sizes[1:] else 0.0
        print(f"| {name} | " + " | ".join(f"{value:,.1f}" for value in values) + f" | {growth:.2f} |")


def _exponent(values: list[float], sizes: list[int]) -> float:
    """Return the power of the number of articles that a figure grows with, 1 when in step with it."""
    return log(max(values[-1], 0.01) / max(values[0], 0.01)) / log(sizes[-1] / sizes[0])


def measure(corpus: Path, size: int, *, against: bool) -> Seconds:
    """Return what one size costs."""
    found: Seconds = {}
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        write_articles(corpus, project / "sources", size)
        (project / "mkdocs.yml").write_bytes((STARTER / "mkdocs.yml").read_bytes())
        config = read_config(project)
        for name in ("from nothing", "nothing changed", "one article changed"):
            if name.startswith("one"):
                _change(config.sources)
            found |= {f"{stage}, {name}": seconds for stage, seconds in time_stages(config).items()}
        found["largest memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        found["pages"] = float(len(list(config.docs.rglob("*.md"))))
        found |= time_mkdocs(config)
        if against:
            found |= time_others(config)
    return found


@contextmanager
def _timed(seconds: Seconds, name: str) -> Iterator[None]:
    start = process_time()
    yield
    seconds[name] = process_time() - start


def time_stages(config: Config) -> Seconds:
    """Return the seconds of each stage of a build of ours, and their sum."""
    seconds: Seconds = {}
    with _timed(seconds, "read and analyse"):
        articles = find_articles(config.sources, report=lambda _: None, work=Work(cache=cache_of(config)))
    with _timed(seconds, "link"):
        dossier = link(articles)
    with _timed(seconds, "compose"):
        edition = compose(dossier)
    with _timed(seconds, "publish"):
        pages = publish(edition, settings=config.settings)
    with _timed(seconds, "print PDFs"):
        papers = print_briefings(
            edition,
            settings=config.settings,
            kept=lambda path: read_file_if_any(config.docs / path),
            report=lambda _: None,
            threads=1,
        )
    with _timed(seconds, "write"):
        write_site(Site(files=(*pages.files, *papers)), config.docs, report=lambda _: None)
    return seconds | {"all stages": sum(seconds.values())}


def _change(sources: Path) -> None:
    file = min(sources.iterdir())
    text = file.read_text(encoding="utf-8")
    added = "“We will look at it again,” said Mayor Ana Ruiz on Monday.\n"
    file.write_text(f"{text}\n{added}", encoding="utf-8")


def time_mkdocs(config: Config) -> Seconds:
    """Return the seconds that MkDocs takes for the pages, all rendered and then all kept."""
    seconds: Seconds = {}
    (cache_of(config) / FILE).unlink(missing_ok=True)
    for name in ("MkDocs, every page rendered", "MkDocs, every page kept"):
        with _timed(seconds, name):
            build_html(config, site=config.site, clock=CLOCK, warn=print)
    return seconds


def time_others(config: Config) -> Seconds:
    """Return the seconds of what a user might run instead on the same articles and pages."""
    import spacy  # noqa: PLC0415 - an extra, and slow to import
    import trafilatura  # noqa: PLC0415 - slow to import

    texts = [file.read_text(encoding="utf-8") for file in sorted(config.sources.iterdir())]
    pages = [f"<html><body><article><p>{escape(text)}</p></article></body></html>" for text in texts]
    english = spacy.blank("en")
    english.add_pipe("sentencizer")
    seconds: Seconds = {}
    with _timed(seconds, "trafilatura, a page each"):
        for page in pages:
            trafilatura.extract(page)
    with _timed(seconds, "spaCy blank English, sentences"):
        for text in texts:
            english(text)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    shutil.rmtree(config.site)
    command = [sys.executable, "-m", "zensical", "build"]
    subprocess.run(command, cwd=config.folder, check=True, stdout=sys.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds["Zensical"] = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds


if __name__ == "__main__":
    main()
