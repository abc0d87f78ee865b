"""The files of a site, before any is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """One file to write."""

    path: str
    """Relative to `docs/`, with `/`; never absolute, never with `..`."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All files of the site, by path."""

    files: tuple[OutputFile, ...]
