"""The command line: every science capability from the shell.

`--json` prints one JSON document on stdout and nothing else there. Exit 0: done; 1: done, and the answer is
no; 2: the input cannot be used, with one plain line on stderr. A command's module is imported only when it is
called, so that `warmhands guide` does not wait for Django.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import NoReturn

from warmhands.content.strict import ContentError
from warmhands.science.errors import BadInput, WarmhandsError

# command → the module that has `add_parser(subparsers)` and `run(args)`, and a line for the list of commands
COMMANDS: dict[str, tuple[str, str]] = {
    "serve": ("warmhands.cli.serve", "serve Warmhands from this machine"),
    "demo": ("warmhands.cli.serve", "serve a made-up family, clearly marked"),
    "reset-password": ("warmhands.cli.serve", "give an account a new password where there is no mail"),
    "import": ("warmhands.cli.diary", "bring in the log of another app"),
    "days": ("warmhands.cli.diary", "minutes and counts of each local day"),
    "guide": ("warmhands.cli.guide", "safe now? which routine? the session as a table"),
    "check-content": ("warmhands.cli.content", "check every file of facts"),
}

HOME_HELP = "the data folder (else WARMHANDS_HOME, else ./data)"


class OneLineParser(argparse.ArgumentParser):
    """Says what is wrong in one line and exits 2, without the usage above it."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{_one_line(message)}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Never a traceback for input that cannot be used."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        _ready_streams()
        return _run(words)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except BrokenPipeError:
        # The reader (head, less) has seen enough. What is still buffered must not fail at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        reason = error.strerror or str(error)
        return _fail(f"{error.filename}: {reason}" if error.filename else reason)
    except UnicodeDecodeError:
        return _fail("The text is not UTF-8.")
    except (WarmhandsError, ContentError) as error:
        return _fail(str(error))
    except _store_faults() as error:
        return _fail(f"The diary cannot be read or written just now: {error}.")


def _store_faults() -> tuple[type[Exception], ...]:
    """What a store may raise that is busy, full or broken; nothing where no command has opened one."""
    database = sys.modules.get("django.db")
    return () if database is None else (database.DatabaseError,)


def _ready_streams() -> None:
    """Speak UTF-8 whatever the terminal's language is; a stream that the caller closed is an empty one.

    Raises BadInput where the answer could not be read by anybody.
    """
    # These two live as long as the process.
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stdout is None:
        raise BadInput("There is nowhere to write the answer: standard output is closed.")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _run(words: list[str]) -> int:
    parser, subparsers, globals_ = _parser()
    chosen, rest = globals_.parse_known_args(words)
    if chosen.home == "":
        raise BadInput("--home wants the name of a folder.")
    if chosen.home:
        os.environ["WARMHANDS_HOME"] = os.path.abspath(os.path.expanduser(chosen.home))
    name = next((word for word in rest if not word.startswith("-")), "")
    run: Callable[[argparse.Namespace], int] | None = None
    if name in COMMANDS:
        module = importlib.import_module(COMMANDS[name][0])
        module.add_parser(subparsers)
        run = module.run
    for other, (_, line) in COMMANDS.items():
        if other not in subparsers.choices:
            subparsers.add_parser(other, help=line)
    args = parser.parse_args(rest)
    if run is None:
        return _fail(f"Say what to do: {', '.join(COMMANDS)}. More: warmhands --help")
    code = getattr(args, "run", run)(args)
    sys.stdout.flush()
    return code


def _parser() -> tuple[
    argparse.ArgumentParser, argparse._SubParsersAction[OneLineParser], argparse.ArgumentParser
]:
    """Return the parser, its commands, and the one option that may stand anywhere."""
    globals_ = OneLineParser(add_help=False, allow_abbrev=False)
    globals_.add_argument("--home", metavar="FOLDER", help=HOME_HELP)
    parser = OneLineParser(prog="warmhands", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--home", metavar="FOLDER", help=HOME_HELP)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=OneLineParser)
    return parser, subparsers, globals_


def _fail(message: str) -> int:
    print(_one_line(message), file=sys.stderr)
    return 2


def _one_line(message: str) -> str:
    return " ".join(message.split())
