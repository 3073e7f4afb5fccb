"""`warmhands guide`: the public shapes, the exit codes, and one plain line for what cannot be used."""

import io
import json
import os
import subprocess
import sys

import pytest

from warmhands.cli import main
from warmhands.content.loader import load
from warmhands.science.safety.check import HOLD_ONLY

ANSWERS = {
    "now": "2026-05-01T10:00:00+02:00",
    "zone": "Europe/Berlin",
    "baby": {"born": "2026-02-01", "gestation_days": None},
    "answers": {},
    "at": {},
    "cleared": [],
}
STATE = {"kind", "say", "seconds", "stroke", "region", "side", "rep_seconds", "on"}


@pytest.fixture
def run(capsys, monkeypatch):
    def run(*words, stdin=""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        code = main([str(word) for word in words])
        done = capsys.readouterr()
        return code, done.out, done.err

    return run


def safe_file(run, tmp_path, **answers):
    code, out, _ = run("guide", "safe", stdin=json.dumps({**ANSWERS, "answers": answers}))
    assert code == 0
    path = tmp_path / "safe.json"
    path.write_text(out)
    return path


def refused(result):
    code, out, err = result
    assert code == 2
    assert out == ""
    assert err.endswith("\n")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_it_works(run):
    code, out, err = run("guide", "walk", "full", "--age-days", 100)
    table = json.loads(out)
    assert (code, err) == (0, "")
    assert table["routine"] == "full"
    assert table["start"] in table["states"]
    for state in table["states"].values():
        assert set(state) >= STATE
        assert all(target in table["states"] for target in state["on"].values())


def test_safe_prints_a_verdict(run):
    code, out, err = run("guide", "safe", stdin=json.dumps({**ANSWERS, "answers": {"fever_any": "yes"}}))
    verdict = json.loads(out)
    assert (code, err, verdict["verdict"]) == (0, "", "wait")
    assert set(verdict["allowed_strokes"]) <= HOLD_ONLY | {"permission", "closing", *load().strokes}


def test_json_is_one_line(run):
    code, out, _ = run("guide", "routines", "--age-days", 100, "--json")
    assert code == 0
    assert out.count("\n") == 1
    assert {"id", "name", "minutes", "left_out"} == set(json.loads(out)[0])


def test_routines_at_an_age(run):
    names = {
        age: {r["id"] for r in json.loads(run("guide", "routines", "--age-days", age)[1])} for age in (3, 100)
    }
    assert names[3] == {"first_touch", "quick_reset", "doll_practice"}
    assert "full" in names[100]
    left_out = json.loads(run("guide", "routines", "--age-days", 20)[1])
    sentences = [item["why"] for routine in left_out for item in routine["left_out"]]
    assert sentences
    assert all(why.endswith(".") for why in sentences)


def test_a_baby_born_early_is_as_old_as_from_the_due_date(run):
    assert run("guide", "walk", "full", "--age-days", 50)[0] == 0
    code, out, _ = run("guide", "walk", "full", "--age-days", 50, "--gestation-days", 238)
    assert code == 1
    assert json.loads(out)["refused"] == "This routine begins when the baby is a little older."


def test_a_walk_within_what_is_safe(run, tmp_path):
    path = safe_file(run, tmp_path, fed_recently="yes")
    allowed = set(json.loads(path.read_text())["allowed_strokes"])
    code, out, _ = run("guide", "walk", "full", "--age-days", 89, "--safe", path)
    assert code == 0
    table = json.loads(out)
    assert {s["stroke"] for s in table["states"].values()} - {None} <= allowed
    assert "tummy" not in {s["region"] for s in table["states"].values()}


@pytest.mark.parametrize("rule", ["emergency_signs", "fever_any"])
def test_a_routine_that_is_not_for_now_exits_1_with_the_reason(run, tmp_path, rule):
    path = safe_file(run, tmp_path, **{rule: "yes"})
    code, out, err = run("guide", "walk", "full", "--age-days", 89, "--safe", path)
    assert (code, err) == (1, "")
    assert set(json.loads(out)) == {"routine", "refused"}
    assert json.loads(out)["refused"].endswith(".")


@pytest.mark.parametrize("minutes", ["2", "3.5", "10"])
def test_the_minutes_asked_are_kept(run, minutes):
    table = json.loads(run("guide", "walk", "legs_first", "--age-days", 60, "--minutes", minutes)[1])
    name, seconds = table["start"], 0
    while table["states"][name]["on"]:
        seconds += table["states"][name]["seconds"]
        name = table["states"][name]["on"]["done"]
    assert 0 < seconds <= float(minutes) * 60


def test_a_hospital_routine_needs_a_clearance(run):
    words = ("guide", "walk", "preterm_clinician", "--age-days", 20)
    assert run(*words)[0] == 1
    assert run(*words, "--cleared")[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nope",),
        ("guide",),
        ("guide", "walk"),
        ("guide", "walk", "full"),
        ("guide", "walk", "nope", "--age-days", "100"),
        ("guide", "walk", "full", "--age-days", "x"),
        ("guide", "walk", "full", "--age-days", "-1"),
        ("guide", "walk", "full", "--age-days", "99999"),
        ("guide", "walk", "full", "--age-days", "100", "--minutes", "0"),
        ("guide", "walk", "full", "--age-days", "100", "--minutes", "nan"),
        ("guide", "walk", "full", "--age-days", "100", "--minutes", "inf"),
        ("guide", "walk", "full", "--age-days", "100", "--practice-days", "-5"),
        ("guide", "walk", "full", "--age-days", "100", "--gestation-days", "10"),
        ("guide", "walk", "full", "--age-days", "100", "--favourite", "nose"),
        ("guide", "walk", "full", "--age-days", "100", "--safe", "missing.json"),
        ("guide", "routines"),
    ],
)
def test_input_that_cannot_be_used_is_one_plain_line(run, words):
    refused(run(*words))


