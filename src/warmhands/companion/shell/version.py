"""The version of the program, as its package says (which has it from the changelog)."""

from functools import cache
from importlib.metadata import version


@cache
def program_version() -> str:
    return version("warmhands")
