"""What a person reads holds no id and no name of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from warmhands.content.model import Content
from warmhands.content.words import msgids

FILE_WORD = re.compile(r"\w+_\w+|\w+\.(?:ya?ml|csv|py)\b")


def faults(content: Content) -> Iterator[str]:
    """Yield a sentence for each text that speaks in the words of the files."""
    for text in msgids(content):
        found = FILE_WORD.search(text)
        if found:
            yield f"a text for people says {found[0]!r}: {text[:60]!r}"
