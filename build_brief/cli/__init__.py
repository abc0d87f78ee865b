"""The command `build-brief`: arguments in, exit code out; the only place that prints.

What takes long to import is imported by the command that needs it, so that help and mistakes answer
at once.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from build_brief import __version__
from build_brief.cli.exit_codes import EPILOG, EXIT_CODES, NOT_WRITTEN, PROMISE_BROKEN
from build_brief.cli.options import Cluster, Processes, Project, Quiet
from build_brief.cli.screen import Screen
from build_brief.model.problems import BriefError

HERE = Path()
CORES = os.cpu_count() or 1

app = typer.Typer(
    name="build-brief",
    help="A folder of news articles in, a cited, cross-linked briefing site out.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Run the command line; every error that we know is one line and its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a letter shows its number; it must not stop the run.
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except BriefError as error:
        for line in str(error).splitlines():
            Screen(quiet=True).error(line)
        sys.exit(EXIT_CODES.get(type(error), NOT_WRITTEN))
    except OSError as error:
        place = error.filename or "this machine"
        Screen(quiet=True).error(
            f"{place}: {error.strerror or error}. Make room or allow it, then run again."
        )
        sys.exit(NOT_WRITTEN)


def _print_version(asked: bool) -> None:  # noqa: FBT001 - typer hands over the option
    if asked:
        typer.echo(f"build-brief {__version__}")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Take the options that stand before a command."""


@app.command(epilog=EPILOG)
def build(  # noqa: PLR0913 - one parameter for each option of the command
    folder: Project = HERE,
    *,
    quiet: Quiet = False,
    strict: Annotated[bool, typer.Option("--strict", help="Fail when something was noticed.")] = False,
    docs_only: Annotated[bool, typer.Option("--docs-only", help="Write docs/, make no HTML.")] = False,
    site_dir: Annotated[
        Path | None, typer.Option("--site-dir", metavar="DIR", help="Where the HTML goes, instead of site/.")
    ] = None,
    processes: Processes = CORES,
    cluster: Cluster = None,
) -> None:
    """Read sources/, write the pages into docs/ and the site into site/."""
    from build_brief.cli.building import build_project
    from build_brief.config import read_config
    from build_brief.workforce import Work

    config = read_config(folder)
    site = None if docs_only else (site_dir.resolve() if site_dir else config.site)
    with Screen(quiet=quiet) as screen:
        build_project(config, site=site, screen=screen, work=Work(processes=processes, cluster=cluster))
    if strict and screen.notices:
        raise typer.Exit(PROMISE_BROKEN)


@app.command(epilog=EPILOG)
def serve(
    folder: Project = HERE,
    *,
    address: Annotated[
        str | None, typer.Option("--address", metavar="HOST:PORT", help="Where to serve. [127.0.0.1:8000]")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Show the site live; it is built anew when a source or a page changes. Stop with Ctrl-C."""
    from build_brief.cli.building import serve_project
    from build_brief.config import read_config

    with Screen(quiet=quiet) as screen:
        serve_project(read_config(folder), address=address, screen=screen)


@app.command(epilog=EPILOG)
def check(folder: Project = HERE, *, quiet: Quiet = False, processes: Processes = CORES) -> None:
    """Read sources and written pages again; fail when a quotation, citation or link does not hold."""
    from build_brief.cli.checking import check_project
    from build_brief.config import read_config

    with Screen(quiet=quiet) as screen:
        check_project(read_config(folder), screen=screen, processes=processes)


@app.command(epilog=EPILOG)
def review(
    folder: Project = HERE,
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write all of it into a file.")
    ] = None,
    quiet: Quiet = False,
    processes: Processes = CORES,
) -> None:
    """List doubtful names, speakers and stories, each with its sentence and lines to paste into editor/."""
    from build_brief.cli.reviewing import review_project
    from build_brief.config import read_config
    from build_brief.workforce import Work

    with Screen(quiet=quiet) as screen:
        review_project(read_config(folder), output, screen=screen, work=Work(processes=processes))


@app.command(epilog=EPILOG)
def export(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of articles, or a project.")],
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.json", help="The file to write.")],
    quiet: Quiet = False,
    processes: Processes = CORES,
    cluster: Cluster = None,
) -> None:
    """Write everything that is found in a folder of articles as open data; docs/export.md describes it."""
    from build_brief.cli.exporting import export_folder
    from build_brief.workforce import Work

    with Screen(quiet=quiet) as screen:
        export_folder(folder, output, screen=screen, work=Work(processes=processes, cluster=cluster))


@app.command(epilog=EPILOG)
def pdf(  # noqa: PLR0913 - one parameter for each option of the command
    folder: Project = HERE,
    *,
    briefing: Annotated[
        list[str] | None, typer.Option("--briefing", metavar="NAME", help="Only this briefing; repeatable.")
    ] = None,
    issue: Annotated[
        list[str] | None, typer.Option("--issue", metavar="NAME", help="Only briefings on it; repeatable.")
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option("--since", metavar="DATE", formats=["%Y-%m-%d"], help="Only stories since 2024-10-18."),
    ] = None,
    paper: Annotated[
        str, typer.Option("--paper", metavar="a4|letter", help="The size of the sheets.")
    ] = "a4",
    two_sided: Annotated[
        bool, typer.Option("--two-sided", help="For a bound book: inner margins, mirrored heads.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PATH", help="A folder; a .pdf for a book alone. [pdf/]"),
    ] = None,
    quiet: Quiet = False,
    processes: Processes = CORES,
) -> None:
    """Print briefings: a PDF of each, and one book of all that are asked for."""
    from build_brief.cli.printing import Order, print_project, read_paper
    from build_brief.config import read_config
    from build_brief.publish.paper.choice import Choice

    config = read_config(folder)
    order = Order(
        output=output or config.folder / "pdf",
        choice=Choice(
            briefings=tuple(briefing or ()), issues=tuple(issue or ()), since=since.date() if since else None
        ),
        layout=read_paper(paper, two_sided=two_sided),
    )
    with Screen(quiet=quiet) as screen:
        print_project(config, order, screen=screen, processes=processes)


@app.command(epilog=EPILOG)
def new(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder to make; new or empty.")],
    *,
    quiet: Quiet = False,
) -> None:
    """Start a project: mkdocs.yml, sources/, editor/, docs/ and .gitignore."""
    from build_brief.cli.starting import start_project

    with Screen(quiet=quiet) as screen:
        start_project(folder, screen=screen)


@app.command(epilog=EPILOG)
def split(
    folder: Project = HERE,
    *,
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="Where the projects of the years go.")],
    quiet: Quiet = False,
    processes: Processes = CORES,
) -> None:
    """Make a project for each year of a large one, each with links to the others; again when it changed."""
    from build_brief.cli.splitting import split_project
    from build_brief.config import read_config
    from build_brief.workforce import Work

    with Screen(quiet=quiet) as screen:
        split_project(read_config(folder), into, screen=screen, work=Work(processes=processes))
