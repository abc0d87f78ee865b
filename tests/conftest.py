"""What every test may use."""

from __future__ import annotations

import builtins
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import settings

os.environ["BUILD_BRIEF_PURE"] = "1"  # the source is what is tested; tests/test_compiled.py compares

from tests import case_files

CHANGES: list[Any] = []

# A busy machine is no fault of the program.
settings.register_profile("busy", settings.default, deadline=None)
settings.load_profile("busy")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write what is found into tests/cases/*.md; read the diff"
    )


@pytest.fixture
def accepted() -> list[Any]:
    """Where a case says what it found instead."""
    return CHANGES


@pytest.fixture(scope="session", autouse=True)
def _no_float_is_summed() -> Iterator[None]:
    """Refuse `sum` of floats in the program: Python 3.12 rounds it otherwise than 3.11, `fsum` does not."""
    add = builtins.sum

    def add_whole_numbers(values: Iterable[float], /, start: float = 0) -> float:
        if not sys._getframe(1).f_globals.get("__name__", "").startswith("build_brief."):
            return add(values, start)
        listed = list(values)
        assert not any(isinstance(value, float) for value in listed), "add floats up with math.fsum"
        return add(listed, start)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builtins, "sum", add_whole_numbers)
        yield


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.getoption("--accept") and CHANGES:
        grouped = defaultdict(list)
        for path, expectation, found in CHANGES:
            grouped[path].append((expectation, found))
        case_files.accept(grouped)
