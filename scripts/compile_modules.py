"""Compile the modules in which analysing spends its time; `make fast` sets up what that needs and runs this.

mypyc makes C of typed Python, and a C compiler makes modules of it that give the same as their source
(tests/test_compiled.py). They lie apart from the source and are used while it is unchanged
(`build_brief/compiled.py`); nothing else of the program knows of them. Run it in the folder of the project:

    python scripts/compile_modules.py [MODULE …]
"""

from __future__ import annotations

import ast
import contextlib
import io
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from mypyc.build import mypycify  # before distutils, which setuptools replaces
from setuptools import Distribution
from setuptools.command.build_ext import build_ext

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from build_brief import compiled  # noqa: E402

WORK = Path("build") / "compiled"
START = "build_brief.analyse"
"""What it imports when it is imported is compiled; not what it imports later, which calls NumPy."""
OPTIONS = ("--config-file=", "--ignore-missing-imports")
"""Of mypy: types are checked by the tests; here stubs of other packages need not be installed."""
LEVEL = "1"
"""Of optimisation: compiling takes half as long as at 3, and what it makes is as fast."""


def list_modules(start: str = START) -> list[str]:
    """Return the names of the modules to compile, in order: what `start` needs of analysing and English.

    Packages stay as they are: Python asks them where their modules and word lists are.
    """
    found, waiting = {start}, [start]
    while waiting:
        new = set(_list_imports(_find_source(waiting.pop()))) - found
        found |= new
        waiting += sorted(new)
    return sorted(name for name in found if _find_source(name).name != "__init__.py")


def _find_source(name: str) -> Path:
    """Return the file of a module or package, from the folder of the project."""
    place = Path(*name.split("."))
    return place / "__init__.py" if (ROOT / place).is_dir() else place.with_suffix(".py")


def _list_imports(file: Path) -> Iterator[str]:
    """Yield the names of the modules that `file` imports at once, of those that may be compiled."""
    for node in ast.parse((ROOT / file).read_text(encoding="utf-8")).body:
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        if isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        for name in names:
            if name.startswith(compiled.COMPILED) and (ROOT / _find_source(name)).is_file():
                yield name


def compile_modules(names: Sequence[str], folder: Path, work: Path = WORK) -> None:
    """Compile the modules `names` into `folder`, which is replaced; `work` keeps what comes between.

    Both are told from the folder of the project, where this must run. Ends the program when mypyc or the C
    compiler refuses; `folder` is then as before.
    """
    digest = compiled.digest_source()
    files = [str(_find_source(name)) for name in names]
    group = compiled.LIBRARY.partition("__")[0]
    told = io.StringIO()
    try:
        with contextlib.redirect_stdout(told):  # hints for who would write faster code
            extensions = mypycify(
                [*OPTIONS, *files],
                opt_level=LEVEL,
                debug_level="0",
                multi_file=True,
                target_dir=str(work / "c"),
                group_name=group,
            )
    except SystemExit:
        sys.stderr.write(told.getvalue())
        raise
    for extension in extensions:
        # Another compiler warns of something else.
        extension.extra_compile_args = [flag for flag in extension.extra_compile_args if flag != "-Werror"]
    command = build_ext(Distribution({"name": group, "ext_modules": extensions}))
    command.build_lib, command.build_temp = str(work / "lib"), str(work / "objects")
    command.finalize_options()
    shutil.rmtree(work / "lib", ignore_errors=True)
    command.run()
    compiled.write_record(work / "lib", digest, names)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(exist_ok=True)
    (work / "lib").replace(folder)


def main() -> None:
    """Compile the modules that are named, else all that analysing needs, and say so."""
    names = sys.argv[1:] or list_modules()
    print(f"compiling {len(names)} modules; this takes a minute or two")
    compile_modules(names, compiled.FOLDER)
    print(f"compiled into {compiled.FOLDER.relative_to(ROOT)}; it is used as long as the source is unchanged")


if __name__ == "__main__":
    main()
