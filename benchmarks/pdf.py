"""Print a book of briefings three ways: time, memory, size, tags, and whether bytes stay the same.

    .venv/bin/python -m pip install '.[bench]'
    .venv/bin/python -m benchmarks.pdf FOLDER [COUNT …]

FOLDER holds articles; their briefings are taken again and again until there are COUNT (30, 100 and 300).
The last table tells how each way grows from the first count to the last: 1 is in step with the briefings.
Typst sets our own book. Headless Chromium and WeasyPrint print the same briefings as pages of HTML, one after
another in one file, with the style of the site: without index or contents, notes at the end of each briefing.
Seconds are those of the processor, and memory is the most at a time, of all processes that a way needs (as
/proc of Linux tells): so other work on the machine hardly counts. Up to 100 briefings each is printed twice,
to compare the bytes.
"""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import cycle, islice
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory

from markdown import Markdown
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load
from pypdf import PdfReader

from build_brief.model.briefing import Briefing, BriefingId
from build_brief.model.edition import Edition
from build_brief.pipeline import build_edition
from build_brief.publish import read_assets
from build_brief.publish.pages.stories import print_briefing
from build_brief.publish.paper.books import lay_out_book
from build_brief.publish.paper.documents import Layout
from build_brief.publish.press import Press, set_up
from build_brief.publish.settings import SiteSettings

ROOT = Path(__file__).parent.parent
SIZES = (30, 100, 300)
WAYS = ("typst", "chromium", "weasyprint")
MAX_TWICE = 100
DEEP = 100_000
"""Articles are linked to one another; writing such values to disk goes deeper than Python allows unasked."""


def main() -> None:
    """Prepare the inputs, run each way in a process of its own, and print a table."""
    folder, *sizes = sys.argv[1:]
    edition = build_edition(Path(folder), report=lambda _: None)
    press = set_up(edition, SiteSettings())
    print(f"{len(edition.articles)} articles, {len(edition.briefings)} briefings\n")
    print("| way | briefings | pages | seconds | of these gathering | memory | file | tagged | same bytes |")
    print("|---|--:|--:|--:|--:|--:|--:|---|---|")
    with TemporaryDirectory() as place:
        counts = [int(size) for size in sizes] or SIZES
        runs: dict[tuple[str, int], Run] = {}
        for count in counts:
            gathering = prepare(press, take(edition, count), Path(place))
            for way in WAYS:
                row, runs[way, count] = measure(way, count, Path(place), gathering if way == "typst" else 0.0)
                print(row, flush=True)
    print("\n| way | seconds grow with | memory grows with |\n|---|--:|--:|")
    first, last = counts[0], counts[-1]
    for way in WAYS if first < last else ():
        begin, end, far = runs[way, first], runs[way, last], log(last / first)
        time_grows, memory_grows = log(end.seconds / begin.seconds), log(end.memory / begin.memory)
        print(f"| {way} | {time_grows / far:.2f} | {memory_grows / far:.2f} |")


def take(edition: Edition, count: int) -> tuple[Briefing, ...]:
    """Return `count` briefings, the same ones again under other names when there are fewer."""
    every = enumerate(islice(cycle(edition.briefings), count))
    return tuple(replace(b, id=BriefingId(f"{b.id}-{number}")) for number, b in every)


def prepare(press: Press, briefings: tuple[Briefing, ...], place: Path) -> float:
    """Write the inputs of all ways, and return the seconds that gathering ours took."""
    start = time.process_time()
    document = lay_out_book(press, briefings, scope="All briefings", layout=Layout())
    seconds = time.process_time() - start
    (place / "book.pickle").write_bytes(pickle.dumps(document))
    style = next(file.content.decode() for file in read_assets() if file.path.endswith("brief.css"))
    bodies = "\n".join(write_html(press, briefings))
    page = f"<!doctype html><html lang=en><head><title>Briefings</title><style>{style}</style></head>"
    body = f"<body data-md-color-scheme=default class=md-typeset>{bodies}</body></html>"
    (place / "book.html").write_text(page + body, encoding="utf-8")
    return seconds


