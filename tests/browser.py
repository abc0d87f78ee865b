"""A real browser for the tests: finds one, and opens pages in it.

`python -m tests.browser` prints which one, or fails when there is none.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")

ARGUMENTS = (
    "--no-sandbox",  # test machines run as root in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_browser() -> str:
    """Return the path of a Chromium; `BUILD_BRIEF_BROWSER` names another one."""
    for name in (os.environ.get("BUILD_BRIEF_BROWSER", ""), *NAMES):
        path = shutil.which(name) if name else None
        if path:
            return path
    message = "no Chromium found: install the package chromium, or set BUILD_BRIEF_BROWSER to its path"
    raise FileNotFoundError(message)


PATIENCE = 30_000
"""Milliseconds that an expectation may take to come true; a loaded machine is slow, not wrong."""


@contextmanager
def open_browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(ARGUMENTS))
        yield browser
        browser.close()


if __name__ == "__main__":
    try:
        print(find_browser())  # noqa: T201
    except FileNotFoundError as error:
        sys.exit(str(error))
