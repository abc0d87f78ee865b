"""What the command tells the shell by the number it ends with; docs/command.md lists them."""

from __future__ import annotations

from build_brief.model.problems import (
    BusyError,
    CheckError,
    ConfigError,
    NothingToReadError,
    RulingsError,
)

PROMISE_BROKEN, WRONG_USAGE, NOTHING_TO_READ, BUSY, NOT_WRITTEN = 1, 2, 3, 4, 5

EXIT_CODES = {
    CheckError: PROMISE_BROKEN,
    ConfigError: WRONG_USAGE,
    RulingsError: WRONG_USAGE,
    NothingToReadError: NOTHING_TO_READ,
    BusyError: BUSY,
}

EPILOG = (
    "Exit codes: 0 all is well · 1 a check failed, or --strict and something was noticed · 2 wrong usage or "
    "settings · 3 nothing to read · 4 another build is running · 5 a file could not be read or written."
)
