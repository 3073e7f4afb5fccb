"""`warmhands serve`, `warmhands demo` and `warmhands reset-password`."""

from __future__ import annotations

import argparse
import os
import secrets
import socket
import sys
import warnings
from getpass import GetPassWarning, getpass
from ipaddress import ip_address
from pathlib import Path

from warmhands.cli.lan import home_addresses, home_names
from warmhands.cli.store import check_home, open_store
from warmhands.science.errors import BadInput

DEFAULT_PORT = 8000
THREADS = 8
SCREEN_HINT = (
    "Before a massage set the phone's screen to stay on for 30 minutes (Settings, Display, Screen timeout)."
)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the three commands and their options to the command line."""
    for name, what, run in (
        ("serve", "serve Warmhands from this machine", run_serve),
        ("demo", "serve a made-up family, clearly marked", run_demo),
    ):
        parser = subparsers.add_parser(name, help=what)
        parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 for the phones of your home")
        parser.add_argument("--port", help=f"else WARMHANDS_PORT, else {DEFAULT_PORT}; 0 takes any free one")
        parser.add_argument(
            "--https", action="store_true", help="not yet: use a proxy with WARMHANDS_HTTPS=1"
        )
        parser.set_defaults(run=run)
    parser = subparsers.add_parser(
        "reset-password", help="give an account a new password where there is no mail"
    )
    parser.add_argument(
        "name", nargs="?", default="", help="the user name; may be left out when there is one account"
    )
    parser.add_argument(
        "--stdin", action="store_true", help="read the new password from standard input, one line"
    )
    parser.set_defaults(run=run_reset_password)


def run(args: argparse.Namespace) -> int:
    """Run the command that `args` names."""
    return int(args.run(args))


def run_serve(args: argparse.Namespace) -> int:
    """Serve in the foreground until SIGTERM or Ctrl-C.

    Raises BadInput for a taken port or a home that cannot be written.
    """
    if args.https:
        raise BadInput(
            "Warmhands does not make its own HTTPS yet. Put a proxy before it and set WARMHANDS_HTTPS=1."
        )
    listener = _listen(args.host, _port(args.port))
    _prepare(args.host)
    from django.conf import settings

    from warmhands.companion.families.queries import has_accounts

    fresh = not has_accounts()
    if fresh and _beyond_this_machine(args.host) and not settings.WARMHANDS_SETUP_CODE:
        settings.WARMHANDS_SETUP_CODE = f"{secrets.randbelow(10_000):04}-{secrets.randbelow(10_000):04}"
    _serve(
        listener,
        _greeting(args.host, listener.getsockname()[1], settings.WARMHANDS_SETUP_CODE if fresh else ""),
    )
    return 0


def run_demo(args: argparse.Namespace) -> int:
    """Serve a home of its own with an invented family. The family's real home is never touched."""
    os.environ["WARMHANDS_DEMO"] = "1"
    if not os.environ.get("WARMHANDS_HOME"):
        os.environ["WARMHANDS_HOME"] = str(Path("data-demo").resolve())
    if args.https:
        return run_serve(args)
    from warmhands.cli import demo

    listener = _listen(args.host, _port(args.port))
    home = check_home()
    empty = demo.prepare(home)
    _prepare(args.host)
    if empty:
        print("Making up a family …", flush=True)
        demo.fill(home)
    greeting = _greeting(args.host, listener.getsockname()[1], "")
    _serve(listener, f"{demo.SIGN_IN}\n{greeting}")
    return 0


def run_reset_password(args: argparse.Namespace) -> int:
    """Ask for a new password and end the person's sessions.

    Raises BadInput for an unknown name or a weak password.
    """
    open_store()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from warmhands.companion.families import actions, queries
    from warmhands.companion.families.forms import PASSWORD_MAX_LETTERS

    names = queries.user_names()
    if not names:
        raise BadInput(
            "Nobody has an account in this home yet. Open Warmhands in a browser to make the first."
        )
    if not args.name and len(names) > 1:
        raise BadInput(f"Whose password? warmhands reset-password NAME, one of: {', '.join(names)}.")
    name = args.name.lower() or names[0]
    if name not in names:
        raise BadInput(f"There is no account named {args.name} in this home. There is: {', '.join(names)}.")
    password = sys.stdin.readline(PASSWORD_MAX_LETTERS + 2).rstrip("\r\n") if args.stdin else _ask_twice(name)
    if len(password) > PASSWORD_MAX_LETTERS:
        raise BadInput(f"A password has at most {PASSWORD_MAX_LETTERS} characters.")
    try:
        validate_password(password)
    except ValidationError as refused:
        raise BadInput(" ".join(refused.messages)) from None
    actions.reset_password(username=name, password=password)
    print(f"{name} has a new password, and is signed out on every device.")
    return 0


