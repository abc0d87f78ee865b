"""`python -m build_brief` is `build-brief`."""

from __future__ import annotations

from build_brief.cli import main

if __name__ == "__main__":
    main()
