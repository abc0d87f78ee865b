"""Indexes stay usable when a site grows: 5,000 people by letter, by number of quotes, and searched."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from build_brief.analyse import analyse
from build_brief.compose import compose
from build_brief.link import link
from build_brief.publish import publish
from build_brief.publish.pages.shelves import find_letter, find_surname, sort_key
from build_brief.publish.settings import SiteSettings
from tests.browser import open_browser
from tests.builders import article
from tests.crowds import crowd
from tests.test_publish import ROOT

PEOPLE = 5000
HEAVIEST = 1_000_000
"""Bytes of a page."""

SITE = SiteSettings(title="Desk")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {file.path: file.content for file in publish(crowd(PEOPLE), settings=SITE).files}


@pytest.mark.parametrize(
    ("name", "aliases", "surname"),
    [
        ("David Lammy", ("Lammy",), "Lammy"),
        ("Wang Yi", ("Wang",), "Wang"),
        ("Maya Wang", ("Wang", "Maya"), "Wang"),
        ("Ursula von der Leyen", ("von der Leyen",), "von der Leyen"),
        ("Hillary Clinton", ("Hillary",), "clinton"),
        ("Robert Kennedy Jr.", (), "kennedy"),
        ("Pelé", (), "Pelé"),
    ],
)
def test_people_stand_under_their_surname(name: str, aliases: tuple[str, ...], surname: str) -> None:
    assert find_surname(name, aliases) == surname


@pytest.mark.parametrize(
    ("words", "letter"),
    [
        ("Ünal", "U"),
        ("Østby", "O"),
        ("Łódź", "L"),
        ("the Alder Port Authority", "A"),
        ("Щукина", "Щ"),
        ("김", "김"),
        ("王", "王"),
        ("2Pac", "0–9"),
        ("…", "#"),
        ("ʻOkina", "ʻ"),
    ],
)
def test_every_script_has_its_own_letter(words: str, letter: str) -> None:
    assert find_letter(words) == letter


def test_the_index_of_issues_says_where_nobody_is_quoted_and_names_groups() -> None:
    silent = article(
        "Lindau has had no rain since April, and the drought has emptied its wells.\n"
        "The drought has killed one tree in five on the lake.\nLast year the drought ended in May.",
        id="drought.txt",
        headline="Lindau counts the days",
    )
    heard = article(
        "Halden votes on rent control in May.\nRepublicans argue that rent control keeps flats empty.\n"
        "Rent control would cap what families pay.",
        id="rent.txt",
        headline="Halden votes on rent control",
    )
    edition = compose(link(map(analyse, (silent, heard))))
    files = {file.path: file.content for file in publish(edition, settings=SITE).files}
    rows = [row for row in files["issues/index.md"].decode().splitlines() if row.startswith("| [")]
    assert rows == [
        "| [Housing](housing.md) | “Republicans” | 1 |",
        "| [Drought and heat](drought-and-heat.md) | *nobody is quoted; told in 1 briefing* | 0 |",
    ]


def test_the_order_is_that_of_plain_letters() -> None:
    names = ["Zoe", "Ägir", "adam", "Abel", "The Zoo", "Ángel"]
    assert sorted(names, key=sort_key) == ["Abel", "adam", "Ägir", "Ángel", "Zoe", "The Zoo"]


def test_a_short_index_is_one_table_by_number() -> None:
    files = {file.path: file.content for file in publish(crowd(12), settings=SITE).files}
    page = files["people/index.md"].decode()
    assert "directory" not in page
    counts = [int(count) for count in re.findall(r"\| (\d+) \|$", page, re.MULTILINE)]
    assert counts == sorted(counts, reverse=True)
    assert len(counts) == 12
    assert "assets/index-people.js" not in files


@pytest.mark.parametrize("size", [31, 300])
def test_a_middling_index_is_one_page_with_letters(size: int) -> None:
    files = {file.path: file.content for file in publish(crowd(size), settings=SITE).files}
    page = files["people/index.md"].decode()
    listed = re.findall(r"^\| \[[^\]]+\]\((p-\d+|ana-ruiz)\.md\)", page.partition("{ #b }")[2], re.MULTILINE)
    assert "## Most quoted { #best }" in page
    assert len(set(listed)) > size * 0.9
    assert not any(path.startswith("people/all/") for path in files)
    assert "assets/index-people.js" in files


def test_a_long_index_is_whole_in_pages_none_of_them_heavy(files: dict[str, bytes]) -> None:
    pages = {path: text.decode() for path, text in files.items() if path.startswith("people/all/")}
    linked = [
        link
        for page in pages.values()
        for link in re.findall(r"^\| \[[^\]]+\]\(\.\./([\w-]+)\.md\)", page, re.MULTILINE)
    ]
    assert len(linked) == len(set(linked)) == PEOPLE
    jumps = set(re.findall(r"\(all/([\w-]+)\.md#[\w-]+\)", files["people/index.md"].decode()))
    assert jumps == {Path(path).stem for path in pages}
    assert max(len(text) for path, text in files.items() if path.startswith("people/all/")) < HEAVIEST / 4
    assert len(files["people/index.md"]) < HEAVIEST / 10
    assert len(files["assets/index-people.js"]) < HEAVIEST


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> Path:
    """Build the indexes of 5,000 people, without the people's own pages."""
    folder = tmp_path_factory.mktemp("crowd")
    for name, content in files.items():
        if not name.startswith("people/p-"):
            path = folder / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("validation:")[0]
    settings += "validation: {links: {not_found: ignore}}\n"
    (folder / "mkdocs.yml").write_text(re.sub(r"  - build-brief.*\n", "", settings), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    return folder / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


def open_page(browser: Browser, path: Path, width: int, *, scripts: bool = True) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    page.goto(path.as_uri())
    return page


@pytest.mark.browser
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("width", [390, 1280])
def test_five_thousand_people_are_searched_and_ranked(browser: Browser, site: Path, width: int) -> None:
    assert max(path.stat().st_size for path in (site / "people").rglob("*.html")) < HEAVIEST
    page = open_page(browser, site / "people" / "index.html", width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator(".found")).to_be_hidden()
    page.get_by_label("Find", exact=True).fill("anna ива")
    expect(page.locator(".ledger-status")).to_have_text("0 of 5,000")
    page.get_by_label("Find", exact=True).fill("ИВАНОВА")
    expect(page.locator(".ledger-status")).to_have_text("1 of 5,000")
    expect(page.locator(".found tbody a")).to_have_attribute("href", "../people/p-00000.html")
    page.get_by_label("Find", exact=True).fill("oscar fubaba")
    expect(page.locator(".found tbody a")).to_have_text(["Óscar Fubaba"])
    page.get_by_label("Find", exact=True).fill("")
    expect(page.locator(".found")).to_be_hidden()
    expect(page.get_by_role("link", name="Щ", exact=True)).to_be_visible()
    page.get_by_label("Order").select_option("count")
    expect(page.locator(".ledger-status")).to_have_text("5,000 of 5,000")
    counts = [int(text) for text in page.locator(".found tbody td:last-child").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    assert (len(counts), counts[0]) == (100, 15)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".found tbody tr")).to_have_count(200)
    page.close()


@pytest.mark.browser
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_without_scripts_every_letter_is_a_click_away(browser: Browser, site: Path) -> None:
    page = open_page(browser, site / "people" / "index.html", 390, scripts=False)
    expect(page.locator("#best ~ .listing tbody tr, #best + .listing tbody tr")).to_have_count(20)
    page.locator(".jumps").get_by_role("link", name="U", exact=True).click()
    expect(page.locator("h1")).to_have_text("People: U")
    expect(page.get_by_role("link", name="Şule Ünal")).to_be_visible()
    page.close()
