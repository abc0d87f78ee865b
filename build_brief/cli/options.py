"""What several commands may be told."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Project = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="The project: a folder with mkdocs.yml. Default: this one.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but notices and errors.")]
Processes = Annotated[
    int, typer.Option("--processes", min=1, help="How many processes analyse; the result is the same.")
]

Cluster = Annotated[
    str | None,
    typer.Option("--cluster", metavar="ADDRESS", help="Analyse on the Dask cluster of that scheduler."),
]
