"""Close-ups and the toddler: face, palms, backs of hands, soles, feet from above, a toddler from behind.

Each pair is drawn once, for the baby's left at the viewer's right, and mirrored for the right.
"""

from __future__ import annotations

from warmhands.charts.baby_front import WIDTH, mirrored
from warmhands.charts.paint import BLUSH, HAIR, LINE, NAPPY, PYJAMA, PYJAMA_LINE, SHADE, SKIN
from warmhands.charts.parts import blob, capsule, group, outline, place, segment_path, union
from warmhands.charts.svg import el

# A sole: middle at the origin, toes up, the big toe at -x.
_SOLE = "M-33-52C-34-78 46-76 46-44C46-14 33 16 33 44C32 68 24 86 4 86C-17 86-25 66-23 40C-21 10-32-20-33-52Z"
_TOES = ((-20, -74, 15.5), (3, -84, 12), (21, -79, 11), (35, -69, 10), (46, -55, 9))

# A palm: its middle at the origin, fingers up, the thumb at -x.
_PALM = "M-40-18C-40-40 40-42 42-16C44 10 40 40 26 58C10 66-14 66-26 58C-38 40-42 6-40-18Z"
_FINGERS = ((-27, -26, -29, -66), (-7, -30, -7, -77), (14, -29, 16, -71), (33, -22, 37, -54))


def face() -> str:
    return el("use", href="#@front-head", transform=f"translate({-WIDTH / 2:g} 0)scale(2)")


def sole() -> str:
    toes = "".join(blob(x, y, r) for x, y, r in _TOES) + blob(8, -60, 36, 22)
    pads = el(
        "g",
        el("ellipse", cx=5, cy=-34, rx=28, ry=17),
        el("ellipse", cx=5, cy=60, rx=18, ry=16),
        *(el("circle", cx=x, cy=y - 1, r=r * 0.55) for x, y, r in _TOES),
        fill=BLUSH,
        fill_opacity=0.38,
    )
    return (
        union(_SOLE + toes, width=3)
        + pads
        + outline("M-26-56C-10-52 20-54 40-48", width=2.2, colour=SHADE)
        + outline("M-20 6C-8 14 2 14 12 8M-8-10C4-4 14-6 22-10", width=2.2, colour=SHADE)
    )


def one_foot() -> str:
    return place("sole", at=(234, 158))


def foot() -> str:
    return group(place("foot-left"), mirrored("foot-left"))


def one_foot_top() -> str:
    """A foot from above: the leg comes from the top of the picture, the toes point down to the viewer."""
    leg = segment_path(96, 38, 31, 5)
    toes = [(x, -y, r) for x, y, r in _TOES]
    foot = "M-33 52C-32 20-26-20-27-44C-20-66 26-66 31-44C33-20 46 14 46 44C46 76-34 78-33 52Z"
    shape = union(foot + "".join(blob(x, y, r) for x, y, r in toes), width=3)
    nails = el(
        "g",
        *(el("ellipse", cx=x, cy=y + r * 0.4, rx=r * 0.5, ry=r * 0.42) for x, y, r in toes),
        fill=NAPPY,
        fill_opacity=0.75,
    )
    bones = outline("M-33-44q-9-12 1-24M37-44q9-12-1-24", width=3)
    shin = (
        el("path", d=leg, fill=SHADE)
        + el("path", d=segment_path(96, 34, 27, 5), fill=SKIN)
        + outline(segment_path(96, 38, 31, 5, closed=False), width=3)
    )
    return group(
        shape + nails + outline("M-14 52v8M8 56v8M24 54v6", width=2, colour=SHADE),
        group(shin, transform="translate(2-146)"),
        outline("M-22-50q24 14 48 0", width=2.6, colour=SHADE),
        bones,
        transform="translate(234 142)",
    )


def foot_top() -> str:
    return group(place("foot-top-left"), mirrored("foot-top-left"))


def _little_hand() -> str:
    fingers = "".join(capsule((x, y), (fx, fy), 12.5, 10.5) for x, y, fx, fy in _FINGERS)
    wrist = "M-27 50L27 50L31 130L-31 130Z"
    return union(wrist + _PALM + fingers + capsule((-30, 20), (-55, -16), 14, 11.5), width=3)


