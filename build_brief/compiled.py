"""Let compiled modules stand in for their source, as long as they are made of this very source.

`make fast` (`scripts/compile_modules.py`) compiles the modules in which analysing spends its time. Each kind
of interpreter has a folder of its own for them, apart from the source, with a record of what made them.
They are taken all together or not at all: one changed letter in any file of `ROOMS`, and the source is what
runs. So an older compiled module never hides a newer source, and both give the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent
SUFFIX = EXTENSION_SUFFIXES[0]
"""Of a compiled module: it names the interpreter, its version and the machine."""
FOLDER = ROOT / "__compiled__" / SUFFIX.split(".")[1]
RECORD = "made_of"
"""The file that holds the digest of the source; it is written last."""
ROOMS = ("analyse", "language", "model")
"""What compiled modules are made of: a changed type in one makes others wrong."""
LIBRARY = "build_brief_compiled__mypyc"
"""Holds the code of all; the module of each only asks for its part."""
COMPILED = ("build_brief.analyse.", "build_brief.language.")
"""What names of compiled modules begin with; packages and values are none."""
PURE = "BUILD_BRIEF_PURE"
"""Set to anything in the environment, it lets the source run."""


def digest_source(root: Path = ROOT) -> str:
    """Return a digest of all code in `ROOMS`; word lists are read when the program runs."""
    mark = sha256()
    for room in ROOMS:
        for file in sorted((root / room).rglob("*.py")):
            mark.update(f"{file.relative_to(root).as_posix()}\0".encode() + file.read_bytes() + b"\0")
    return mark.hexdigest()


class CompiledModules:
    """Finds the compiled form of a module before others find its source; looked for when first asked."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Take modules from `folder`, which need not be there."""
        self._folder = folder

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where the compiled form of `fullname` is; None where its source must run."""
        del path, target
        file = self.files.get(fullname) if fullname.startswith(COMPILED) else None
        return spec_from_file_location(fullname, file) if file else None

    @cached_property
    def files(self) -> dict[str, Path]:
        """The compiled modules by name; none when one of their sources has changed, or they do not load."""
        digest, *names = self._read_record()
        if digest != digest_source():
            return {}
        files = {name: self._folder.joinpath(*name.split(".")).with_suffix(SUFFIX) for name in names}
        # They call each other without asking where: one of them beside the source of another would crash.
        whole = all(file.is_file() for file in files.values())
        return files if whole and _load_library(self._folder / f"{LIBRARY}{SUFFIX}") else {}

    def _read_record(self) -> list[str]:
        try:
            return (self._folder / RECORD).read_text(encoding="utf-8").split()
        except OSError:
            return [""]


def write_record(folder: Path, digest: str, names: Sequence[str]) -> None:
    """Write that the compiled modules `names` in `folder` are made of the source that has this digest."""
    (folder / RECORD).write_text("\n".join([digest, *names]), encoding="utf-8")


def _load_library(file: Path) -> bool:
    """Load the code of all modules; False when it cannot be had here, on another machine perhaps."""
    loader = ExtensionFileLoader(LIBRARY, str(file))
    spec = ModuleSpec(LIBRARY, loader, origin=str(file))
    try:
        library = module_from_spec(spec)
        loader.exec_module(library)
    except ImportError:
        return False
    sys.modules[LIBRARY] = library  # where each module looks for it
    return True


def prefer_compiled() -> None:
    """Let compiled modules be found first from now on, unless somebody wants the source.

    The package calls it before its first module is imported, where anything was ever compiled.
    """
    if not os.environ.get(PURE) and FOLDER.is_dir():
        sys.meta_path.insert(0, CompiledModules())


def list_compiled() -> list[str]:
    """Return the names of the compiled modules that this process takes, in order."""
    finders = [finder for finder in sys.meta_path if isinstance(finder, CompiledModules)]
    return sorted(name for finder in finders for name in finder.files)


def tell_state() -> str:
    """Return in a sentence whether analysing runs compiled, and what to do if it could and does not."""
    names = list_compiled()
    if names:
        return f"{len(names)} modules are compiled."
    if os.environ.get(PURE):
        return f"Nothing is compiled: {PURE} is set."
    if FOLDER.is_dir():
        return "The compiled modules are of another version and are not used; `make fast` makes them anew."
    return "Nothing is compiled."
