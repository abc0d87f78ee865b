"""A folder of news articles in, a cited, cross-linked briefing site out."""

from pathlib import Path

__version__ = "0.1.0"

if (Path(__file__).parent / "__compiled__").is_dir():
    from build_brief.compiled import prefer_compiled

    prefer_compiled()
