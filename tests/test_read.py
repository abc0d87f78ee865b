"""What reading makes of a file: every case in tests/cases_read/*.md, notices, and what holds for any bytes.

A case is a second-level heading, a fence `file` with the file's name, and a fence `read` with what is
read out of it. `pytest tests/test_read.py --accept` writes what is found: read the diff.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from build_brief.model.article import Article, ParagraphKind
from build_brief.model.problems import Notice
from build_brief.read import read_bytes
from tests.case_files import FENCE, Expectation

FOLDER = Path(__file__).parent / "cases_read"


class ReadCase(NamedTuple):
    path: Path
    title: str
    name: str
    content: str
    expectation: Expectation


def read_cases() -> Iterator[ReadCase]:
    for path in sorted(FOLDER.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        fences = list(FENCE.finditer(text))
        for file, expected in zip(fences[::2], fences[1::2], strict=True):
            assert (file[2], expected[2]) == ("file", "read"), (
                f"{path.name}: fences come in pairs, file and read"
            )
            title = re.findall(r"^## (.+)$", text[: file.start()], re.MULTILINE)[-1]
            expectation = Expectation("read", expected[4], expected.start(4))
            yield ReadCase(path, title, file[3].strip(), file[4], expectation)


CASES = list(read_cases())


@pytest.mark.parametrize("case", CASES, ids=[f"{case.path.stem}: {case.title}" for case in CASES])
def test_case(case: ReadCase, accepted: list[object]) -> None:
    notices: list[Notice] = []
    article = read_bytes(case.content.encode("utf-8"), name=case.name, report=notices.append)
    found = "".join(f"{line}\n" for line in (*show_article(article), *map(show_notice, notices)))
    if found != case.expectation.text:
        accepted.append((case.path, case.expectation, found))
    assert found == case.expectation.text


def test_titles_are_unique() -> None:
    titles = [(case.path.stem, case.title) for case in CASES]
    assert sorted(titles) == sorted(set(titles))


def show_notice(notice: Notice) -> str:
    return f"! {notice.kind}: {notice.message}"


def show_article(article: Article | None) -> Iterator[str]:
    if article is None:
        return
    for name in ("headline", "byline", "publisher", "published", "url", "rights"):
        if value := getattr(article, name):
            yield f"{name}: {value}"
    if article.language != "en":
        yield f"language: {article.language}"
    if dateline := article.dateline:
        words = article.text[dateline.start : dateline.end].replace("\n", "⏎").rstrip()
        parts = (", ".join(dateline.places), dateline.agency, dateline.day)
        yield f"dateline: {words} = " + " · ".join(str(part) for part in parts if part)
    for paragraph in article.paragraphs:
        kind = "" if paragraph.kind is ParagraphKind.BODY else f" {paragraph.kind}"
        yield f"{paragraph.number}{kind} | {article.paragraph_span(paragraph).text}".replace("\n", "⏎")