def write_html(press: Press, briefings: tuple[Briefing, ...]) -> Iterator[str]:
    """Give the page of each briefing in HTML, its anchors its own."""
    settings = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    named = [next(iter(entry.items())) if isinstance(entry, dict) else (entry, {}) for entry in settings]
    markdown = Markdown(extensions=[name for name, _ in named], extension_configs=dict(named))
    for number, briefing in enumerate(briefings):
        text, _ = get_data(print_briefing(press, briefing, newer=None, older=None).text)
        html = markdown.reset().convert(text)
        html = re.sub(r'(id="|href="#)', rf"\g<1>b{number}-", html)
        yield f'<section style="break-before: page">{html}</section>'


def measure(way: str, count: int, place: Path, gathering: float) -> tuple[str, Run]:
    """Return the row of one way, and what it took."""
    runs = [watch(way, place, place / f"{way}-{turn}.pdf") for turn in range(2 if count <= MAX_TWICE else 1)]
    reader = PdfReader(place / f"{way}-0.pdf")
    tagged = "yes" if "/StructTreeRoot" in reader.trailer["/Root"] else "no"
    outputs = [(place / f"{way}-{turn}.pdf").read_bytes() for turn in range(len(runs))]
    same = {1: "–", 2: "yes" if outputs[0] == outputs[-1] else "no"}[len(runs)]
    seconds, memory = min(run.seconds for run in runs) + gathering, max(run.memory for run in runs)
    row = (
        f"| {way} | {count} | {len(reader.pages)} | {seconds:.1f} | {gathering:.1f} "
        f"| {memory // 1024} MB | {len(outputs[0]) / 1e6:.1f} MB | {tagged} | {same} |"
    )
    return row, Run(seconds=seconds, memory=memory)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run took."""

    seconds: float
    memory: int
    """In kB; what processes share counts once."""


def watch(way: str, place: Path, output: Path) -> Run:
    """Print one way in a process of its own, and look five times a second at what it and its children use."""
    command = [sys.executable, "-m", "benchmarks.pdf", "--print", way, str(place), str(output)]
    process = subprocess.Popen(command)
    seconds: dict[int, float] = {}
    memory = 0
    while process.poll() is None:
        family = list(find_family(process.pid))
        seconds |= {pid: used for pid in family if (used := read_seconds(pid))}
        memory = max(memory, sum(map(read_memory, family)))
        time.sleep(0.2)
    if process.returncode:
        raise SystemExit(process.returncode)
    return Run(seconds=sum(seconds.values()), memory=memory)


def find_family(pid: int) -> Iterator[int]:
    """Give `pid` and all that descend from it."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in children.read_text().split():
                yield from find_family(int(child))


def read_seconds(pid: int) -> float:
    """Return the seconds of the processor that a process has used so far; 0 when it is gone."""
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def read_memory(pid: int) -> int:
    """Return the share of memory of a process in kB; 0 when it is gone."""
    with suppress(OSError):
        found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
        return int(found[1]) if found else 0
    return 0


def print_one(way: str, place: Path, output: Path) -> None:
    """Print the prepared book one way."""
    {"typst": print_with_typst, "chromium": print_with_chromium, "weasyprint": print_with_weasyprint}[way](
        place, output
    )


def print_with_typst(place: Path, output: Path) -> None:
    """Set our own book."""
    from build_brief.publish.paper.binding import bind  # noqa: PLC0415
    from build_brief.publish.paper.typesetting import Typesetter  # noqa: PLC0415

    document = pickle.loads((place / "book.pickle").read_bytes())  # noqa: S301 - our own
    with Typesetter() as typesetter:
        output.write_bytes(bind(document, typesetter).content)


def print_with_chromium(place: Path, output: Path) -> None:
    """Print the pages with headless Chromium, tagged and with an outline.

    From its command line: through the protocol that drives it from outside, a book of 300 does not come back.
    """
    from tests.browser import ARGUMENTS, find_browser  # noqa: PLC0415

    options = ("--headless", "--no-pdf-header-footer", "--generate-pdf-document-outline")
    address = (place / "book.html").as_uri()
    command = [find_browser(), *ARGUMENTS, *options, f"--print-to-pdf={output}", address]
    subprocess.run(command, check=True, capture_output=True)


def print_with_weasyprint(place: Path, output: Path) -> None:
    """Print the pages with WeasyPrint, tagged, the time of the file fixed."""
    import weasyprint  # noqa: PLC0415

    html = weasyprint.HTML(filename=place / "book.html")
    html.write_pdf(output, pdf_tags=True, pdf_identifier=b"book")


if __name__ == "__main__":
    sys.setrecursionlimit(DEEP)
    if sys.argv[1] == "--print":
        print_one(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        main()
