"""One fault is planted in a copy of the real files, and the loader names the file, the item and the fault."""

import re
from pathlib import Path

import pytest
import yaml

from warmhands.content.loader import load
from warmhands.content.strict import ContentError

FAULTS = yaml.safe_load((Path(__file__).parent / "faults.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(case, id=f"{group}: {case['fault']}") for group, cases in FAULTS.items() for case in cases
]


@pytest.mark.parametrize("case", CASES)
def test_it_refuses(plant, case):
    folder = plant(case["file"], case["stood"], case["reads"], after=case.get("after", ""))
    with pytest.raises(ContentError, match=re.escape(case["says"])):
        load(folder)


@pytest.mark.parametrize("file", ["figures.yaml", "drawings.yaml", "questions.yaml", "evidence/sources.csv"])
def test_it_refuses_a_missing_file(plant, file):
    folder = plant("cues.yaml", "states:", "states:")
    (folder / file).unlink()
    with pytest.raises(ContentError, match=f"{file}: the file is missing"):
        load(folder)
