"""Measure what a reader waits for on a briefing page: `python -m benchmarks.first_citation SITE`.

A page may follow; by default it is the newest briefing of the built site. It is opened cold, five
times, over HTTP, on the network of a telephone (Lighthouse's “slow 4G”: 1.6 Mbit/s, 150 ms) and with
a processor four times slower. Printed are medians, and of times the quickest too: requests, bytes as a
server that packs text (gzip) sends them, how far the page jumps; the time until something is painted and
until the largest piece is; and, asked for at once, until a citation shows its passage.
"""

from __future__ import annotations

import gzip
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread

from playwright.sync_api import Browser, Page

from tests.browser import open_browser

BITS, DELAY, SLOWER, RUNS = 1.6e6, 150, 4, 5

PACKED = (".html", ".css", ".js", ".json")

OBSERVE = """
window.painted = {largest: 0, moved: 0};
const watch = (type, note) =>
  new PerformanceObserver(list => list.getEntries().forEach(note)).observe({type, buffered: true});
watch("largest-contentful-paint", entry => { painted.largest = entry.startTime; });
watch("layout-shift", entry => { painted.moved += entry.hadRecentInput ? 0 : entry.value; });
"""

READ = """
() => {
  const first = performance.getEntriesByName("first-contentful-paint")[0];
  const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  return [files.length, files.reduce((sum, file) => sum + file.transferSize, 0), first ? first.startTime : 0,
          painted.largest, painted.moved];
}
"""


class Packing(SimpleHTTPRequestHandler):
    """Serves files as a usual host does: text packed."""

    def do_GET(self) -> None:
        """Send one file."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        content, packed = path.read_bytes(), path.suffix in PACKED
        content = gzip.compress(content, mtime=0) if packed else content
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(content)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def slow_page(browser: Browser) -> Iterator[Page]:
    """Open a page in a browser that has never seen the site."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    speed = {"latency": DELAY, "downloadThroughput": BITS / 8, "uploadThroughput": BITS / 8, "offline": False}
    session.send("Network.emulateNetworkConditions", speed)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(OBSERVE)
    yield page
    context.close()


def visit(browser: Browser, address: str) -> list[float]:
    """Return the figures of two cold visits: one left alone, one that asks for a passage at once."""
    with slow_page(browser) as page:
        page.goto(address, wait_until="networkidle")
        figures = page.evaluate(READ)
    with slow_page(browser) as page:
        start = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.locator(".footnote-ref").first.hover(timeout=60_000)
        page.locator(".md-tooltip2--active mark").first.wait_for(timeout=60_000)
        return [*figures, (time.perf_counter() - start) * 1000]


def main(site: Path, path: str) -> None:
    """Print the medians."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Packing, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    with open_browser() as browser:
        visits = [visit(browser, f"http://127.0.0.1:{server.server_port}/{path}") for _ in range(RUNS)]
    server.shutdown()
    figures = [sorted(figure) for figure in zip(*visits, strict=True)]
    requests, sent, first, largest, moved, passage = figures
    print(f"{path}: {median(requests):.0f} requests, {median(sent) / 1000:.0f} kB, moved {median(moved):.3f}")
    for name, times in (("first paint", first), ("largest", largest), ("passage of a citation", passage)):
        print(f"{name} after {median(times):.0f} ms, {times[0]:.0f} at best")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    newest = max((folder / "briefings").glob("[0-9]*.html"))
    main(folder, sys.argv[2] if len(sys.argv) > 2 else newest.relative_to(folder).as_posix())  # noqa: PLR2004
