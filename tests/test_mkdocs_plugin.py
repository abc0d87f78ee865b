"""The MkDocs plugin: the same pages as the command, live and without a loop."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue
from urllib.error import HTTPError

import pytest

from build_brief.mkdocs.watch import OwnWriting
from build_brief.model.site import Site, pack_file
from build_brief.writing import write_site
from tests.projects import make_project, read_tree, run

PATIENCE = 60
"""Seconds; a loaded machine is slow, a test that waits for an event is not."""

QUIET = 10
"""Seconds; a site that sees its own writing as a change begins its next build within one or two."""

MOST_BUILDS = 12
"""What two changes may bring about, each noticed in as many parts as it was written in; a loop has no end."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "project")
    file = project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("plugins:\n", "plugins:\n  - build-brief\n"), encoding="utf-8")
    return project


def mkdocs(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *map(str, arguments)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )


def test_mkdocs_alone_makes_the_same_site_as_the_command(project: Path, tmp_path: Path) -> None:
    ended = mkdocs("build", "--strict", "--config-file", project / "mkdocs.yml")
    assert ended.returncode == 0, ended.stderr
    assert "build_brief: articles: 3, stories: 2" in ended.stderr
    other = make_project(tmp_path / "other")
    assert run("build", other).returncode == 0
    for folder in ("docs", "site"):
        first, second = read_tree(project / folder), read_tree(other / folder)
        assert [path for path in sorted({*first, *second}) if first.get(path) != second.get(path)] == []


def test_the_command_does_not_do_the_work_twice(project: Path) -> None:
    script = """
import sys, build_brief.pipeline as pipeline
import build_brief.mkdocs.plugin as plugin
def refuse(*_, **__): raise SystemExit("twice")
plugin.update_pages = refuse
sys.argv[1:] = ["build", sys.argv[1]]
from build_brief.cli import main
main()
"""
    ended = subprocess.run(
        [sys.executable, "-c", script, project], check=False, capture_output=True, encoding="utf-8"
    )
    assert ended.returncode == 0, ended.stderr
    assert (project / "site" / "index.html").is_file()


def test_mkdocs_says_what_is_wrong(project: Path) -> None:
    (project / "sources" / "empty.txt").touch()
    ended = mkdocs("build", "--strict", "--config-file", project / "mkdocs.yml")
    assert ended.returncode == 1
    assert re.search(r"WARNING.*left out: empty\.txt: ", ended.stderr)
    for file in (project / "sources").rglob("*.txt"):
        file.unlink()
    ended = mkdocs("build", "--config-file", project / "mkdocs.yml")
    assert ended.returncode == 1
    assert "there is no article in it" in ended.stderr


@contextmanager
def serving(project: Path) -> Iterator[tuple[str, Queue[str]]]:
    """Run `build-brief serve`, and give its address and what it says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "build_brief", "serve", project, "--address", address]
    said: Queue[str] = Queue()

    def listen() -> None:
        assert server.stderr
        for line in server.stderr:
            said.put(line)

    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as server:
        listener = threading.Thread(target=listen)
        listener.start()
        try:
            yield f"http://{address}/", said
        finally:
            server.terminate()
            listener.join()


def wait_for(words: str, said: Queue[str]) -> None:
    heard = []
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            heard.append(said.get(timeout=1))
        except Empty:
            continue
        if words in heard[-1]:
            return
    pytest.fail(f"never said {words!r}: {heard}")


def shows(words: str, address: str) -> bool:
    with suppress(HTTPError):  # a page that is not there yet
        return words in fetch(address)
    return False


def wait_until_shown(words: str, address: str) -> None:
    """Look again and again: which of the server's reloads belongs to which change, it does not say."""
    until = time.monotonic() + PATIENCE
    while not shows(words, address):
        assert time.monotonic() < until, f"{address} never shows {words!r}"
        time.sleep(0.2)


def builds_until_quiet(said: Queue[str]) -> int:
    """Count the builds until none has begun for `QUIET` seconds, or until there are too many."""
    builds, quiet_since = 0, time.monotonic()
    while time.monotonic() < quiet_since + QUIET and builds <= MOST_BUILDS:
        with suppress(Empty):
            if "Building documentation" in said.get(timeout=1):
                builds, quiet_since = builds + 1, time.monotonic()
    return builds


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as page:
        return str(page.read().decode("utf-8"))


def test_a_live_site_follows_the_sources_and_does_not_loop(tmp_path: Path) -> None:
    # A project whose mkdocs.yml does not name the plugin is live all the same.
    project = make_project(tmp_path / "project")
    with serving(project) as (address, said):
        wait_for("Serving on", said)
        assert "Ana Ruiz" in fetch(f"{address}quotes.html")
        source = project / "sources" / "sport" / "match.txt"
        source.write_text(source.read_text(encoding="utf-8").replace("Tom Okafor", "Lin Okafor"), "utf-8")
        wait_until_shown("Lin Okafor", f"{address}quotes.html")
        rulings = project / "editor" / "people.yml"
        rulings.parent.mkdir()
        rulings.write_text("Lin Okafor: {rename: Lin Adeyemi}\n", "utf-8")
        wait_until_shown("Lin Adeyemi", f"{address}quotes.html")
        assert builds_until_quiet(said) <= MOST_BUILDS
        page = project / "docs" / "of-our-own.md"
        page.write_text("# A page of our own\n", encoding="utf-8")
        wait_until_shown("A page of our own", f"{address}of-our-own.html")


def test_what_the_build_writes_is_no_change(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    write_site(Site(files=(pack_file("one.md", b"1"), pack_file("two.md", b"2"))), docs, report=print)
    own = OwnWriting(docs)
    assert own.is_own(docs / "one.md")
    assert own.is_own(docs / ".build_brief.json")
    write_site(Site(files=(pack_file("one.md", b"1 anew"),)), docs, report=print)
    assert own.is_own(docs / "one.md")
    assert own.is_own(docs / "two.md")  # the build took it away
    (docs / "one.md").write_bytes(b"an editor's")
    (docs / "theirs.md").write_bytes(b"an editor's")
    assert not own.is_own(docs / "one.md")
    assert not own.is_own(docs / "theirs.md")
    (docs / "one.md").unlink()
    assert not own.is_own(docs / "one.md")


def test_what_cannot_be_read_is_an_editors(tmp_path: Path) -> None:
    (tmp_path / "a-folder-by-now.md").mkdir()
    assert not OwnWriting(tmp_path).is_own(tmp_path / "a-folder-by-now.md")
