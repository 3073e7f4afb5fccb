"""`warmhands check-content`."""

import argparse
import json

from warmhands.cli import content as command


def run(*words):
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    args = parser.parse_args(["check-content", *words])
    return args.run(args)


def test_it_works(capsys):
    assert run("--json") == 0
    report = json.loads(capsys.readouterr().out)
    counts = ("strokes", "cues", "rules", "routines", "sources", "unreviewed")
    assert [report[key] for key in counts] == [76, 36, 64, 18, 221, 76 + 64 + 18]
    assert report["problems"] == []


def test_it_says_so_in_words(capsys):
    assert run() == 0
    assert capsys.readouterr().out.startswith("76 strokes, 36 cues, 64 rules, 18 routines, 221 sources")


def test_it_lists_every_problem(plant, capsys):
    folder = plant("strokes/legs.yaml", "path: [hip, ankle]", "path: [hip, shin]")
    text = (folder / "cues.yaml").read_text(encoding="utf-8")
    (folder / "cues.yaml").write_text(
        text.replace("[continue, answer]", "[continue, sing]"), encoding="utf-8"
    )
    assert run("--json", "--folder", str(folder)) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["strokes"] == 76
    assert len(report["problems"]) == 2


def test_a_file_that_cannot_be_read_is_a_problem(plant, capsys):
    folder = plant("cues.yaml", "timing:", "times:")
    assert run("--json", "--folder", str(folder)) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["problems"] == ["cues.yaml: unknown key 'times'"]
