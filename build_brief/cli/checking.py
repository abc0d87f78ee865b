"""`build-brief check`."""

from __future__ import annotations

from build_brief.check import Findings, check_docs, check_html, read_docs
from build_brief.cli.screen import Screen
from build_brief.config import Config
from build_brief.mkdocs.site import load_renderer
from build_brief.model.problems import CheckError
from build_brief.pipeline import build_project_edition, print_site
from build_brief.workforce import Work

MAX_SHOWN = 50
"""Failures printed one by one; after that their number is what matters."""


def check_project(config: Config, *, screen: Screen, processes: int) -> None:
    """Check the pages and, where there is one, the site; print the counts.

    Raises `CheckError` when a promise does not hold, after each case was printed.
    """
    with screen.progress() as progress:
        work = Work(processes=processes, progress=progress)
        edition = build_project_edition(config, report=screen.keep, work=work)
        articles = [annotated.article for annotated in edition.dossier.articles]
        # Notices of letters without a font were given when the PDFs were made.
        site = print_site(edition, config=config, report=lambda _: None, work=work, anew=True)
        progress("Checking", 0, 0)
        pages = read_docs(config.docs, render=load_renderer(config))
        checks = [check_docs(config.docs, pages, site, articles)]
        if config.site.is_dir():
            checks.append(check_html(config.site, pages, site, articles))
    for name, findings in zip((config.docs.name, config.site.name), checks, strict=False):
        _show(name, findings, screen)
    failed = sum(len(findings.failures) for findings in checks)
    if failed:
        problem = f"{failed} promise{' does' if failed == 1 else 's do'} not hold."
        raise CheckError(str(config.docs), problem, "Undo the edits that are named, or build again.")


def _show(folder: str, findings: Findings, screen: Screen) -> None:
    for page in findings.edited:
        screen.say(f"{page}: edited by hand; it need not be fresh.")
    for failure in findings.failures[:MAX_SHOWN]:
        screen.warn(str(failure))
    if len(findings.failures) > MAX_SHOWN:
        screen.warn(f"{folder}/: {len(findings.failures) - MAX_SHOWN} more")
    for line in findings.lines():
        screen.say(f"{folder}/: {line}")
