"""Tables as CSV files that are safe to open, and read back whole.

Written with the csv module, every text quoted. A text that a spreadsheet would run as a
formula gets an apostrophe in front, as OWASP's page on CSV injection advises.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

Cell = str | float
Row = dict[str, Cell]

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""First characters that make a spreadsheet read a cell as a formula, wide forms included."""


class SheetRefused(ValueError):
    """A file that is no such table as was asked for; the text names file and row."""


def safe_cell(value: Cell) -> Cell:
    """A value that no spreadsheet runs; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    runs = value.lstrip(" ").startswith(FORMULA) or value.lstrip().startswith(FORMULA)
    return f"'{value}" if runs else value


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Row], bom: bool = False) -> None:
    """Write the table aside, then put it in place. ``bom`` helps older spreadsheets see UTF-8."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    encoding = "utf-8-sig" if bom else "utf-8"
    try:
        with aside.open("w", encoding=encoding, newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
            writer.writerow([safe_cell(column) for column in columns])
            for row in rows:
                writer.writerow([safe_cell(row.get(column, "")) for column in columns])
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def read_rows(
    path: Path, delimiter: str = ",", refused: type[ValueError] = SheetRefused
) -> list[list[str]]:
    """All rows of a CSV file in UTF-8, with or without a byte-order mark, the header too.

    Raises ``refused`` with the file's name and how to mend it.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file, delimiter=delimiter, strict=True))
    except FileNotFoundError:
        raise refused(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise refused(f"{path}: a folder; name the CSV file in it") from None
    except UnicodeDecodeError:
        raise refused(f"{path}: not a text in UTF-8; save it as CSV UTF-8") from None
    except csv.Error as error:
        raise refused(f"{path}: no CSV file ({error})") from None
