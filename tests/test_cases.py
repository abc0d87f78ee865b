"""Every case in tests/cases/*.md."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from build_brief.editor import read_rulings
from build_brief.model.rulings import Rulings
from tests.case_files import Case, read_cases

CASES = list(read_cases())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case, accepted: list[object], tmp_path: Path) -> None:
    assert case.articles, "a case needs an article"
    assert case.expectations, "a case needs an expectation"
    rulings = [read_editor(case, tmp_path / "editor")] if case.editor else []
    for expectation in case.expectations:
        found = import_module(f"tests.views.{expectation.view}").view(case.articles, *rulings)
        found = found.rstrip("\n") + "\n" if found.strip() else ""
        if found != expectation.text:
            accepted.append((case.path, expectation, found))
        assert found == expectation.text


def read_editor(case: Case, folder: Path) -> Rulings:
    folder.mkdir()
    for name, text in case.editor:
        (folder / name).write_text(text, encoding="utf-8")
    return read_rulings(folder)


def test_titles_are_unique() -> None:
    names = [case.name for case in CASES]
    assert sorted(names) == sorted(set(names))
