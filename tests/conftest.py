"""What every test may use."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from hypothesis import settings

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


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.getoption("--accept") and CHANGES:
        grouped = defaultdict(list)
        for path, expectation, found in CHANGES:
            grouped[path].append((expectation, found))
        case_files.accept(grouped)
