"""The baby on the back, facing the viewer (figure `front`): body, head, and limbs that can move.

Joints are the anchors of `figures.yaml` (a test compares them). The baby's LEFT is at the viewer's right.
"""

from __future__ import annotations

from warmhands.charts.paint import BLUSH, CLOTH, EYE, HAIR, NAPPY, NAPPY_LINE, SHADE, SKIN
from warmhands.charts.parts import blob, group, heading, outline, place, segment, union
from warmhands.charts.svg import Point, el

WIDTH = 320.0
SHOULDER: Point = (206, 160)
ELBOW: Point = (254, 190)
FINGERS: Point = (287, 138)  # where the hand is, in line with the forearm
HIP: Point = (204, 276)
KNEE: Point = (246, 316)
ANKLE: Point = (224, 371)
TOES: Point = (240, 402)

UPPER_ARM, FOREARM, THIGH, SHIN = 56.6, 44.4, 58.0, 59.2

_TORSO = (
    "M132 134C116 140 106 146 104 164C103 186 99 206 99 230C99 254 104 276 112 296L208 296"
    "C216 276 221 254 221 230C221 206 217 186 216 164C214 146 204 140 188 134Z"
)
_NAPPY = (
    "M104 256C124 268 196 268 216 256C220 268 220 280 218 290C204 294 194 304 190 316"
    "C180 328 140 328 130 316C126 304 116 294 102 290C100 280 100 268 104 256Z"
)
_HEAD = (
    "M160 28C198 28 219 56 219 86C219 93 222 100 220 108C214 132 190 144 160 144"
    "C130 144 106 132 100 108C98 100 101 93 101 86C101 56 122 28 160 28Z"
)


def body() -> str:
    """Torso and nappy, without head and limbs."""
    return (
        el("path", d=_TORSO, fill=SHADE)
        + el("path", d=_TORSO, fill=SKIN, transform="translate(11 6) scale(.93 .96)")
        + outline(_TORSO)
        + outline("M156 234Q160 239 164 234", width=2)
        + union(_NAPPY, fill=NAPPY, line=NAPPY_LINE, width=1.8)
        + outline(
            "M108 268C126 278 194 278 212 268M146 318C152 312 168 312 174 318", width=1.6, colour=NAPPY_LINE
        )
        + el(
            "path",
            d="M110 262l14 4v12l-15-3zM210 262l-14 4v12l15-3z",
            fill=CLOTH,
            stroke=CLOTH,
            stroke_width=3,
            stroke_linejoin="round",
        )
    )


def head() -> str:
    eyes = el("g", *(el("ellipse", cx=x, cy=100, rx=4.8, ry=5.6, fill=EYE) for x in (135, 185)))
    glints = el("g", *(el("circle", cx=x, cy=98, r=1.7, fill=NAPPY) for x in (136.8, 186.8)))
    cheeks = el(
        "g", *(el("ellipse", cx=x, cy=115, rx=12, ry=8) for x in (119, 201)), fill=BLUSH, fill_opacity=0.55
    )
    return (
        union(blob(101, 96, 10, 12) + blob(219, 96, 10, 12), fill=SHADE)
        + el("path", d=_HEAD, fill=SHADE)
        + el("path", d=_HEAD, fill=SKIN, transform="translate(6.4 2) scale(.96)")
        + el(
            "path",
            d="M128 46C136 34 148 31 160 31C172 31 184 34 192 46C182 43 172 46 160 41C148 46 138 43 128 46Z",
            fill=HAIR,
            fill_opacity=0.32,
        )
        + outline(_HEAD)
        + outline(
            "M160 32C150 24 152 12 163 12C173 13 174 25 165 26M164 33C172 32 179 27 179 20",
            width=3,
            colour=HAIR,
        )
        + cheeks
        + eyes
        + glints
        + outline("M126 85Q134 80 142 84M178 84Q186 80 194 85", width=2, colour=HAIR)
        + outline("M156 108Q160 112 164 108", width=2)
        + outline("M147 120Q160 132 173 120", width=2.4)
    )


def arm() -> str:
    return segment(UPPER_ARM, 19, 16, 2)


def hand() -> str:
    """A loose little hand: origin at the wrist, fingers down, thumb at +x."""
    data = blob(0, 12, 13) + "".join(blob(x, y, 5.4) for x, y in ((-9, 22), (-3, 26), (4, 26), (10, 22)))
    data += "M9 4C16 4 22 10 20 16C17 21 11 17 8 14Z"
    return union(data) + outline("M-6.2 25v-5M.6 28v-6M7 26v-5", width=1.5)


def forearm() -> str:
    return place("baby-hand", at=(0, FOREARM - 2)) + segment(FOREARM, 15, 11.5, 3)


def thigh() -> str:
    return segment(THIGH, 28, 22, 3, joint=True) + outline(f"M-23 {THIGH * 0.52}q7 4 14 2", width=1.6)


def foot() -> str:
    """A foot from above: origin at the ankle, toes down, big toe at -x."""
    toes = ((-8, 31, 5.6), (0.4, 33.5, 4.6), (7, 32, 4.2), (12, 28.6, 3.8), (15.5, 24.4, 3.3))
    return union(
        "M12-2C13 6 17 16 15 27C10 36-8 38-14 28C-15 20-13 10-12-2C-10-14 10-14 12-2Z"
        + "".join(blob(x, y, r) for x, y, r in toes)
    ) + outline("M-3 29v4M4 30v3M9.6 27v3M14 24v2", width=1.3)


def shin() -> str:
    return (
        place("baby-foot", at=(0, SHIN), turn=-49)
        + segment(SHIN, 21, 14.5, 4)
        + outline(f"M-9 {SHIN - 4}q9 5 18 0", width=1.6)
    )


def leg() -> str:
    """The baby's left leg at rest."""
    return place("thigh", at=HIP, turn=heading(HIP, KNEE)) + place("shin", at=KNEE, turn=heading(KNEE, ANKLE))


def whole_arm() -> str:
    return place("arm", at=SHOULDER, turn=heading(SHOULDER, ELBOW)) + place(
        "forearm", at=ELBOW, turn=heading(ELBOW, FINGERS)
    )


def mirrored(part: str) -> str:
    """The same limb on the baby's right."""
    return el("use", href=f"#@{part}", transform=f"translate({WIDTH:g} 0) scale(-1 1)")


def front() -> str:
    return group(
        place("front-leg"),
        mirrored("front-leg"),
        place("front-body"),
        place("front-arm"),
        mirrored("front-arm"),
        place("front-head"),
    )


PARTS = {
    "baby-hand": hand,
    "baby-foot": foot,
    "arm": arm,
    "forearm": forearm,
    "thigh": thigh,
    "shin": shin,
    "front-body": body,
    "front-head": head,
    "front-leg": leg,
    "front-arm": whole_arm,
    "front": front,
}
