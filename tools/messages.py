"""Collect every word that a person reads or hears into one catalogue: locale/en/LC_MESSAGES/django.po.

Templates and Python through Django's makemessages (Debian's gettext must be there), content and the words of
science through their own lists.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
COMPANION = ROOT / "src" / "warmhands" / "companion"
CATALOGUE = COMPANION / "locale" / "en" / "LC_MESSAGES" / "django.po"


def main() -> int:
    if not shutil.which("xgettext"):
        print("This needs Debian's gettext: sudo apt-get install -y gettext", file=sys.stderr)
        return 2
    (COMPANION / "locale").mkdir(exist_ok=True)
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": ""}
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "-l", "en", "--no-location", "--no-wrap", "-v", "0"],
        cwd=COMPANION,
        env=env,
        check=True,
    )
    from warmhands.content.loader import load
    from warmhands.content.words import msgids
    from warmhands.science import words

    catalogue = polib.pofile(str(CATALOGUE), wrapwidth=0)
    # makemessages knows templates and Python only: to it the words of the content are of yesterday.
    for entry in catalogue.obsolete_entries():
        catalogue.remove(entry)
    known = {entry.msgid for entry in catalogue}
    for text in (*msgids(load()), *words.msgids()):
        if text and text not in known:
            known.add(text)
            catalogue.append(polib.POEntry(msgid=text))
    catalogue.metadata = {
        "Project-Id-Version": "Warmhands",
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    catalogue.sort(key=lambda entry: entry.msgid)
    catalogue.save()
    print(f"{len(catalogue)} texts in {CATALOGUE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
