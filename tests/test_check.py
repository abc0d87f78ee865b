"""The check catches what does not hold, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_brief.cli.checking import check_project
from build_brief.cli.screen import Screen
from build_brief.config import read_config
from build_brief.model.problems import CheckError
from tests.projects import make_project, run


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("built") / "project")
    ended = run("build", project)
    assert ended.returncode == 0, ended.stderr
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "project")


@pytest.fixture
def docs_only(project: Path) -> Path:
    shutil.rmtree(project / "site")
    return project


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def find(project: Path, words: str, pattern: str = "docs/briefings/*.md") -> Path:
    """Return the first page that has `words`."""
    return next(f for f in sorted(project.glob(pattern)) if words in f.read_text(encoding="utf-8"))


class Recorder(Screen):
    def __init__(self) -> None:
        super().__init__(quiet=True)
        self.lines: list[str] = []

    def warn(self, line: str) -> None:
        self.lines.append(line)


def failures(project: Path) -> list[str]:
    """Return each case that the check names; it must fail exactly when it names one."""
    screen = Recorder()
    try:
        check_project(read_config(project), screen=screen, processes=1)
    except CheckError:
        assert screen.lines
    else:
        assert not screen.lines
    return screen.lines


def test_all_holds_after_a_build_and_the_counts_are_printed(built: Path) -> None:
    ended = run("check", built)
    assert (ended.returncode, ended.stderr) == (0, "")
    for folder in ("docs", "site"):
        for words in ("quotations verbatim", "sentences cited", "links landed", "pages fresh"):
            (line,) = [ln for ln in ended.stdout.splitlines() if ln.startswith(folder) and ln.endswith(words)]
            done, of, total = line.split()[1:4]
            assert of == "of"
            assert done == total != "0"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("not gamble with lives", "gamble with lives"),
        ("not gamble with lives", "not gamble with people"),
        ("not gamble with lives", "not gamble with lives, ever"),
        ("gamble with lives", "gamble <b>never</b> with lives"),
        ("gamble with lives", "gamble&#32;with&#32;live&#115;&#115;"),
        ("We will not", "<ins class='bracket'>[They]</ins> will never"),
    ],
)
def test_a_quotation_altered_by_hand_is_caught(docs_only: Path, old: str, new: str) -> None:
    page = find(docs_only, "We will not gamble with lives")
    change(page, old, new)
    (found, *_) = failures(docs_only)
    assert page.relative_to(docs_only).as_posix() in found
    assert "not verbatim" in found or "not that of its source" in found


@pytest.mark.parametrize("pattern", ["docs/articles/*.md", "docs/quotes.md", "docs/people/*.md"])
def test_a_quotation_is_checked_on_every_page_that_has_it(docs_only: Path, pattern: str) -> None:
    change(find(docs_only, "gamble with lives", pattern), "gamble with lives", "gamble with loves")
    assert failures(docs_only)


def test_a_quotation_altered_in_the_site_is_caught(project: Path) -> None:
    page = find(project, "gamble with lives", "site/briefings/*.html")
    change(page, "gamble with lives", "gamble with loves")
    found = failures(project)
    assert len([line for line in found if line.startswith("site/briefings/")]) >= 1


def test_the_quotes_that_the_browser_filters_are_checked(docs_only: Path) -> None:
    change(docs_only / "docs" / "assets" / "quotes.js", "gamble with lives", "gamble with loves")
    (found,) = failures(docs_only)
    assert found.startswith("docs/assets/quotes.js: ")


def test_a_visible_repair_holds(docs_only: Path) -> None:
    page = find(docs_only, "We will not gamble with lives,")
    change(page, "We will not gamble", 'We <ins class="elision">…</ins> gamble')
    assert failures(docs_only) == []


def test_words_of_another_paragraph_are_caught(docs_only: Path) -> None:
    page = find(docs_only, "We will not gamble with lives,")
    number = page.read_text(encoding="utf-8").partition(
        'class="verbatim" data-article="one.txt" data-paragraph="'
    )[2][0]
    change(
        page, f'data-article="one.txt" data-paragraph="{number}"', 'data-article="one.txt" data-paragraph="4"'
    )
    assert any("does not stand in paragraph 4 of one.txt" in line for line in failures(docs_only))


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ('data-article="none.txt" data-paragraph="1"', "names paragraph 1 of none.txt, which does not exist"),
        ('data-article="one.txt" data-paragraph="99"', "names paragraph 99 of one.txt, which does not exist"),
        ('data-article="one.txt"', "names no paragraph"),
        ('data-article="one.txt" data-paragraph="x"', "names no paragraph"),
    ],
)
def test_a_place_that_does_not_exist_is_caught(docs_only: Path, attributes: str, words: str) -> None:
    with (docs_only / "docs" / "timeline.md").open("a", encoding="utf-8") as file:
        file.write(f'\n<q class="verbatim" {attributes}>The harbour</q>\n')
    assert any(words in line for line in failures(docs_only))


def test_a_sentence_without_a_citation_is_caught(docs_only: Path) -> None:
    with (docs_only / "docs" / "timeline.md").open("a", encoding="utf-8") as file:
        file.write(
            '\n\n<span class="statement stated" data-article="one.txt" data-paragraph="1">harbour</span>\n'
        )
    assert any("has no citation of paragraph 1 of one.txt beside it" in line for line in failures(docs_only))


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("nowhere.md", "there is no such file"),
        ("timeline.md#nowhere", "has no such place"),
        ("#nowhere", "has no such place"),
        ("/timeline.md", "there is no such file"),
        ("../mkdocs.yml", "there is no such file"),
    ],
)
def test_a_link_that_does_not_land_is_caught(docs_only: Path, link: str, words: str) -> None:
    with (docs_only / "docs" / "index.md").open("a", encoding="utf-8") as file:
        file.write(f"\n[there]({link})\n")
    (found,) = failures(docs_only)
    assert found.startswith(f"docs/index.md: link to {link}: ")
    assert words in found


def test_a_citation_of_the_wrong_paragraph_is_caught(docs_only: Path) -> None:
    page = find(docs_only, "[^1]:")
    text = page.read_text(encoding="utf-8")
    note = text[text.index("[^1]:") :].partition("\n")[0]
    assert "#p1)" in note
    change(page, note, note.replace("#p1)", "#p2)"))
    assert any("does not lead there" in line for line in failures(docs_only))


def test_a_source_that_changed_makes_pages_stale(docs_only: Path) -> None:
    change(docs_only / "sources" / "one.txt", "1961", "1962")
    assert any("the page is stale; build again." in line for line in failures(docs_only))


def test_a_page_that_is_missing_or_left_over_is_caught(docs_only: Path) -> None:
    (docs_only / "docs" / "timeline.md").unlink()
    shutil.rmtree(docs_only / "sources" / "sport")
    found = failures(docs_only)
    assert "docs/timeline.md: the page is missing; build again." in found
    assert any("no source makes this page any more" in line for line in found)


def test_a_site_older_than_its_pages_is_caught(project: Path) -> None:
    change(project / "sources" / "one.txt", "1961", "1962")
    assert run("build", project, "--docs-only").returncode == 0
    found = failures(project)
    assert found
    assert all(line.startswith("site/") for line in found)


def test_a_page_edited_by_hand_is_named_but_need_not_be_fresh(docs_only: Path) -> None:
    with (docs_only / "docs" / "index.md").open("a", encoding="utf-8") as file:
        file.write("\nOur own words, and a [link](timeline.md).\n")
    ended = run("check", docs_only)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "docs/index.md: edited by hand; it need not be fresh." in ended.stdout


def test_a_quotation_added_by_hand_needs_a_source(docs_only: Path) -> None:
    page = docs_only / "docs" / "index.md"
    with page.open("a", encoding="utf-8") as file:
        file.write(
            "\nSaid yesterday: “carries 40,000 vehicles a day”, in the “Golden Age”, `“not a quote”`.\n"
        )
    assert failures(docs_only) == []
    with page.open("a", encoding="utf-8") as file:
        file.write("\n> “We will sell *the whole* bridge,” said Ruiz.\n")
    (found,) = failures(docs_only)
    assert "“We will sell the whole bridge,” is quoted, and stands in no source." in found


def test_a_description_changed_by_hand_must_stand_in_a_source(docs_only: Path) -> None:
    page = next(iter(sorted((docs_only / "docs" / "briefings").glob("2*.md"))))
    lines = page.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("description:"))
    for told, least in ((lines[at].rsplit(" ", 4)[0].replace("'", ""), 0), ("description: All is well.", 1)):
        page.write_text("\n".join([*lines[:at], told, *lines[at + 1 :]]), encoding="utf-8")
        found = failures(docs_only)
        assert len(found) == least
        assert all("its description, “All is well.”, stands in no source." in line for line in found)


def test_the_point_at_which_words_leave_their_source_is_named(docs_only: Path) -> None:
    change(find(docs_only, "We will not gamble"), "gamble with lives", "gamble with loves")
    assert any(
        "from “ not gamble with loves” on" in line or "with loves" in line for line in failures(docs_only)
    )


def test_pages_of_an_editor_s_own_are_left_alone(docs_only: Path) -> None:
    (docs_only / "docs" / "own.md").write_text(
        '<q class="verbatim" data-article="x">free</q>', encoding="utf-8"
    )
    assert failures(docs_only) == []


def test_nothing_written_yet_is_missing(tmp_path: Path) -> None:
    found = failures(make_project(tmp_path / "project"))
    assert found
    assert all(line.endswith("the page is missing; build again.") for line in found)
