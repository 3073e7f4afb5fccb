"""The visual language: it can be read, it is dark and red at night, and nothing in it is missing."""

import hashlib
import re
from pathlib import Path

import pytest

from warmhands.companion.shell.look_queries import (
    GROUNDS,
    STATIC,
    WORDS,
    language_of_shapes,
    night_of_drawings,
)
from warmhands.content.loader import load

SRC = Path(__file__).resolve().parents[3] / "src" / "warmhands"
TEMPLATES = sorted(SRC.rglob("templates/**/*.html"))
SHEET = (STATIC / "base.css").read_text()
LOOK = language_of_shapes()


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LOOK.day, LOOK.night], ids=["day", "night"])
class TestTokens:
    @pytest.mark.parametrize("ground", GROUNDS)
    @pytest.mark.parametrize("word", WORDS)
    def test_words_can_be_read(self, tokens, word, ground):
        assert contrast(tokens[word], tokens[ground]) >= 4.5

    @pytest.mark.parametrize("ground", ["warm", "band"])
    def test_words_on_what_is_warm_can_be_read(self, tokens, ground):
        assert contrast(tokens[f"on-{ground}"], tokens[ground]) >= 4.5

    def test_a_button_of_alarm_can_be_read(self, tokens):
        assert contrast(tokens["paper"], tokens["alarm"]) >= 4.5

    @pytest.mark.parametrize("ground", ["paper", "sheet", "wash"])
    @pytest.mark.parametrize("mark", ["edge", "warm", "ink"])
    def test_edges_that_mean_something_can_be_seen(self, tokens, mark, ground):
        assert contrast(tokens[mark], tokens[ground]) >= 3


def test_night_is_red_shifted():
    drawn = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", night_of_drawings()))
    for name, colour in (LOOK.night | drawn).items():
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        assert red >= green >= blue, f"--{name} {colour} wakes people up"


def test_night_is_dark():
    assert all(luminance(LOOK.night[ground]) < 0.05 for ground in GROUNDS)


def test_day_and_night_name_the_same_tokens():
    assert set(LOOK.day) == set(LOOK.night)


def test_night_by_device_is_night_by_hand():
    """The tokens of the night stand twice in the sheet, since older phones know no `light-dark()`."""
    whole = re.sub(r"\s+", " ", SHEET)
    by_hand = re.search(r':root\[data-theme="night"\] \{ (color-scheme.*?) \}', whole)
    by_device = re.search(r':root:not\(\[data-theme="day"\]\) \{ (color-scheme.*?) \}', whole)
    assert by_hand
    assert by_device
    assert by_hand[1] == by_device[1]
    assert whole.count(night_of_drawings()) == 2


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_icon_of_a_template_is_drawn(path):
    for name in re.findall(r'{%\s*icon\s+"([^"]+)"', path.read_text()):
        assert name in LOOK.icons, f"{name} is not in shell/icons.svg"


def test_every_icon_of_the_content_is_drawn():
    content = load()
    named = {need.icon for need in content.needs.values()} | {question.icon for question in content.questions}
    assert named <= set(LOOK.icons)


def test_no_icon_is_drawn_twice():
    assert len(LOOK.icons) == len(set(LOOK.icons))


def test_every_token_of_a_sheet_exists():
    for path in sorted(SRC.rglob("static/**/*.css")):
        text = path.read_text()
        known = set(re.findall(r"--([a-z-]+):", SHEET + text)) | set(re.findall(r"var\(--([a-z-]+),", text))
        used = set(re.findall(r"var\(--([a-z0-9-]+)\)", text))
        assert {name for name in used if not re.match(r"[st]-", name)} <= known, path.name


def test_what_others_made_is_unchanged():
    for line in (STATIC / "vendored.txt").read_text().splitlines():
        if not line.startswith("#"):
            digest, name = line.split()
            assert hashlib.sha512((STATIC / name).read_bytes()).hexdigest() == digest


def test_no_sheet_asks_another_machine():
    for path in sorted(SRC.rglob("static/**/*.css")):
        assert "//" not in re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S), path.name


class TestPages:
    @pytest.mark.parametrize("address", ["/look/", "/about/", "/about/sources/"])
    def test_it_works(self, guest, address):
        answer = guest.get(address)
        assert answer.status_code == 200
        assert b"<h1>" in answer.content

    @pytest.mark.parametrize("address", ["/look/", "/about/", "/about/sources/"])
    def test_it_only_reads(self, guest, address):
        assert guest.post(address).status_code == 405

    def test_every_source_has_its_place(self, guest):
        page = guest.get("/about/sources/").content.decode()
        for source in load().sources:
            assert f'id="{source}"' in page

    def test_about_says_what_waits(self, guest):
        page = guest.get("/about/").content.decode()
        assert "await review by a certified instructor" in page
        assert str(len(load().sources)) in page

    def test_the_switch_works_without_scripts(self, guest):
        answer = guest.get("/look/?theme=night")
        assert answer.cookies["theme"].value == "night"
        assert 'data-theme="night"' in answer.content.decode()
        assert 'data-theme="night"' in guest.get("/about/").content.decode()

    def test_an_unknown_light_is_no_light(self, guest):
        answer = guest.get("/look/?theme=%22%3E%3Cscript%3E")
        assert "theme" not in answer.cookies
        assert "data-theme" not in answer.content.decode().split("<head>")[0]

    def test_a_forged_cookie_is_no_light(self, guest):
        guest.cookies["theme"] = '"><script>'
        assert "data-theme" not in guest.get("/about/").content.decode().split("<head>")[0]
