"""`warmhands import` and `warmhands days` on a home of their own, as a person or a script calls them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from warmhands.cli import main

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "companion" / "diary" / "data" / "babyconnect-small.csv"
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def warmhands(home: Path, *words: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", "import sys; from warmhands.cli import main; sys.exit(main())", *words],
        input=stdin,
        capture_output=True,
        env={**os.environ, "WARMHANDS_HOME": str(home), "PYTHONPATH": str(ROOT / "src"), **env},
        check=False,
    )


def test_it_works_before_the_first_account(home: Path) -> None:
    words = [
        "import",
        str(SMALL),
        "--baby",
        "Noor",
        "--born",
        "2026-02-01",
        "--zone",
        "Europe/London",
        "--json",
    ]
    looked = warmhands(home, *words, "--dry-run")
    first, again = warmhands(home, *words), warmhands(home, *words)
    assert (looked.returncode, first.returncode, again.returncode) == (0, 0, 0), first.stderr
    report = json.loads(first.stdout)
    assert json.loads(looked.stdout) == report  # a dry run says what would come in, and writes nothing
    assert (report["format"], report["rows"], report["known"]) == ("baby_connect", 19, 0)
    assert report["added"] == {"weight": 1, "feed": 3, "sleep": 1, "nappy": 2, "length": 1, "head": 1}
    assert {"line": 14, "reason": "“Milestone” is not kept yet."} in report["problems"]
    second = json.loads(again.stdout)
    assert (second["added"], second["known"], second["problems"]) == ({}, 9, report["problems"])
    assert first.stderr == b""


def test_days(home: Path) -> None:
    test_it_works_before_the_first_account(home) if not (home / "warmhands.sqlite3").exists() else None
    done = warmhands(home, "days", "--baby", "noor", "--from", "2026-03-28", "--to", "2026-03-29", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [
        {
            "date": "2026-03-28",
            "minutes_in_day": 1440,
            "sleep_min": 180,
            "cry_min": 0,
            "feeds": 2,
            "nappies": 2,
            "massages": 0,
        },
        {
            "date": "2026-03-29",
            "minutes_in_day": 1380,
            "sleep_min": 340,
            "cry_min": 0,
            "feeds": 1,
            "nappies": 0,
            "massages": 0,
        },
    ]


def test_the_log_may_come_from_stdin_and_the_birth_be_unknown(tmp_path: Path) -> None:
    done = warmhands(tmp_path, "import", "-", "--baby", "Lu", stdin=SMALL.read_bytes(), TZ="Asia/Tokyo")
    assert done.returncode == 0
    assert b"2026-01-01, the log's first day, stands in" in done.stderr
    days = warmhands(tmp_path, "days", "--baby", "Lu", "--from", "2026-03-29", "--to", "2026-03-29")
    assert json.loads(days.stdout)[0]["minutes_in_day"] == 1440  # no change of clocks in the machine's zone


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["import", "no-such-file.csv", "--baby", "Noor"], "no-such-file.csv: No such file or directory"),
        (["import", "/", "--baby", "Noor"], "/: Is a directory"),
        (["import", str(SMALL), "--baby", " "], "A baby's name has 1 to 60 letters."),
        (["import", str(SMALL), "--baby", "x" * 61], "A baby's name has 1 to 60 letters."),
        (["import", str(SMALL)], "required: --baby"),
        (["import", str(SMALL), "--baby", "New", "--born", "soon"], "not a date"),
        (["import", str(SMALL), "--baby", "New", "--born", "2090-01-01"], "lies in the future"),
        (["import", str(SMALL), "--baby", "New", "--zone", "Moon/Base"], "not the name of a time zone"),
        (["import", str(SMALL), "--baby", "New", "--format", "paper"], "not a form that is read here"),
        (["import", sys.executable, "--baby", "New"], "not a text file"),
        (["import", __file__, "--baby", "New"], "not an export that can be read here"),
        (
            ["days", "--baby", "Nobody", "--from", "2026-01-01", "--to", "2026-01-02"],
            "No baby here is called",
        ),
        (["days", "--baby", "Noor", "--from", "2026-01-02", "--to", "2026-01-01"], "--to lies before --from"),
        (["days", "--baby", "Noor", "--from", "0001-01-01", "--to", "2026-01-01"], "the year 1 is not kept"),
    ],
)
@pytest.mark.django_db
def test_what_cannot_be_used_is_one_line_and_exit_2(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err
    assert said.err.count("\n") == 1


def test_the_order_is_asked_for(home: Path) -> None:
    unsure = SMALL.read_bytes().splitlines()[0] + b"\n3/4/26 1:00 PM,,,Bottle,3,Milk,,,\n"
    done = warmhands(home, "import", "-", "--baby", "Mo", stdin=unsure)
    assert done.returncode == 2
    assert b"--order month or --order day" in done.stderr
    told = warmhands(home, "import", "-", "--baby", "Mo", "--order", "day", "--json", stdin=unsure)
    assert json.loads(told.stdout)["added"] == {"feed": 1}


def test_a_file_of_which_nothing_can_be_kept_is_a_no(home: Path) -> None:
    none = SMALL.read_bytes().splitlines()[0] + b"\n3/28/26 1:00 PM,,,Bath,,,,,\n"
    done = warmhands(home, "import", "-", "--baby", "Nil", stdin=none)
    assert done.returncode == 1
    assert json.loads(done.stdout)["problems"] == [{"line": 2, "reason": "“Bath” is not kept yet."}]


def test_a_home_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    done = warmhands(tmp_path / "file", "import", str(SMALL), "--baby", "Noor")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real export is not published with the project")
def test_the_real_log_and_its_twelve_answers(tmp_path: Path) -> None:
    real = str(SHARED / "real" / "babyconnect-eva.csv")
    done = warmhands(tmp_path, "import", real, "--baby", "Eva", "--zone", "America/Los_Angeles", "--json")
    report = json.loads(done.stdout)
    assert sum(report["added"].values()) + len(report["problems"]) == report["rows"] == 4_207
    days = json.loads(
        warmhands(
            tmp_path, "days", "--baby", "Eva", "--from", "2019-12-20", "--to", "2020-11-19", "--json"
        ).stdout
    )
    found = [sum(day["sleep_min"] for day in days[28 * n : 28 * n + 28]) / 28 / 60 for n in range(12)]
    known = [14.71, 12.51, 11.90, 12.07, 12.57, 13.82, 14.15, 13.59, 12.86, 12.62, 12.69, 11.95]
    assert found == pytest.approx(known, rel=0.01)


def test_a_broken_store_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "warmhands.sqlite3").write_bytes(b"no database " * 999)
    done = warmhands(
        tmp_path, "days", "--baby", "Noor", "--from", "2026-02-01", "--to", "2026-02-02", "--json"
    )
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert b"cannot be opened" in done.stderr


def test_an_empty_home_in_the_environment_is_the_default_one(tmp_path: Path) -> None:
    code = "import sys; from warmhands.cli import main; sys.exit(main())"
    words = ["days", "--baby", "Noor", "--from", "2026-02-01", "--to", "2026-02-02"]
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "WARMHANDS_HOME": "", "PYTHONPATH": str(ROOT / "src")},
        check=False,
    )
    assert done.returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_store_that_breaks_later_is_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import OperationalError

    def full() -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("warmhands.cli.diary.open_store", full)
    assert main(["days", "--baby", "Noor", "--from", "2026-02-01", "--to", "2026-02-02"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == (
        "",
        "The diary cannot be read or written just now: database or disk is full.\n",
    )


def test_a_file_without_an_end_is_refused(home: Path) -> None:
    done = warmhands(home, "import", "/dev/zero", "--baby", "Noor", "--json")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