@pytest.mark.parametrize("stdin", ["", "{", "[]", "null", "{}", '{"now": 3}', "\x00", "[" * 100_000])
def test_answers_that_are_none(run, stdin):
    refused(run("guide", "safe", stdin=stdin))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b"\xff\xfe\x00", b'{"verdict": "fine"}'])
def test_a_verdict_that_is_none(run, tmp_path, content):
    path = tmp_path / "safe.json"
    path.write_bytes(content)
    refused(run("guide", "walk", "full", "--age-days", 100, "--safe", path))


def test_a_verdict_of_unknown_strokes(run, tmp_path):
    path = tmp_path / "safe.json"
    path.write_text('{"verdict": "ok", "allowed_strokes": ["nope"]}')
    err = refused(run("guide", "walk", "full", "--age-days", 100, "--safe", path))
    assert "'nope'" in err


def test_answers_and_verdict_may_come_by_file_or_pipe(run, tmp_path):
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(ANSWERS))
    verdict = run("guide", "safe", path)
    assert verdict == run("guide", "safe", "-", stdin=path.read_text())
    assert verdict == run("guide", "safe", stdin=path.read_text())
    assert run("guide", "walk", "full", "--age-days", 100, "--safe", "-", stdin=verdict[1])[0] == 0


def test_a_homes_own_limits(run):
    said = {**ANSWERS, "answers": {"vaccinated": "yes"}, "at": {"vaccinated": "2026-05-01T09:00:00+02:00"}}
    longer = json.dumps({**said, "limits": {"vaccine_wait_hours": 72}})
    assert json.loads(run("guide", "safe", stdin=json.dumps(said))[1])["until"] == "2026-05-03T09:00:00+02:00"
    assert json.loads(run("guide", "safe", stdin=longer)[1])["until"] == "2026-05-04T09:00:00+02:00"
    refused(run("guide", "safe", stdin=json.dumps({**said, "limits": {"vaccine_wait_hours": 12}})))


@pytest.mark.parametrize(
    ("shell", "code", "lines"),
    [
        ("guide safe <&-", 2, 1),
        ("guide safe /dev/zero", 2, 1),
        ("guide routines --age-days 100 >&-", 2, 1),
        ("guide routines --age-days x 2>&-", 2, 0),
        ("guide routines --age-days 100 | head -1", 0, 0),
        ("guide routines --age-days 100 >/dev/full", 2, 1),
    ],
)
def test_a_stream_that_is_shut_is_no_traceback(shell, code, lines):
    python = f"{sys.executable} -c 'import sys; from warmhands.cli import main; sys.exit(main())'"
    done = subprocess.run(f"{python} {shell}", shell=True, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (code, lines)
    assert "Traceback" not in done.stderr
    assert code == 0 or done.stdout == ""


def test_the_home_may_stand_anywhere(run, tmp_path, monkeypatch):
    monkeypatch.setenv("WARMHANDS_HOME", "before")
    assert run("guide", "routines", "--age-days", 100, "--home", tmp_path)[0] == 0
    assert os.environ["WARMHANDS_HOME"] == str(tmp_path)


def test_a_home_without_a_name(run):
    assert "--home" in refused(run("guide", "routines", "--age-days", 100, "--home", ""))


def test_help_is_no_failure(run):
    code, out, err = run("--help")
    assert (code, err) == (0, "")
    assert "guide" in out


def test_the_guide_does_not_wait_for_django():
    code = (
        "import sys; from warmhands.cli import main; main(['guide', 'routines', '--age-days', '100']);"
        "sys.exit('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0
