"""Settings: what `mkdocs.yml` says becomes a `Config`, and every wrong setting is reported at once.

The settings of ours stand under `extra: build_brief:`, so that MkDocs reads the same file without our
plugin. Title and folders are MkDocs' own `site_name`, `docs_dir` and `site_dir`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import yaml

from build_brief.model.article import Rights
from build_brief.model.problems import ConfigError
from build_brief.publish.settings import SiteSettings

FILE = "mkdocs.yml"

ADDRESS = re.compile(r"(?:https?://|\.{0,2}/|[\w-]+/)\S*")
"""Of another site: on the web, or from the front page of this one."""

SETTINGS: Mapping[str, object] = {
    "sources": "sources",
    "editor": "editor",
    "source_text": Rights.CITED.value,
    "pdf": True,
    "card_pictures": True,
    "other_sites": {},
}
"""Every setting of ours under `extra: build_brief:`, with its default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of one project; the folders are absolute and need not exist."""

    folder: Path
    """The project: where `mkdocs.yml` stands."""
    sources: Path
    editor: Path
    """Where an editor's rulings are."""
    docs: Path
    site: Path
    settings: SiteSettings


def read_config(folder: Path) -> Config:
    """Return the settings of the project in `folder`.

    Raises `ConfigError` with every wrong setting, each with its cure, when there is one.
    """
    values = _read_yaml(folder / FILE)
    problems: list[str] = []
    ours = _ours(values, problems)
    paths = {
        "sources": _path("sources", ours.get("sources", SETTINGS["sources"]), problems),
        "editor": _path("editor", ours.get("editor", SETTINGS["editor"]), problems),
        "docs_dir": _path("docs_dir", values.get("docs_dir", "docs"), problems),
        "site_dir": _path("site_dir", values.get("site_dir", "site"), problems),
    }
    root = folder.resolve()
    places = {name: (root / path).resolve() for name, path in paths.items() if path}
    problems += _tangled(places)
    settings = SiteSettings(
        title=_title(values, problems),
        address=_address(values),
        source_text=_rights(ours.get("source_text", SETTINGS["source_text"]), problems),
        pdf=_choice("pdf", ours.get("pdf", SETTINGS["pdf"]), problems),
        other_sites=_sites(ours.get("other_sites", SETTINGS["other_sites"]), problems),
        card_pictures=_choice(
            "card_pictures", ours.get("card_pictures", SETTINGS["card_pictures"]), problems
        ),
    )
    if problems:
        raise ConfigError(FILE, "; ".join(problems) + ".", "Correct the file and run the command again.")
    return Config(
        folder=root,
        sources=places["sources"],
        editor=places["editor"],
        docs=places["docs_dir"],
        site=places["site_dir"],
        settings=settings,
    )


def _ours(values: Mapping[str, object], problems: list[str]) -> Mapping[str, object]:
    extra = values.get("extra") or {}
    ours = extra.get("build_brief") or {} if isinstance(extra, dict) else extra
    if not isinstance(ours, dict):
        problems.append("extra: build_brief: must hold settings, one `name: value` a line")
        return {}
    problems += [_unknown(str(name)) for name in ours if name not in SETTINGS]
    return ours


def _unknown(name: str) -> str:
    near = get_close_matches(name, SETTINGS, n=1, cutoff=0.5)
    known = f"did you mean {near[0]}?" if near else f"known are {', '.join(SETTINGS)}"
    return f"extra: build_brief: there is no setting {name!r} ({known})"


def _title(values: Mapping[str, object], problems: list[str]) -> str:
    title = values.get("site_name")
    if not isinstance(title, str | int | float) or not str(title).strip():
        problems.append("site_name: the site needs a title, for example `site_name: Briefings`")
        return ""
    return str(title)


def _address(values: Mapping[str, object]) -> str:
    """Return `site_url` with a slash at its end; what is wrong with it MkDocs itself tells best."""
    address = values.get("site_url")
    known = isinstance(address, str) and address.startswith(("https://", "http://"))
    return f"{str(address).rstrip('/')}/" if known else ""


