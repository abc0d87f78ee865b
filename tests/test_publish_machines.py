"""What machines read of the site: feeds, JSON-LD, and the cards of other sites. Hostile words stay words."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from build_brief.publish.machines.cards import Site, write_card
from build_brief.publish.machines.feeds import NOT_XML
from tests.editions import FIRST, bridge
from tests.projects import make_project, run
from tests.test_publish import HOSTILE, pages, written

HOME = "https://news.example/desk/"
ATOM = "{http://www.w3.org/2005/Atom}"
BRIEFING = "briefings/2025-01-17-harbour-bridge"
TITLES = ("Harbour bridge to close for a year", *HOSTILE, "]]> \x00\x1b\ufffe\ud800 &amp; <!-- \u2028")
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


PNG = b"\x89PNG\r\n\x1a\n"


def edition(title: str) -> dict[str, str]:
    return pages(bridge(headline=title, first=f"{title}\n\n{FIRST}"), address=HOME)


@pytest.mark.parametrize("title", TITLES)
def test_feeds_are_well_formed_and_lead_to_the_pages(title: str) -> None:
    files = edition(title)
    feed = ET.fromstring(files["feed.xml"])
    (entry,) = feed.iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == f"{HOME}{BRIEFING}.html"
    assert entry.findtext(f"{ATOM}updated") == feed.findtext(f"{ATOM}updated") == "2025-01-17T00:00:00Z"
    (item,) = json.loads(files["feed.json"])["items"]
    assert NOT_XML.sub("\ufffd", item["title"]).split() == (entry.findtext(f"{ATOM}title") or "").split()
    assert item["content_text"].startswith("The harbour bridge at Port Alder will close for a year")
    assert item["date_published"] == "2025-01-17T00:00:00Z"


def test_without_an_address_there_is_no_feed_and_no_link_to_one() -> None:
    files = pages(bridge())
    assert not {"feed.xml", "feed.json"} & files.keys()
    assert "feed.xml" not in files["index.md"]
    assert "(feed.xml)" in pages(bridge(), address=HOME)["index.md"]


@pytest.mark.parametrize("title", TITLES)
def test_linked_data_is_data_whatever_the_words_are(title: str) -> None:
    for path, page in edition(title).items():
        for text in DATA.findall(page):
            assert json.loads(text)["@context"] == "https://schema.org", path
            assert "<" not in text
            assert "\n" not in text
    assert json.loads(DATA.findall(edition("A")[f"{BRIEFING}.md"])[0])["headline"] == "A"


def test_linked_data_survives_the_making_of_html(tmp_path: Path) -> None:
    site = written(bridge(headline=HOSTILE[0], first=f"{HOSTILE[0]}\n\n{FIRST}"), tmp_path)
    (text,) = DATA.findall((site / f"{BRIEFING}.html").read_text(encoding="utf-8"))
    assert json.loads(text)["headline"] == HOSTILE[0]


def test_only_own_words_of_a_certain_speaker_are_handed_on_as_a_quotation() -> None:
    (data,) = DATA.findall(edition("A")[f"{BRIEFING}.md"])
    (quotation,) = json.loads(data)["hasPart"]
    assert quotation["text"] == "We will not gamble with lives,"
    assert quotation["creator"] == {"@type": "Person", "name": "Ana Ruiz"}
    assert quotation["isPartOf"]["publisher"]["name"] == "The Harbour Gazette"


def test_an_inferred_day_is_not_handed_on_as_a_fact() -> None:
    files = edition("A")
    assert json.loads(DATA.findall(files["articles/one.md"])[0])["datePublished"] == "2025-01-17"
    assert "datePublished" not in json.loads(DATA.findall(files["articles/two.md"])[0])


def test_a_person_has_a_name_and_other_names() -> None:
    (data,) = DATA.findall(edition("A")["people/ana-ruiz.md"])
    thing = json.loads(data)
    assert (thing["@type"], thing["name"], thing["url"]) == (
        "Person",
        "Ana Ruiz",
        f"{HOME}people/ana-ruiz.html",
    )


def test_a_card_escapes_its_words_once() -> None:
    card = write_card(
        "briefings/x.html",
        title='&lt;b&gt; "x"',
        description="<i>",
        site=Site(title="A & B", address=HOME),
        picture="briefings/x.png",
    )
    assert f'"og:image" content="{HOME}briefings/x.png"' in card
    assert '"og:image:alt" content="&lt;b&gt; &quot;x&quot;"' in card
    assert "summary_large_image" in card
    assert '"og:title" content="&lt;b&gt; &quot;x&quot;"' in card
    assert '"og:description" content="&lt;i&gt;"' in card
    assert '"og:site_name" content="A &amp; B"' in card
    assert '"og:type" content="article"' in card
    assert f'"og:url" content="{HOME}briefings/x.html"' in card
    nowhere = Site(title="A", address="")
    plain = write_card("index.html", title="A", description="", site=nowhere, picture="index.png")
    assert "og:image" not in plain
    assert '"og:type" content="website"' in plain
    assert "og:url" not in plain
    assert "feed" not in plain


def test_the_command_puts_the_card_into_the_head(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + f"site_url: {HOME}\n", encoding="utf-8")
    done = run("build", project, "--quiet")
    assert done.returncode == 0, done.stderr
    for page in (project / "site" / "briefings").glob("2*.html"):
        head = page.read_text(encoding="utf-8").partition("</head>")[0]
        assert head.count('property="og:title"') == 1
        assert f'content="{HOME}briefings/{page.name}"' in head
        assert f'property="og:image" content="{HOME}briefings/{page.stem}.png"' in head
        assert page.with_suffix(".png").read_bytes().startswith(PNG)
    assert (project / "site" / "feed.xml").is_file()
    assert f"<loc>{HOME}index.html</loc>" in (project / "site" / "sitemap.xml").read_text(encoding="utf-8")