def _ask_twice(name: str) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", GetPassWarning)  # no terminal: it would read what everybody sees
            first = getpass(f"New password for {name}: ")
            again = getpass("The same once more: ")
    except (EOFError, GetPassWarning):
        raise BadInput("There is no terminal to type at. Give the new password with --stdin.") from None
    if first != again:
        raise BadInput("The two were not the same. Nothing was changed.")
    return first


def _port(said: str | None) -> int:
    """The port to serve on. Raises BadInput for what is none."""
    text = said if said is not None else os.environ.get("WARMHANDS_PORT", "") or str(DEFAULT_PORT)
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise BadInput(f"{text} is not a port: choose a number between 1024 and 65535.")
    return int(text)


def _listen(host: str, port: int) -> socket.socket:
    """Take the port before anything else is done. Raises BadInput when somebody has it."""
    try:
        family, _kind, _proto, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (socket.gaierror, UnicodeError):
        raise BadInput(f"{host} is not an address of this machine.") from None
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
    except PermissionError:
        raise BadInput(
            f"Port {port} is reserved on this machine. Choose one above 1023 with --port."
        ) from None
    except OSError as error:
        taken = f"Port {port} is taken. Choose another with --port or WARMHANDS_PORT."
        raise BadInput(
            taken if "in use" in str(error) else f"{host} is not an address of this machine."
        ) from None
    return listener


def _prepare(host: str) -> None:
    """Bring home, tables and static files up to date. Raises BadInput for a setting that cannot be used."""
    os.environ["WARMHANDS_SERVED"] = "1"
    if _beyond_this_machine(host):
        ours = [*home_addresses(), *home_names(), *([host] if not _is_any(host) else [])]
        os.environ["WARMHANDS_HOSTS"] = " ".join([os.environ.get("WARMHANDS_HOSTS", ""), *ours]).strip()
    open_store()
    from warmhands.companion.guide.safety_queries import limits_of_home
    from warmhands.companion.shell.static_files import collect_if_changed

    limits_of_home()  # said now, not at the first safety check
    collect_if_changed()


def _is_any(host: str) -> bool:
    return host in ("0.0.0.0", "::", "")


def _beyond_this_machine(host: str) -> bool:
    try:
        return not ip_address(host).is_loopback
    except ValueError:
        return host != "localhost"


def _greeting(host: str, port: int, code: str) -> str:
    """What the terminal shows once the door is open."""
    if not _beyond_this_machine(host):
        near = "[::1]" if host == "::1" else "127.0.0.1"
        return f"Warmhands is at http://{near}:{port}/\nStop it with Ctrl-C."
    addresses = home_addresses() if _is_any(host) else [host]
    urls = [f"http://{f'[{address}]' if ':' in address else address}:{port}/" for address in addresses]
    lines = [f"Warmhands is at http://127.0.0.1:{port}/", *(f"In your home:     {url}" for url in urls)]
    if urls:
        lines += ["", _qr(urls[0]), f"Point the phone's camera at the square, or type {urls[0]}", SCREEN_HINT]
    if code:
        lines += ["", f"To make the first account from a phone, type this code there: {code}"]
    return "\n".join([*lines, "Stop it with Ctrl-C."])


def _qr(url: str) -> str:
    """The address as a square of half blocks, for a dark or a light terminal."""
    from io import StringIO

    import segno

    out = StringIO()
    segno.make(url, error="l", micro=False).terminal(out=out, compact=True)
    return out.getvalue().rstrip("\n")


def _serve(listener: socket.socket, greeting: str) -> None:
    from warmhands.cli.gunicorn import serve_until_stopped

    serve_until_stopped(listener, threads=THREADS, ready=lambda: print(greeting, flush=True))
