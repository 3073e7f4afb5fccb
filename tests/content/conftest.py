"""A copy of the content in which a test may plant one fault."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from warmhands.content.loader import HERE

Plant = Callable[..., Path]


@pytest.fixture
def plant(tmp_path: Path) -> Plant:
    """`plant(file, old, new)` gives a folder in which the first `old` of the file reads `new`."""

    def planted(file: str, old: str, new: str, *, after: str = "") -> Path:
        folder = tmp_path / "content"
        shutil.copytree(HERE, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        path = folder / file
        text = path.read_text(encoding="utf-8")
        start = text.index(after)
        place = text.index(old, start)
        path.write_text(text[:place] + new + text[place + len(old) :], encoding="utf-8")
        return folder

    return planted
