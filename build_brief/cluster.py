"""The machines of an existing Dask cluster as an executor of the standard library's kind."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from build_brief.model.problems import ConfigError

PLACE = "--cluster"
PATIENCE = 10
"""Seconds to wait for the scheduler."""


@contextmanager
def cluster_executor(address: str) -> Iterator[Executor]:
    """Give work to the cluster whose scheduler listens at `address` (`tcp://host:8786`).

    A worker that is lost is made up for by the others. Raises `ConfigError` when the package `distributed`
    is not installed, or nobody answers there.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        problem = "a cluster needs the package dask.distributed."
        cure = "Install it: pip install 'build-brief[cluster]'."
        raise ConfigError(PLACE, problem, cure) from error
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        problem = f"no Dask scheduler answers at {address}."
        cure = "Start one with `dask scheduler`, or correct the address."
        raise ConfigError(PLACE, problem, cure) from error
    with client, client.get_executor() as executor:  # type: ignore[no-untyped-call]
        yield executor
