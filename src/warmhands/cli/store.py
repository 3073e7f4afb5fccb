"""The home's store, opened for a command: made or brought up to date, or one plain sentence why not."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from warmhands.science.errors import BadInput


def check_home() -> Path:
    """The data folder, made and tried. Raises BadInput when nothing can be written there."""
    home = Path(os.environ.get("WARMHANDS_HOME") or "data").expanduser().resolve()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError:
        raise BadInput(f"Warmhands cannot write in {home}. Choose another folder with --home.") from None
    return home


def open_store() -> None:
    """Start Django on the home's store, made or brought up to date.

    Raises BadInput where nothing can be written, or what lies there is no diary of ours.
    """
    os.umask(0o077)  # a family's data is for the family's own user of this machine
    home = check_home()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "warmhands.companion.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import call_command
    from django.db import DatabaseError  # noqa: TID251  only to name what may go wrong, nothing is queried

    try:
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as fault:
        raise BadInput(f"The diary in {home} cannot be opened: {fault}. A backup may help.") from None
    except ImproperlyConfigured as fault:
        raise BadInput(f"Warmhands cannot start in {home}: {fault}") from None
