"""Build a wheel of source alone, or with BUILD_BRIEF_COMPILE=1 one in which analysing is compiled."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASKED = "BUILD_BRIEF_COMPILE"


class CompiledModules(BuildHookInterface[Any]):
    """Adds what `scripts/compile_modules.py` makes, as it makes it; it gives way to its source there, too."""

    def dependencies(self) -> list[str]:
        """Return what compiling needs, NumPy for its types; nothing when nobody asks for it."""
        known = self.metadata.core
        types = [one for one in known.dependencies if one.startswith("numpy")]
        return [*known.optional_dependencies["fast"], *types] if os.environ.get(ASKED) else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell that the wheel is of this machine."""
        if version != "standard" or not os.environ.get(ASKED):
            return
        subprocess.run([sys.executable, "scripts/compile_modules.py"], cwd=self.root, check=True)
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        folder = Path(self.root) / "build_brief" / "__compiled__" / EXTENSION_SUFFIXES[0].split(".")[1]
        build_data["force_include"][str(folder)] = folder.relative_to(self.root).as_posix()
