"""The rules of the house that no linter keeps."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(p for p in (ROOT / "src").rglob("*.py") if "migrations" not in p.parts)
NEEDED_DOCS = [
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "GLOSSARY.md",
    "LICENSE",
    "docs/map.md",
    "docs/bench.md",
    "docs/look.md",
    "docs/parts.md",
    "docs/drawings.md",
    "docs/content-mends.md",
    "docs/safety.md",
    "docs/walk.md",
    "docs/decisions/README.md",
]


def tracked() -> list[str]:
    """The files of the project: what git knows, or, outside a checkout, nothing."""
    out = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [name for name in out.decode().split("\0") if name and (ROOT / name).is_file()]


def ids(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("name", NEEDED_DOCS)
def test_a_document_that_must_exist(name):
    assert (ROOT / name).stat().st_size > 200


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_rooms_are_small(path):
    text = path.read_text()
    assert text.count("\n") <= 320, f"{ids(path)} has {text.count(chr(10))} lines: split it"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 60, f"{ids(path)}: {node.name} has {length} lines: split it"


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_names_say_what_is_inside(path):
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc", "tools", "stuff"}


def test_imports_keep_the_contracts():
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_map_is_up_to_date():
    done = subprocess.run(
        [sys.executable, "tools/house_map.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


# Built from pieces so that this file does not trip over itself.
FORBIDDEN = re.compile(
    "|".join(["/wo" + "rk/", "/ro" + "ot/", "pypi" + r"\.org", "python" + "hosted", "npmjs" + r"\.org"])
)


def test_no_path_of_a_machine_and_no_registry():
    found = []
    for name in tracked():
        path = ROOT / name
        if path.suffix in {".woff2", ".webm", ".mp4", ".png", ".jpg", ".webp", ".csv"}:
            continue
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            if FORBIDDEN.search(line):
                found.append(f"{name}:{number}: {line.strip()[:100]}")
    assert not found, "\n".join(found)


def test_the_lock_is_pinned_by_hash_and_names_no_index():
    for name in ("base", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text()
        assert "index-url" not in text
        assert "find-links" not in text
        for block in re.findall(r"(?m)^[a-z0-9][^\n]*==(?:.|\n(?= ))*", text):
            assert "--hash=sha256:" in block, block.splitlines()[0]


def test_the_version_is_written_once():
    version = re.search(r"## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text()).group(1)
    holders = [
        n
        for n in tracked()
        if n.startswith("src/") and n.endswith(".py") and f'"{version}"' in (ROOT / n).read_text()
    ]
    assert holders == []
