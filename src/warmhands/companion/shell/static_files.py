"""Static files as they are served: named by their content, compressed, kept by browsers for ever."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from warmhands.companion.shell.version import program_version


def collect_if_changed() -> bool:
    """Build them again when a file or the version has changed since; return whether that was so."""
    built = Path(settings.STATIC_ROOT)
    stamp = built / ".made-from"
    now = _fingerprint()
    if stamp.is_file() and stamp.read_text() == now:
        return False
    # Older names stay: a page that was open before an update still finds its files.
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(now)
    return True


def _fingerprint() -> str:
    print_ = hashlib.sha256(program_version().encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            facts = Path(storage.path(name)).stat()
            print_.update(f"{name}\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode())
    return print_.hexdigest()
