"""Measure what a build costs as the folder grows, stage by stage, beside what a user might run instead.

    python -m benchmarks.build_growth CORPUS.jsonl 100 1000 10000 --against

Each size is a project of its own, built without PDFs by one process in one core's time: from nothing; by the
next command, with one article changed; and by a live site, with another one changed, both in a process that
has built nothing before. Then MkDocs makes the site of the same pages, rendering all in two processes; and a
live site is built whole and, with one article changed, in part. `--against` also times what a user might run
instead: trafilatura on each article as a page, spaCy's blank English with its sentencizer on each text; and
Zensical and MkDocs without our plugin on the same pages. `--without-html` leaves out all that renders HTML.
Seconds are the processor's; after the table come articles a second and ratios.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from benchmarks.corpus import write_articles
from benchmarks.growth import print_table
from benchmarks.live_site import time_live_site
from benchmarks.other_tools import time_others
from benchmarks.processor_time import Seconds, spent_by_others, tell, timed

from build_brief.cache.memory import Living
from build_brief.cache.spool import open_spool
from build_brief.cli.starting import STARTER
from build_brief.config import Config, read_config
from build_brief.mkdocs.pages import FILE
from build_brief.mkdocs.site import build_html
from build_brief.pipeline import (
    cache_of,
    calm_collector,
    compose_dossier,
    find_articles,
    link_articles,
    print_site,
)
from build_brief.read import load, read_bytes
from build_brief.workforce import Work
from build_brief.writing import write_site

CLOCK = "1735689600"

FIRST, NEXT, LIVE = "from nothing", "one article changed", "one article changed, live"
ALL = "all our stages"
RENDERED = "HTML, every page rendered"


def main() -> None:
    """Print a table: a row for each figure, a column for each size, and the exponent of its growth."""
    parser = argparse.ArgumentParser(description="Measure how the cost of a build grows.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--against", action="store_true", help="time what a user might write instead, too")
    parser.add_argument("--without-html", action="store_true", help="leave out all that renders HTML")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options)))
        return
    columns = [_in_own_process(options, size) for size in options.sizes]
    print_table(options.sizes, columns)


def _in_own_process(options: argparse.Namespace, size: int) -> Seconds:
    chosen = ["--against"] * options.against + ["--without-html"] * options.without_html
    command = [
        sys.executable,
        "-m",
        "benchmarks.build_growth",
        str(options.corpus),
        str(size),
        "--one",
        *chosen,
    ]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    found: Seconds = json.loads(done.stdout.splitlines()[-1])
    return found


def measure(options: argparse.Namespace) -> Seconds:
    """Return what one size costs, in seconds unless the name says otherwise."""
    size, found = options.sizes[0], Seconds()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        write_articles(options.corpus, project / "sources", size)
        settings = (STARTER / "mkdocs.yml").read_text(encoding="utf-8")
        (project / "mkdocs.yml").write_text(_without_pdfs(settings), encoding="utf-8")
        config = read_config(project)
        found["read alone"] = time_reading(config)
        found |= time_stages(config, FIRST)
        found["largest memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        found["pages"] = float(len(list(config.docs.rglob("*.md"))))
        found |= time_changes_apart(config)
        tell(found)
        if not options.without_html:
            found |= time_html(config)
            tell(found)
        if options.against:
            found |= time_others(config, html=not options.without_html)
    return found | rate(found, size)


def _without_pdfs(settings: str) -> str:
    return settings.replace("build_brief:\n", "build_brief:\n    pdf: false\n", 1)


def time_reading(config: Config) -> float:
    """Return the seconds that reading takes without analysing."""
    seconds = Seconds()
    with timed(seconds, "read"):
        for file in sorted(config.sources.iterdir()):
            read_bytes(load(file), name=file.name, report=lambda _: None)
    return seconds["read"]


def time_changes_apart(config: Config) -> Seconds:
    """Do as `time_changes`, in a fresh process: it has not the memory of the build from nothing."""
    # A process that is started from this one counts the memory of this one as its own, in Linux.
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("forkserver")) as fresh:
        return fresh.submit(time_changes, config).result()


def time_changes(config: Config) -> Seconds:
    """Return the seconds that one changed article takes the next command, and another one a live site."""
    living = Living()
    change(config.sources, 0)
    seconds = time_stages(config, NEXT, living)
    change(config.sources, 1)
    seconds |= time_stages(config, LIVE, living)
    seconds["largest memory, live, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds


@calm_collector()
def time_stages(config: Config, name: str, living: Living | None = None) -> Seconds:
    """Return the seconds of each stage of a build of ours, and their sum."""
    seconds, work = Seconds(), Work(cache=cache_of(config), living=living)
    with timed(seconds, f"read and analyse, {name}"):
        articles = find_articles(config.sources, report=lambda _: None, work=work)
    with timed(seconds, f"link, {name}"):
        dossier = link_articles(articles, work=work)
    with timed(seconds, f"compose, {name}"):
        edition = compose_dossier(dossier, config.sources, work=work)
    with open_spool(work.cache) as pack:
        with timed(seconds, f"publish, {name}"):
            printing = replace(work, pack=pack)
            site = print_site(edition, config=config, report=lambda _: None, work=printing)
        with timed(seconds, f"write, {name}"):
            write_site(site, config.docs, report=lambda _: None)
    return seconds | {f"{ALL}, {name}": sum(seconds.values())}


def change(sources: Path, number: int) -> None:
    """Change one article: a quotation is added to it."""
    file = sorted(sources.iterdir())[number]
    text = file.read_text(encoding="utf-8")
    added = "“We will look at it again,” said Mayor Ana Ruiz on Monday.\n"
    file.write_text(f"{text}\n{added}", encoding="utf-8")


def time_html(config: Config) -> Seconds:
    """Return the seconds that MkDocs takes for all pages, rendered by two processes, and for a live site."""
    (cache_of(config) / FILE).unlink(missing_ok=True)
    seconds, before = Seconds(), spent_by_others()
    with timed(seconds, "HTML, every page rendered, in the first of two processes"):
        build_html(config, site=config.site, clock=CLOCK, warn=print, processes=2)
    helped = spent_by_others() - before
    seconds[RENDERED] = helped + sum(seconds.values())
    changes = tuple(partial(change, config.sources, number) for number in (2, 3))
    return seconds | time_live_site(config, config.folder / "live", changes)


def rate(found: Seconds, size: int) -> Seconds:
    """Return articles a second, and what our stages take as a share of other times of the same run."""
    whole = found[f"{ALL}, {FIRST}"]
    analysing = found[f"read and analyse, {FIRST}"] - found["read alone"]
    rates = {
        "articles a second: read": size / found["read alone"],
        "articles a second: analyse": size / analysing,
        f"articles a second: {ALL}": size / whole,
        f"share of {ALL} for one changed article, %": 100 * found[f"{ALL}, {NEXT}"] / whole,
        f"share of {ALL} for one changed article, live, %": 100 * found[f"{ALL}, {LIVE}"] / whole,
    }
    others = ("mkdocs build", "zensical build", RENDERED)
    rates |= {f"{ALL} / {other}": whole / found[other] for other in others if other in found}
    loops = ("trafilatura, a page each", "spaCy blank English, sentences")
    return rates | {
        f"read and analyse / {loop}": (analysing + found["read alone"]) / found[loop]
        for loop in loops
        if loop in found
    }


if __name__ == "__main__":
    main()