def palm() -> str:
    creases = "M-36-4C-16-14 10-12 34-22M-34 12C-12 2 14 6 36-2M-22-8C-10 12-10 34-16 50"
    tips = el(
        "g",
        *(el("circle", cx=x, cy=y, r=6) for _, _, x, y in _FINGERS),
        el("ellipse", cx=14, cy=36, rx=16, ry=14),
        el("ellipse", cx=-24, cy=30, rx=11, ry=16),
        fill=BLUSH,
        fill_opacity=0.38,
    )
    return (
        _little_hand()
        + tips
        + outline(creases, width=2.4, colour=SHADE)
        + outline("M-24 68q24 9 48 0", width=2.6)
    )


def back_of_hand() -> str:
    nails = el(
        "g",
        *(el("ellipse", cx=x, cy=y - 3, rx=5, ry=4.4) for _, _, x, y in _FINGERS),
        fill=NAPPY,
        fill_opacity=0.75,
    )
    dimples = outline("M-31-18q5 4 9 0M-11-22q5 4 9 0M10-21q5 4 9 0M29-14q5 4 8 0", width=2.4, colour=SHADE)
    return _little_hand() + nails + dimples + outline("M-24 68q24 9 48 0", width=2.6)


def hand() -> str:
    return group(place("hand-left"), mirrored("hand-left"))


def hand_left() -> str:
    return place("palm", at=(236, 156))


def hand_top() -> str:
    return group(place("hand-top-left"), mirrored("hand-top-left"))


def hand_top_left() -> str:
    """The back of the left hand: the thumb points outwards."""
    return place("back-of-hand", at=(236, 156), mirror=True)


def toddler() -> str:
    """Sitting in pyjamas, seen from behind: the child's left is at the viewer's left."""
    torso = (
        "M134 138C112 142 92 150 88 176C86 216 84 262 92 312C120 330 200 330 228 312"
        "C236 262 234 216 232 176C228 150 208 142 186 138Z"
    )
    arm = "M104 152C84 160 70 200 60 240C58 252 78 260 84 250C96 224 110 196 116 174Z"
    leg = "M104 300C70 296 36 306 34 322C36 342 92 344 124 332Z"
    half = (
        union(blob(42, 330, 20, 13))
        + union(leg, fill=PYJAMA, line=PYJAMA_LINE, width=1.8)
        + union(blob(68, 256, 14, 15))
    )
    stars = "".join(
        f"M{x} {y}l2 4 4 1-3 3 1 4-4-2-4 2 1-4-3-3 4-1z"
        for x, y in ((112, 196), (200, 190), (150, 290), (118, 262), (206, 262), (176, 160))
    )
    hair = "M160 26C202 26 222 58 220 92C218 122 196 142 160 142C124 142 102 122 100 92C98 58 118 26 160 26Z"
    sleeve = union(arm, fill=PYJAMA, line=PYJAMA_LINE, width=1.8)
    return (
        group(half)
        + group(half, transform=f"translate({WIDTH:g} 0)scale(-1 1)")
        + union("M138 126h44v22h-44z")
        + union(torso, fill=PYJAMA, line=PYJAMA_LINE, width=1.8)
        + outline("M134 140C144 154 176 154 186 140", width=2.4, colour=PYJAMA_LINE)
        + el("path", d=stars, fill=NAPPY, fill_opacity=0.8)
        + group(sleeve)
        + group(sleeve, transform=f"translate({WIDTH:g} 0)scale(-1 1)")
        + union(blob(99, 92, 10, 12) + blob(221, 92, 10, 12))
        + el("path", d=hair, fill=HAIR)
        + outline(hair, colour=LINE)
        + outline(
            "M160 30C148 60 146 100 152 138M128 44C116 72 118 108 130 132M192 44C204 72 202 108 190 132",
            width=1.6,
            colour=LINE,
        )
    )


def offer_back() -> str:
    """A small picture to choose from: a back. Its middle at the origin."""
    return el("use", href="#@back-body", transform="scale(.26)translate(-160-232)")


def offer_foot() -> str:
    return place("sole", scale=0.31)


def swap() -> str:
    """Your own open hand, waiting."""
    return place("hand-open", at=(160, 150), scale=2.1)


PARTS = {
    "face": face,
    "sole": sole,
    "foot-left": one_foot,
    "foot": foot,
    "foot-top-left": one_foot_top,
    "foot_top": foot_top,
    "palm": palm,
    "back-of-hand": back_of_hand,
    "hand-left": hand_left,
    "hand": hand,
    "hand-top-left": hand_top_left,
    "hand_top": hand_top,
    "toddler": toddler,
    "offer-back": offer_back,
    "offer-foot": offer_foot,
    "swap": swap,
}
