"""Bytes of a table from anywhere → text cells.

Marks of encodings, kinds of separators, and files that are no table.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from warmhands.science.errors import BadInput

MAX_BYTES = 10 * 1024 * 1024
MAX_ROWS = 30_000  # eleven months of the busiest log seen have 4,207: this is six years
# First bytes of what people pick by mistake; a text file has none of them.
_NO_TEXT = (
    b"PK",
    b"MZ",
    b"\x7fELF",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"SQLite format",
    b"\x1f\x8b",
    b"Rar!",
    b"7z",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line of the file it begins on (the first is 1), and its cells by the names of the head."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[str, ...]  # in small letters
    body: str
    separator: str

    def rows(self) -> Iterator[Row]:
        """Yield the rows with words in them.

        Raises BadInput for a file that no reader of tables can follow.
        """
        reader = csv.reader(io.StringIO(self.body, newline=""), delimiter=self.separator)
        before = 0
        try:
            for cells in reader:
                line, before = before + 1, reader.line_num
                if line > 1 and any(cell.strip() for cell in cells):
                    yield Row(
                        line, {name: cell.strip() for name, cell in zip(self.head, cells, strict=False)}
                    )
        except csv.Error as slip:
            raise BadInput(_("Line %(line)d of this file cannot be read.") % {"line": before + 1}) from slip


def table_of(raw: bytes) -> Table:
    """Return the table in `raw`. Raises BadInput with one plain sentence for what is no table."""
    if not raw.strip(b"\x00 \r\n\t\xef\xbb\xbf"):
        raise BadInput(_("This file is empty. Make the export once more, then choose that one."))
    if len(raw) > MAX_BYTES:
        raise BadInput(
            _("This file is larger than 10 MB. An export of years is smaller: is it the right one?")
        )
    if raw.startswith(_NO_TEXT):
        raise BadInput(_("This is not a text file. If it is a zip, open it first and pick the .csv inside."))
    body = _decoded(raw)
    if body.count("\n") > MAX_ROWS:
        raise BadInput(_("This file has more than 30,000 lines. Please export a shorter time."))
    first = body.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    try:
        head = next(csv.reader([first.strip("\r")], delimiter=separator), [])
    except csv.Error as slip:
        raise BadInput(_("Line 1 of this file cannot be read.")) from slip
    return Table(tuple(" ".join(name.split()).lower() for name in head), body, separator)


def _decoded(raw: bytes) -> str:
    """Return the text of `raw`: UTF-8, UTF-16 with or without its mark, else Western Windows letters."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw.decode("utf-16", "replace")
    elif raw[:200].count(0) > len(raw[:200]) // 3:
        text = raw.decode("utf-16-be" if raw[0] == 0 else "utf-16-le", "replace")
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", "replace")
    if "\x00" in text:
        raise BadInput(_("This is not a text file. If it is a zip, open it first and pick the .csv inside."))
    return text.replace("\r\n", "\n").replace("\r", "\n")
