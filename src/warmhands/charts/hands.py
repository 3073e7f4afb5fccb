"""The grown-up's hands: a right hand with its back to the viewer and the fingers up; a left hand is its
mirror.

Every hand touches the baby in (0, 0): flat hands with the middle of the hand, thumbs and fingers with their
tips,
a pinching hand between finger and thumb. Lengths are figure units; a flat hand is about 95 long with its
cuff 115.
"""

from __future__ import annotations

from warmhands.charts.paint import CLOTH, CLOTH_LINE, HAND, HAND_LINE, NAIL, PYJAMA, PYJAMA_LINE
from warmhands.charts.parts import capsule, outline, union
from warmhands.charts.svg import el

_LINE = 1.6


def _cuff(x: float, y: float, half: float) -> str:
    """The end of a sleeve around a wrist at (x, y)."""
    left, right = x - half, x + half
    data = f"M{left} {y}Q{x} {y + 5} {right} {y}L{right + 3} {y + 20}Q{x} {y + 27} {left - 3} {y + 20}Z"
    return union(data, fill=CLOTH, line=CLOTH_LINE, width=1.4) + outline(
        f"M{left - 1} {y + 6}Q{x} {y + 11} {right + 1} {y + 6}", width=1.2, colour=CLOTH_LINE
    )


def _skin(data: str) -> str:
    return union(data, fill=HAND, line=HAND_LINE, width=1.9)


def _marks(data: str) -> str:
    return outline(data, width=_LINE, colour=HAND_LINE)


def _nail(x: float, y: float, turn: float = 0) -> str:
    return el(
        "ellipse", cx=x, cy=y, rx=3.1, ry=4, fill=NAIL, transform=f"rotate({turn} {x} {y})" if turn else None
    )


def flat() -> str:
    data = (
        "M-15 50C-17 40-25 31-27 23C-32 13-43 3-45-5C-47-13-37-17-33-11C-29-5-25-1-22 3C-23-10-23-20-23-33"
        "C-23-43-11.5-43-11.5-34C-11.5-50 0-51 0-39C0-48 11.5-47 11.5-34C11.5-40 22-38 22-25C23-8 23 10 21 24"
        "C20 34 16 42 15 50Z"
    )
    lines = "M-11.5-33Q-11-20-11-8M0-38Q0-22 0-10M11.5-33Q11-20 11-8"
    return (
        _cuff(0, 48, 17)
        + _skin(data)
        + _marks(lines)
        + _nail(-17, -35)
        + _nail(-6, -43)
        + _nail(5.5, -40)
        + _nail(16.5, -29)
    )


def _spread(fingers: tuple[tuple[float, float], ...], thumb: tuple[float, float]) -> str:
    """A hand with spread fingers; the tips are given."""
    roots = ((-15, -4), (-5, -7), (5, -7), (15, -3))
    data = "M-15 50C-17 40-22 32-23 20C-24 8-24-2-18-8C-8-14 8-14 18-8C24-2 24 10 22 22C21 34 16 42 15 50Z"
    data += "".join(capsule(root, tip, 6.2, 5) for root, tip in zip(roots, fingers, strict=True))
    data += capsule((-12, 24), thumb, 8, 5.4)
    return _cuff(0, 48, 17) + _skin(data)


def open_() -> str:
    return _spread(((-28, -36), (-10, -46), (9, -46), (27, -34)), (-44, 2))


def comb() -> str:
    return _spread(((-22, -34), (-7.5, -40), (7.5, -39), (22, -31)), (-36, 6)) + _marks(
        "M-17-8V-4M-6-11V-7M6-11V-7M17-7V-3"
    )


def grip() -> str:
    data = (
        "M-15 46C-18 38-24 30-25 20C-30 14-34 6-33 0C-31-7-23-5-22 2C-23-4-23-8-22-14C-21-22-11.5-22-11.5-16"
        "C-11.5-27 0-28 0-19C0-27 11.5-26 11.5-16C11.5-22 21-21 22-12C23-4 23 10 21 22C20 32 16 40 15 46Z"
    )
    return (
        _cuff(0, 44, 17)
        + _skin(data)
        + _marks("M-11.5-15V6M0-18V5M11.5-15V6M-18 10Q-14 6-11 9M-6 8Q-2 4 1 7M5 7Q9 4 13 8")
    )


def thumb() -> str:
    palm = "M18 22C28 20 40 24 42 34C44 44 40 56 34 66L2 66C-4 58-8 44-7 30Z"
    data = capsule((2, 38), (0, 7), 9.5, 7.2) + palm
    data += capsule((16, 28), (36, 27), 7) + capsule((14, 38), (39, 38), 7) + capsule((14, 49), (38, 49), 6.6)
    return (
        _cuff(18, 64, 16)
        + _skin(data)
        + _marks("M13 33H38M13 44H40M14 55H36M9 24C11 32 11 42 9 50")
        + _nail(-0.5, 5)
    )


def finger() -> str:
    palm = "M-19 34C-16 24 20 24 22 36C23 46 20 58 15 68L-13 68C-18 58-20 46-19 34Z"
    data = capsule((-6.5, 36), (-5.4, 6), 6.6, 5.4) + capsule((5.6, 36), (5.4, 4.5), 6.6, 5.4) + palm
    data += capsule((-17, 50), (-22, 36), 6.5, 5.4) + capsule((15, 40), (14, 30), 6.2)
    return (
        _cuff(1, 66, 16)
        + _skin(data)
        + _marks("M0 8V36M10 40Q15 44 20 40M-14 56Q-20 52-22 42")
        + _nail(-5.4, 4)
        + _nail(5.4, 2.6)
    )


def pinch() -> str:
    palm = "M2 28C8 24 22 26 26 36C28 46 24 58 18 68L-8 68C-14 60-18 50-16 40Z"
    data = (
        capsule((-10, 44), (-7.5, 4), 7.5, 5.6)
        + capsule((17, 34), (15, 14), 6.6)
        + capsule((15, 14), (7, 0), 6, 5)
        + palm
    )
    data += capsule((24, 38), (25, 28), 6) + capsule((25, 46), (30, 40), 5)
    return (
        _cuff(4, 66, 16)
        + _skin(data)
        + _marks("M10 20Q12 28 10 36M20 34Q24 40 22 46M-4 30C-4 36-4 42-6 48")
        + _nail(-7.5, 2)
    )


def child() -> str:
    """A toddler's own hand, for the game in which the child massages you."""
    data = "M-13 34C-17 24-20 14-18 4C-12-4 12-4 17 4C20 14 17 24 13 34Z" + capsule(
        (-13, 16), (-24, 2), 7, 5.6
    )
    for root, tip in (
        ((-12, 2), (-13, -14)),
        ((-4, 0), (-4, -19)),
        ((4.5, 0), (5, -18)),
        ((12, 3), (14, -11)),
    ):
        data += capsule(root, tip, 5.6, 5)
    sleeve = "M-15 32Q0 37 15 32L18 56Q0 62-18 56Z"
    return (
        union(sleeve, fill=PYJAMA, line=PYJAMA_LINE, width=1.5)
        + union(data)
        + outline("M-8.5 0V-8M.5-2V-10M9 0V-8", width=1.4)
    )


HANDS = {
    "flat": flat,
    "open": open_,
    "comb": comb,
    "grip": grip,
    "thumb": thumb,
    "finger": finger,
    "pinch": pinch,
    "child": child,
}
