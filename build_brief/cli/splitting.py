"""`build-brief split`: a project for each year of a project that has outgrown one build.

The project stays what is edited; those of the years are made from it, and another split follows it. A story
goes whole into the year of its first day, so nothing that is told together is torn apart.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

import yaml

from build_brief.cli.screen import Screen
from build_brief.config import FILE, Config, read_config
from build_brief.editor import read_rulings
from build_brief.model.dossier import Dossier
from build_brief.model.history import History
from build_brief.model.problems import ConfigError, NothingToReadError, Notice, NoticeKind
from build_brief.model.site import OutputFile, Site, pack_file
from build_brief.pipeline import build_dossier, cache_of
from build_brief.workforce import Work
from build_brief.writing import write_site
from build_brief.writing.history import read_history, write_history
from build_brief.writing.lock import lock
from build_brief.writing.manifest import FILE as MANIFEST

OURS = re.compile(r"^( *)build_brief:[ ]*(?:#.*)?\n", re.MULTILINE)
SITES = re.compile(r"^( +)other_sites:.*\n(?:\1 +.*\n|[ ]*\n)*", re.MULTILINE)
"""The setting as it stands in the project, with the lines that belong to it."""

NO_DAYS = "sources", "no article has a day.", "Give each a day in its header: `Date: 2025-01-17`."

Years = Mapping[int, tuple[str, ...]]
"""The files of each year, relative to the folder of sources."""


def split_project(config: Config, archive: Path, *, screen: Screen, work: Work) -> None:
    """Make or update a project for each year in `archive`; raise `ConfigError` when that cannot be."""
    archive = archive.resolve()
    _refuse(config, archive)
    with screen.progress() as progress, lock(config.docs):
        work = replace(work, cache=cache_of(config), progress=progress)
        rulings = read_rulings(config.editor)
        dossier = build_dossier(config.sources, report=screen.keep, work=work, rulings=rulings)
        years = find_years(dossier)
        _refuse_foreign(archive, years)
        for year in sorted(years):
            _write_year(config, archive, year, years, screen)
    for year in sorted(years):
        place = Path(os.path.relpath(archive / str(year)))
        screen.say(f"{year}: {_count(len(years[year]))}; build-brief build {place}")


def find_years(dossier: Dossier) -> Years:
    """Return the articles of each year, those of one story together in the year of its first day.

    What has no day goes into the last year, where somebody looks at it. Raises `NothingToReadError` when
    nothing has one.
    """
    days = {name: found.day for name, found in dossier.days if found.day}
    first = {
        story.id: min((days[name].year for name in story.articles if name in days), default=None)
        for story in dossier.stories
    }
    last = max((year for year in first.values() if year), default=0)
    if not last:
        raise NothingToReadError(*NO_DAYS)
    years: dict[int, list[str]] = {}
    for story in dossier.stories:
        years.setdefault(first[story.id] or last, []).extend(story.articles)
    return {year: tuple(sorted(names)) for year, names in years.items()}


def print_settings(text: str, config: Config, year: int, years: Iterable[int]) -> str:
    """Return the `mkdocs.yml` of one year: the project's, with a name, an address and links of its own.

    Raises `ConfigError` when the project's file is written so that these cannot be put in.
    """
    title, address = f"{config.settings.title} {year}", config.settings.address
    others = [(str(other), _address(config, other)) for other in sorted(years, reverse=True) if other != year]
    sites = [*others, *config.settings.other_sites]
    text = re.sub(r"^site_name:.*$", lambda _: f"site_name: {_quote(title)}", text, flags=re.MULTILINE)
    text = re.sub(
        r"^site_url:.*$", lambda _: f"site_url: {_quote(f'{address}{year}/')}", text, flags=re.MULTILINE
    )
    text = SITES.sub("", text)
    if not OURS.search(text):
        text = re.sub(r"^extra:[ ]*\n", "extra:\n  build_brief:\n", text, count=1, flags=re.MULTILINE)
    if not OURS.search(text):
        text = f"{text.rstrip()}\n\nextra:\n  build_brief:\n"
    found = OURS.search(text)
    assert found, "it was put in"
    indent = found[1] + "  "
    lines = [f"{indent}other_sites:\n", *(f"{indent}  {_quote(n)}: {_quote(a)}\n" for n, a in sites)]
    return text[: found.end()] + "".join(lines if sites else []) + text[found.end() :]


def _address(config: Config, year: int) -> str:
    """Return where the front page of another year is, as the front page of a year leads to it."""
    if config.settings.address:
        return f"{config.settings.address}{year}/"
    up = "../" * (len(_inside(config, config.site).parts) + 1)
    return f"{up}{year}/{_inside(config, config.site).as_posix()}/index.html"


def _quote(value: str) -> str:
    return yaml.safe_dump(value, default_style='"', allow_unicode=True, width=float("inf")).strip()


def _write_year(config: Config, archive: Path, year: int, years: Years, screen: Screen) -> None:
    folder = archive / str(year)
    text = (config.folder / FILE).read_text(encoding="utf-8")
    settings = pack_file(FILE, print_settings(text, config, year, years).encode())
    files = (settings, *_copies(config, years[year]))
    write_site(Site(files=files), folder, report=lambda notice: screen.keep(_of_a_file(notice, year)))
    made = read_config(folder)
    wanted = {str(other) for other in years if other != year}
    if not wanted <= {name for name, _ in made.settings.other_sites}:
        cure = "Write `extra:` and below it `build_brief:` as lines of their own."
        raise ConfigError(FILE, "the links between the years cannot be put in.", cure)
    made.docs.mkdir(exist_ok=True)
    history = read_history(config.sources)
    if history.stories and not read_history(made.sources).stories:
        write_history(made.sources, _history_of(history, years[year]))


def _copies(config: Config, names: Iterable[str]) -> Iterator[OutputFile]:
    sources, editor = _inside(config, config.sources), _inside(config, config.editor)
    for name in names:
        yield pack_file((sources / name).as_posix(), (config.sources / name).read_bytes())
    for file in sorted(config.editor.glob("*.yml")):
        yield pack_file((editor / file.name).as_posix(), file.read_bytes())
    ignored = config.folder / ".gitignore"
    if ignored.is_file():
        yield pack_file(ignored.name, ignored.read_bytes())


def _history_of(history: History, names: Iterable[str]) -> History:
    ours = set(names)
    kept = [record for record in history.stories if any(name in ours for name, _ in record.sources)]
    return replace(history, stories=tuple(kept))


def _of_a_file(notice: Notice, year: int) -> Notice:
    """Return the notice of a file that is kept in the words that fit one that is no page."""
    if notice.kind is not NoticeKind.KEPT:
        return notice
    message = "The file was changed there by hand and stays as it is; the project has another, or none."
    cure = "Change it in the project, delete it there, and split again."
    return replace(notice, path=f"{year}/{notice.path}", message=message, cure=cure)


def _inside(config: Config, place: Path) -> PurePosixPath:
    try:
        return PurePosixPath(place.relative_to(config.folder).as_posix())
    except ValueError:
        cure = "Move it there, and name it in mkdocs.yml."
        raise ConfigError(str(place), "the folder must lie in that of the project.", cure) from None


def _count(articles: int) -> str:
    return f"{articles:,} {'article' if articles == 1 else 'articles'}"


def _refuse(config: Config, archive: Path) -> None:
    """Raise `ConfigError` when the years would lie among what the project reads or writes."""
    for place in (config.sources, config.docs, config.site, config.editor):
        _inside(config, place)
        if archive == place or place in archive.parents:
            problem = f"the years must not lie in {place.name}/."
            raise ConfigError(str(archive), problem, "Name another folder.")


def _refuse_foreign(archive: Path, years: Iterable[int]) -> None:
    for year in years:
        folder = archive / str(year)
        if folder.is_dir() and any(folder.iterdir()) and not (folder / MANIFEST).is_file():
            problem = "the folder holds files that no split has put there."
            raise ConfigError(str(folder), problem, "Name another folder for the years, or move them away.")
