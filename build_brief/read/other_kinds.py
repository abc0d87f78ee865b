"""Say of a file that is not read what it is, and what to do with it, by the suffix of its name."""

from __future__ import annotations

from types import MappingProxyType

KINDS = (
    (
        (".doc", ".dot", ".pages", ".wpd", ".wps", ".sxw", ".fodt"),
        "Documents of this kind are not read.",
        "Open it and save it as a Word document (.docx) or plain text (.txt).",
    ),
    (
        (".rss", ".atom", ".xml", ".opml"),
        "A feed lists articles and seldom holds one whole, so it is not read.",
        "Open each article that you need and save its page.",
    ),
    (
        (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xls", ".xlsx", ".ods", ".db", ".sqlite"),
        "Tables and data files are not read.",
        "Make a text file of each article in it.",
    ),
    (
        (".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar"),
        "Packed files are not read.",
        "Unpack it here, or move it away.",
    ),
    (
        (".msg", ".mbox", ".pst", ".emlx"),
        "Mails of this kind are not read.",
        "Save the mail as .eml or as plain text.",
    ),
    (
        (".webarchive", ".maff"),
        "Web archives of this kind are not read.",
        "Open it and save the page as HTML, or its text as plain text.",
    ),
    (
        (".url", ".webloc", ".desktop", ".lnk"),
        "The file is a link to a page, not the page.",
        "Open it and save the page as HTML.",
    ),
    (
        (".epub", ".mobi", ".azw3", ".djvu", ".ps", ".ppt", ".pptx", ".odp", ".key"),
        "Books and slides are not read.",
        "Copy the article that you need into a text file.",
    ),
    (
        (".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic", ".tif", ".tiff", ".bmp", ".svg"),
        "Pictures are not read, nor is the text on them.",
        "Type or copy its text into a text file, or move it away.",
    ),
    (
        (".mp3", ".m4a", ".wav", ".ogg", ".mp4", ".mov", ".mkv", ".webm", ".avi"),
        "Recordings are not read.",
        "Put a transcript here as a text file, or move it away.",
    ),
)
BY_SUFFIX = MappingProxyType({suffix: words for suffixes, *words in KINDS for suffix in suffixes})


def describe_unread(suffix: str) -> tuple[str, str]:
    """Return why a file with this suffix (small letters, with its dot) is not read, and the cure."""
    if suffix in BY_SUFFIX:
        reason, cure = BY_SUFFIX[suffix]
        return reason, cure
    if not suffix:
        return (
            "Files without a suffix are not read.",
            "If it is plain text, add .txt to its name, or move it away.",
        )
    cure = "Save it as plain text (.txt), a web page (.html) or a Word document (.docx), or move it away."
    return f"Files of the kind “{suffix}” are not read.", cure