def _path(name: str, value: object, problems: list[str]) -> str | None:
    if isinstance(value, str) and value.strip():
        return value
    problems.append(f"{name}: must be the path of a folder, relative to {FILE}, not {value!r}")
    return None


def _rights(value: object, problems: list[str]) -> Rights:
    known = [rights.value for rights in Rights]
    if value in known:
        return Rights(value)
    near = get_close_matches(str(value), known, n=1)
    cure = f"did you mean {near[0]}?" if near else f"say {', '.join(known[:-1])} or {known[-1]}"
    problems.append(f"extra: build_brief: source_text cannot be {value!r} ({cure})")
    return Rights.CITED


def _choice(name: str, value: object, problems: list[str]) -> bool:
    if isinstance(value, bool):
        return value
    problems.append(f"extra: build_brief: {name}: must be true or false, not {value!r}")
    return False


def _sites(value: object, problems: list[str]) -> tuple[tuple[str, str], ...]:
    """Return names and addresses of other sites, in the order given."""
    sites = value if isinstance(value, dict) else {"": value}
    wrong = [name for name, address in sites.items() if not name or not ADDRESS.fullmatch(str(address))]
    if wrong:
        example = "for example `2023: ../2023/index.html`"
        problems.append(f"extra: build_brief: other_sites: must name sites with their addresses, {example}")
    return tuple((str(name), str(address)) for name, address in sites.items() if not wrong)


def _tangled(places: Mapping[str, Path]) -> list[str]:
    """Tell of folders that lie in one another: sources would be published, or pages taken for sources."""
    return [
        f"{inner}: the folder must not lie in that of {outer}"
        for inner, inner_path in places.items()
        for outer, outer_path in places.items()
        if inner != outer and (inner_path == outer_path or outer_path in inner_path.parents)
    ]


class _TolerantLoader(yaml.SafeLoader):
    """Reads `mkdocs.yml` without running what its tags name."""


def _read_yaml(file: Path) -> Mapping[str, object]:
    try:
        values = yaml.load(file.read_bytes(), Loader=_TolerantLoader)  # noqa: S506 - a SafeLoader
    except FileNotFoundError:
        cure = "Name a folder that holds one, or start one with `build-brief new FOLDER`."
        raise ConfigError(str(file), "there is no such file.", cure) from None
    except OSError as error:
        raise ConfigError(FILE, f"cannot be read ({error.strerror}).", "Allow reading it.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigError(FILE, f"is not YAML: {_one_line(error)}.", "Correct that line.") from error
    if not isinstance(values, dict):
        raise ConfigError(FILE, "holds no settings.", "Write at least `site_name: Briefings`.")
    return values


def _one_line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    place = f" in line {mark.line + 1}" if mark else ""
    return f"{getattr(error, 'problem', None) or error}{place}".replace("\n", " ")


def _read_tag(loader: _TolerantLoader, suffix: str, node: yaml.Node) -> object:
    """Return the plain value under a tag that MkDocs alone understands; a bare name is itself."""
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return node.value or suffix


def _read_variable(loader: _TolerantLoader, node: yaml.Node) -> object:
    """Return what `!ENV NAME` or `!ENV [NAME, OTHER, default]` stands for, as MkDocs reads it."""
    if not isinstance(node, yaml.SequenceNode):
        return os.environ.get(str(node.value))
    names = [str(value) for value in loader.construct_sequence(node)]
    default = loader.construct_object(node.value[-1]) if len(names) > 1 else None
    variables = names[:-1] if len(names) > 1 else names
    return next((os.environ[name] for name in variables if name in os.environ), default)


_TolerantLoader.add_multi_constructor("!", _read_tag)
_TolerantLoader.add_multi_constructor("tag:yaml.org,2002:python/", _read_tag)
_TolerantLoader.add_constructor("!ENV", _read_variable)
