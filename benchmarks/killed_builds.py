"""Kill whole builds, each at a moment of its own, and build again: no page half, and the same bytes.

    python -m benchmarks.killed_builds sources --moments 100

A moment is a count of what a build does to files: the build is killed before the n-th time that it opens one
to write, renames, removes or makes a folder, so that no clock decides what is tested. Half of the builds are
killed while they make a project from nothing, half while they follow a changed article.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_brief.cli import main as command
from build_brief.cli.starting import STARTER

CHANGING = frozenset(("os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.move"))
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
WATCHED = ("docs", "site")
"""What a reader or an editor may look at any time."""

Tree = dict[str, bytes]


@dataclass(frozen=True, kw_only=True)
class State:
    """A project before a build, and all that an undisturbed build of it leaves."""

    project: Path
    before: Tree
    after: Tree
    moments: int
    """How often the build changes a file."""


def main() -> None:
    """Kill as many builds as asked for, and say how many left something wrong."""
    parser = argparse.ArgumentParser(description="Kill builds at random moments.")
    parser.add_argument("sources", type=Path)
    parser.add_argument("--moments", type=int, default=100)
    parser.add_argument("--seed", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        faults = list(kill_builds(options.sources, Path(folder), moments=options.moments, seed=options.seed))
    for fault in faults:
        print(fault)
    print(f"{options.moments} builds killed, {len(faults)} faults")
    sys.exit(bool(faults))


def kill_builds(sources: Path, place: Path, *, moments: int, seed: int) -> Iterator[str]:
    """Yield what a killed build left half, or what the next one made otherwise; work in `place`."""
    states = prepare(sources, place)
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    for number in range(moments):
        state = states[number % len(states)]
        moment = chance.randrange(state.moments)
        project = place / "killed"
        shutil.rmtree(project, ignore_errors=True)
        shutil.copytree(state.project, project)
        name = f"{state.project.name}, killed before change {moment} of {state.moments}"
        if os.waitstatus_to_exitcode(_run(project, moment)) != -signal.SIGKILL:
            yield f"{name}: was not killed"
        yield from (f"{name}: {path} is half" for path in find_half(read(project), state))
        _run(project)
        again = read(project)
        different = [
            path for path in sorted({*again, *state.after}) if again.get(path) != state.after.get(path)
        ]
        yield from (f"{name}: {path} is otherwise" for path in different)


def prepare(sources: Path, place: Path) -> list[State]:
    """Return a project that was never built, and one that was built and has another article since."""
    new, built = place / "new", place / "changed"
    shutil.copytree(sources, new / "sources")
    settings = (STARTER / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("build_brief:\n", "build_brief:\n    pdf: false\n", 1)
    (new / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.copytree(new, built)
    _run(built)
    article = min(file for file in (built / "sources").iterdir() if file.suffix == ".txt")
    text = article.read_text(encoding="utf-8")
    article.write_text(
        f"{text}\n“We will look at it again,” said Mayor Ana Ruiz on Monday.\n", encoding="utf-8"
    )
    return [_know(project, place / "whole") for project in (new, built)]


def _know(project: Path, copy: Path) -> State:
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(project, copy)
    counted = copy.with_suffix(".count")
    _run(copy, count=counted)
    return State(project=project, before=read(project), after=read(copy), moments=counted.stat().st_size)


def read(project: Path) -> Tree:
    """Return the files that a reader or an editor may look at, and the history."""
    files = [file for folder in WATCHED for file in (project / folder).rglob("*") if file.is_file()]
    files += (project / "sources").glob("history.json")
    return {file.relative_to(project).as_posix(): file.read_bytes() for file in sorted(files)}


def find_half(found: Tree, state: State) -> list[str]:
    """Return the files that are neither as they were nor as they are to be; what is hidden is no page."""
    return [
        path
        for path, content in found.items()
        if not Path(path).name.startswith(".")
        and content not in (state.before.get(path), state.after.get(path))
    ]


def _run(project: Path, moment: int | None = None, *, count: Path | None = None) -> int:
    """Build `project` in a process of its own, killed before change number `moment`; return how it ended."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        tally = os.open(count, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) if count else silent
        sys.addaudithook(_watch(moment, tally))
        sys.argv[1:] = ["build", str(project), "--processes", "1"]
        command()
    finally:
        os._exit(0)


def _watch(moment: int | None, tally: int) -> Callable[[str, tuple[object, ...]], None]:
    """Return what hears of each change of a file, kills before that of number `moment`, and tallies all."""
    changes = 0

    def hear(event: str, values: tuple[object, ...]) -> None:
        nonlocal changes
        opened = event == "open" and isinstance(values[2], int) and values[2] & WRITING
        if not opened and event not in CHANGING:
            return
        if changes == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        changes += 1
        os.write(tally, b".")

    return hear


if __name__ == "__main__":
    main()
