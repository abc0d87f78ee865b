"""Every case in tests/cases/*.md."""

from __future__ import annotations

from importlib import import_module

import pytest

from tests.case_files import Case, read_cases

CASES = list(read_cases())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case, accepted: list[object]) -> None:
    assert case.articles, "a case needs an article"
    assert case.expectations, "a case needs an expectation"
    for expectation in case.expectations:
        found = import_module(f"tests.views.{expectation.view}").view(case.articles)
        found = found.rstrip("\n") + "\n" if found.strip() else ""
        if found != expectation.text:
            accepted.append((case.path, expectation, found))
        assert found == expectation.text


def test_titles_are_unique() -> None:
    names = [case.name for case in CASES]
    assert sorted(names) == sorted(set(names))
