"""The map of the house, drawn from the imports themselves: docs/map.md.

`python tools/house_map.py` prints it, `--write` writes it, `--check` exits 1 when the page is out of date.
"""

import ast
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "warmhands"
PAGE = ROOT / "docs" / "map.md"
FLOORS = ("cli", "companion", "charts", "science", "content")


def modules() -> dict[str, Path]:
    """Every module of Warmhands by its dotted name without `warmhands.`."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name and "migrations" not in parts:
            found[name] = path
    return found


def imports(path: Path, name: str, known: set[str]) -> set[str]:
    """The modules of Warmhands that the file at `path` imports."""
    used = set()
    is_package = path.name == "__init__.py"
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                up = name.split(".")
                up = up[: len(up) - node.level + (1 if is_package else 0)]
                base = ".".join(["warmhands", *up, *([base] if base else [])])
            targets = [base, *(f"{base}.{alias.name}" for alias in node.names)]
        else:
            continue
        used |= {t.removeprefix("warmhands.") for t in targets if t.startswith("warmhands.")}
    return {u for u in used if u in known} - {name}


def room(name: str) -> str:
    """The room of a module: a floor, or a capability of the companion."""
    parts = name.split(".")
    return ".".join(parts[:2]) if parts[0] == "companion" and len(parts) > 1 else parts[0]


def first_line(path: Path) -> str:
    doc = ast.get_docstring(ast.parse(path.read_text())) or ""
    return doc.splitlines()[0] if doc else ""


def draw() -> str:
    known = modules()
    uses = {name: imports(path, name, set(known)) for name, path in known.items()}
    between: dict[str, set[str]] = defaultdict(set)
    for name, targets in uses.items():
        for target in targets:
            if room(name) != room(target):
                between[room(name)].add(room(target))
    lines = [
        "# The map of the house",
        "",
        "Drawn from the imports by `tools/house_map.py`. `make map` redraws it; `make check` compares.",
        "",
        "```mermaid",
        "flowchart TD",
    ]
    ids = {r: r.replace(".", "_") for r in {room(n) for n in known}}
    lines += [f"    {ids[r]}[{r.removeprefix('companion.')}]" for r in sorted(ids)]
    lines += [f"    {ids[a]} --> {ids[b]}" for a in sorted(between) for b in sorted(between[a])]
    lines += ["```", ""]
    for floor in FLOORS:
        lines += [f"## {floor}", "", "| module | what it is | uses |", "|---|---|---|"]
        for name, path in known.items():
            if name.split(".")[0] == floor and (first_line(path) or uses[name]):
                others = ", ".join(f"`{u}`" for u in sorted(uses[name]))
                lines.append(f"| `{name}` | {first_line(path)} | {others} |")
        lines.append("")
    return "\n".join(lines)


def main(argv: list[str]) -> int:
    text = draw()
    if "--write" in argv:
        PAGE.write_text(text)
    elif "--check" in argv:
        if not PAGE.exists() or PAGE.read_text() != text:
            print("docs/map.md is out of date: run `make map`.", file=sys.stderr)
            return 1
    else:
        print(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
