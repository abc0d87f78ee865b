"""Measure the theme's own search, ours in pieces, and Pagefind: `python -m benchmarks.search`.

Numbers of pages may follow, else 1,000 and 10,000. All get the same invented pages: 600 words with the
frequencies of a natural language, three sections each. What MkDocs would make of the pages is written
straight into its index, so that no time goes into rendering. A page of the site is then opened in
headless Chromium over HTTP, five times by somebody who has never been there, and the time is taken from
the query to the first result: printed are the median, the quickest and the slowest. Pagefind is no
part of this project and must be installed for this: `pip install 'pagefind[extended]'`.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread

from playwright.sync_api import Page

from build_brief.publish.machines.search_pieces import write_pieces
from tests.browser import open_browser
from tests.projects import make_project, run

WORDS, SECTIONS, VOCABULARY = 600, 3, 40_000
VISITS = 5

Invented = list[tuple[str, list[tuple[str, str]]]]


def invent_words() -> list[str]:
    """Return a vocabulary, the most frequent word first; some beginnings have many more words than others."""
    source = random.Random(0)  # noqa: S311 - invented words, no secret
    letters = "sssspppcccrrttmmddbbllnnffgghhkvwxyz", "aaaeeeeiiioou"
    made = (
        "".join(source.choice(letters[at % 2]) for at in range(2 + number % 9))
        for number in range(VOCABULARY)
    )
    return list(dict.fromkeys(made))


def invent(pages: int) -> Invented:
    """Return `pages` of a title and sections; the same for every run."""
    source, words = random.Random(pages), invent_words()  # noqa: S311
    weights = [1 / (n + 3) for n in range(len(words))]
    made: Invented = []
    for number in range(pages):
        drawn = source.choices(words, weights, k=WORDS)
        size = WORDS // SECTIONS
        parts = [(f"Part {at}", " ".join(drawn[at * size : (at + 1) * size])) for at in range(SECTIONS)]
        made.append((f"Page {number} {' '.join(drawn[:5])}", parts))
    return made


def write_own(pages: Invented, site: Path) -> float:
    """Put `pages` into the index of the theme's own search, and return how long that took."""
    start = time.perf_counter()
    docs = []
    for number, (title, parts) in enumerate(pages):
        docs.append({"location": f"p{number}.html", "title": title, "text": ""})
        for part, (heading, words) in enumerate(parts):
            text = f"<p>{words}</p>"
            docs.append({"location": f"p{number}.html#s{part}", "title": heading, "text": text})
    file = site / "search" / "search_index.json"
    index = json.loads(file.read_text(encoding="utf-8")) | {"docs": docs}
    text = json.dumps(index, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")
    file.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8")
    return time.perf_counter() - start


def write_pagefind(pages: Invented, site: Path) -> float:
    """Write `pages` as HTML, index them with Pagefind, and return how long the index took."""
    for number, (title, parts) in enumerate(pages):
        body = "".join(f'<h2 id="s{n}">{t}</h2><p>{w}</p>' for n, (t, w) in enumerate(parts))
        html = f"<!doctype html><html lang=en><title>{title}</title><main><h1>{title}</h1>{body}</main>"
        (site / f"p{number}.html").write_text(html, encoding="utf-8")
    start = time.perf_counter()
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
    subprocess.run(command, check=True, capture_output=True)
    took = time.perf_counter() - start
    (site / "index.html").write_text("<!doctype html><title>Search</title>", encoding="utf-8")
    return took


def ask_own(page: Page, address: str, query: str) -> float:
    """Type `query` into the theme's box, and return the seconds to the first result."""
    page.goto(f"{address}/index.html")
    start = time.perf_counter()
    page.locator("input.md-search__input").press_sequentially(query)  # the theme listens for keys
    page.locator(".md-search-result__item").first.wait_for(timeout=300_000)
    return time.perf_counter() - start


ASK_PAGEFIND = """
async query => {
  const engine = await import("/pagefind/pagefind.js");
  const found = await engine.search(query);
  await Promise.all(found.results.slice(0, 5).map(result => result.data()));
  return found.results.length;
}
"""


def ask_pagefind(page: Page, address: str, query: str) -> float:
    """Ask Pagefind, and return the seconds until five results can be shown."""
    page.goto(f"{address}/index.html")
    start = time.perf_counter()
    page.evaluate(ASK_PAGEFIND, query)
    return time.perf_counter() - start


class Counting(SimpleHTTPRequestHandler):
    """Serves files and counts their bytes."""

    sent = 0

    def copyfile(self, source: object, outputfile: object) -> None:
        """Count what is copied."""
        Counting.sent += len(content := source.read())  # type: ignore[attr-defined]
        outputfile.write(content)  # type: ignore[attr-defined]

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve `folder`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Counting, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


Asked = tuple[list[float], float]
"""Seconds to the first result, from the quickest visit to the slowest, and megabytes that one loaded."""


def measure(site: Path, ask: Callable[[Page, str, str], float]) -> Asked:
    """Ask for two words, of which one is rare, in one new visit after another."""
    words = invent_words()
    times = []
    with serving(site) as address, open_browser() as browser:
        for _ in range(VISITS):
            context = browser.new_context(service_workers="block")
            Counting.sent = 0
            times.append(ask(context.new_page(), address, f"{words[300]} {words[5000]}"))
            loaded = Counting.sent / 1e6
            context.close()
    return sorted(times), loaded


def size(files: Iterator[Path]) -> float:
    """Return megabytes."""
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def main(sizes: list[int]) -> None:
    """Print one row for each engine and size."""
    print("| pages | engine | index made | on disk | loaded by page and query | first result, cold |")
    print("| ---: | --- | ---: | ---: | ---: | ---: |")
    for count in sizes:
        pages = invent(count)
        with tempfile.TemporaryDirectory() as folder:
            project = make_project(Path(folder) / "project")
            built = run("build", project, "--quiet")
            if built.returncode:
                sys.exit(built.stderr)
            site = project / "site"
            took = write_own(pages, site)
            report(count, "theme", took, size((site / "search").glob("*.json")), measure(site, ask_own))
            start = time.perf_counter()
            write_pieces(site)
            took += time.perf_counter() - start
            report(count, "pieces", took, size((site / "search/pieces").glob("*")), measure(site, ask_own))
        with tempfile.TemporaryDirectory() as folder:
            took = write_pagefind(pages, Path(folder))
            disk = size((Path(folder) / "pagefind").rglob("*"))
            report(count, "Pagefind", took, disk, measure(Path(folder), ask_pagefind))


def report(pages: int, engine: str, took: float, disk: float, asked: Asked) -> None:
    """Print one row."""
    times, loaded = asked
    told = f"{median(times):.2f} s ({times[0]:.2f}–{times[-1]:.2f})"
    print(f"| {pages:,} | {engine} | {took:.1f} s | {disk:.1f} MB | {loaded:.2f} MB | {told} |", flush=True)


if __name__ == "__main__":
    main([int(re.sub(r"\D", "", argument)) for argument in sys.argv[1:]] or [1000, 10_000])
