"""Take the processor's time, of this process and of those that it starts."""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

Seconds = dict[str, float]
"""What was measured, by name."""


@contextmanager
def timed(seconds: Seconds, name: str) -> Iterator[None]:
    """Put into `seconds` what the block takes."""
    start = process_time()
    yield
    seconds[name] = process_time() - start


def spent_by_others() -> float:
    """Return the seconds of all processes that this one has started and that have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def tell(found: Seconds) -> None:
    """Say what is known so far: a large size takes an hour."""
    print(json.dumps(found), file=sys.stderr, flush=True)
