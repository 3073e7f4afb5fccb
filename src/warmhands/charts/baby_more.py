"""The baby from other sides: on the tummy, curled up, crawling, wrapped and held. In the units of
`figures.yaml`.
"""

from __future__ import annotations

from warmhands.charts.baby_front import mirrored
from warmhands.charts.paint import (
    BLUSH,
    CLOTH,
    CLOTH_LINE,
    EYE,
    HAIR,
    HAND,
    HAND_LINE,
    NAPPY,
    NAPPY_LINE,
    SHADE,
    SKIN,
)
from warmhands.charts.parts import blob, group, heading, outline, place, segment, union
from warmhands.charts.svg import Point, el

# Joints of the baby's left limbs on `back`: the left is at the viewer's left here.
SHOULDER: Point = (110, 162)
ELBOW: Point = (66, 126)
FINGERS: Point = (78, 66)
HIP: Point = (118, 280)
KNEE: Point = (100, 335)
ANKLE: Point = (112, 392)

_PROFILE = (
    "M-4-57C28-58 52-38 55-12C57-5 65 1 65 7C64 12 57 11 56 14C59 18 58 22 55 26"
    "C53 38 44 47 30 51C8 58-26 56-44 38C-62 18-62-20-44-40C-34-52-18-57-4-57Z"
)


def profile() -> str:
    """A head from the side, looking to the right, its middle at the origin."""
    hair = "M8-55C-20-60-46-46-54-22C-62 4-54 28-40 42C-32 34-28 24-26 12C-22-2-12-6-4-14C2-24 4-40 8-55Z"
    return (
        el("path", d=_PROFILE, fill=SHADE)
        + el("path", d=_PROFILE, fill=SKIN, transform="translate(1.4-1.6) scale(.955)")
        + el("path", d=hair, fill=HAIR, fill_opacity=0.36)
        + outline(_PROFILE)
        + outline("M-4-56C-12-64-8-74 2-72C10-70 8-60 1-61", width=3, colour=HAIR)
        + union(blob(-10, 12, 9, 11))
        + outline("M-12 6C-5 6-5 14-11 18", width=1.6)
        + el("ellipse", cx=30, cy=24, rx=12, ry=8.5, fill=BLUSH, fill_opacity=0.55)
        + el("ellipse", cx=36, cy=4, rx=4.4, ry=5.4, fill=EYE)
        + el("circle", cx=37.8, cy=2, r=1.6, fill=NAPPY)
        + outline("M28-11Q35-16 42-11", width=2, colour=HAIR)
        + outline("M54 27Q49 33 42 30", width=2.4)
    )


def back_body() -> str:
    torso = (
        "M132 132C118 140 108 146 106 164C105 188 104 206 103 230C102 256 106 280 114 298L206 298"
        "C214 280 218 256 217 230C216 206 215 188 214 164C212 146 202 140 188 132Z"
    )
    nappy = (
        "M106 252C128 262 192 262 214 252C220 274 218 300 206 320C194 336 172 336 160 322"
        "C148 336 126 336 114 320C102 300 100 274 106 252Z"
    )
    return (
        el("path", d=torso, fill=SHADE)
        + el("path", d=torso, fill=SKIN, transform="translate(8 4) scale(.95 .97)")
        + outline(torso)
        + outline("M160 150V240", width=3, colour=SHADE)
        + outline("M134 168Q142 176 140 188M186 168Q178 176 180 188", width=2, colour=SHADE)
        + union(nappy, fill=NAPPY, line=NAPPY_LINE, width=1.8)
        + outline("M109 262C130 272 190 272 211 262M160 292V320", width=1.6, colour=NAPPY_LINE)
    )


def back_arm() -> str:
    hand = group(
        place("forearm"),
        transform=f"translate({ELBOW[0]} {ELBOW[1]})rotate({heading(ELBOW, FINGERS):.1f})scale(-1 1)",
    )
    return place("arm", at=SHOULDER, turn=heading(SHOULDER, ELBOW)) + hand


def back_leg() -> str:
    sole = "M12-2C12 8 15 18 13 26C8 36-8 36-13 26C-15 18-13 8-12-2C-10-12 10-12 12-2Z"
    toes = "".join(
        blob(x, y, r)
        for x, y, r in ((-9, 30, 3.4), (-4.6, 33, 3.7), (0.6, 34.4, 4), (6.4, 34, 4.6), (12.4, 30.4, 5.6))
    )
    foot = union(sole + toes) + el("ellipse", cx=0, cy=22, rx=9, ry=6, fill=BLUSH, fill_opacity=0.4)
    shin = group(
        segment(59, 21, 14.5, 3.5),
        transform=f"translate({KNEE[0]} {KNEE[1]})rotate({heading(KNEE, ANKLE):.1f})",
    )
    return (
        group(foot, transform=f"translate({ANKLE[0]} {ANKLE[1]})rotate(10)")
        + place("thigh", at=HIP, turn=heading(HIP, KNEE))
        + shin
        + outline(f"M{KNEE[0] - 9} {KNEE[1]}q9 5 18 0", width=1.6)
    )


def back() -> str:
    """On the tummy, the head turned to the side."""
    return group(
        place("back-leg"),
        mirrored("back-leg"),
        place("back-arm"),
        mirrored("back-arm"),
        place("back-body"),
        place("profile", at=(158, 86)),
    )


def side() -> str:
    """Lying on the side, half curled: the head at the left, the back upwards in the picture."""
    torso = (
        "M112 132C136 84 220 72 272 104C306 126 306 170 280 188C244 204 170 208 134 194"
        "C108 182 102 152 112 132Z"
    )
    nappy = (
        "M236 90C232 120 232 160 244 200C262 196 276 192 286 184C308 164 306 126 272 104"
        "C260 96 248 92 236 90Z"
    )
    return group(
        group(
            segment(52, 15, 11, 2) + place("baby-hand", at=(0, 48)), transform="translate(156 186)rotate(62)"
        ),
        el("path", d=torso, fill=SHADE)
        + el("path", d=torso, fill=SKIN, transform="translate(9 6) scale(.955)")
        + outline(torso)
        + union(nappy, fill=NAPPY, line=NAPPY_LINE, width=1.8)
        + outline("M246 94C242 124 242 160 254 196", width=1.6, colour=NAPPY_LINE),
        group(
            place("baby-foot", at=(0, 62), turn=38)
            + segment(62, 21, 14, 3)
            + outline("M-9 58q9 5 18 0", width=1.6),
            transform="translate(196 214)rotate(-84)",
        ),
        group(segment(70, 27, 22, 3, joint=True), transform="translate(252 166)rotate(50)"),
        group(place("profile"), transform="translate(94 134)rotate(-82)scale(-1 1)"),
        group(segment(46, 17, 15, 2), transform="translate(142 156)rotate(-22)"),
        group(
            segment(42, 14, 11, 2) + place("baby-hand", at=(0, 38)), transform="translate(159 198)rotate(66)"
        ),
    )


def crawl() -> str:
    """On hands and knees, seen from the side, on the way to the left."""
    torso = (
        "M106 132C130 108 190 110 236 118C276 126 286 170 268 196C240 212 160 210 124 192"
        "C104 178 96 150 106 132Z"
    )
    nappy = (
        "M214 114C210 140 212 176 222 206C240 206 258 204 268 196C288 168 276 126 236 118"
        "C228 116 220 115 214 114Z"
    )
    far_arm = group(
        segment(72, 16, 12, 2) + place("baby-hand", at=(0, 70)), transform="translate(146 172)rotate(-12)"
    )
    far_leg = group(segment(60, 24, 20, 2), transform="translate(238 182)rotate(30)") + group(
        place("baby-foot", at=(0, 56), turn=20) + segment(56, 19, 13, 3),
        transform="translate(208 234)rotate(-72)",
    )
    near_leg = group(
        place("baby-foot", at=(0, 58), turn=14) + segment(58, 22, 14, 3),
        transform="translate(240 246)rotate(-78)",
    ) + group(segment(66, 28, 22, 3, joint=True), transform="translate(246 178)rotate(5)")
    near_arm = group(
        segment(84, 19, 12, 2) + place("baby-hand", at=(0, 82)), transform="translate(126 162)rotate(10)"
    )
    return group(
        el("g", far_arm, far_leg, opacity=0.82),
        el("path", d=torso, fill=SHADE)
        + el("path", d=torso, fill=SKIN, transform="translate(8 5) scale(.955)")
        + outline(torso),
        union(nappy, fill=NAPPY, line=NAPPY_LINE, width=1.8)
        + outline("M224 118C220 144 222 176 231 204", width=1.6, colour=NAPPY_LINE),
        near_leg,
        near_arm,
        group(place("profile"), transform="translate(84 102)scale(-.96 .96)"),
    )


def held() -> str:
    """Wrapped in a blanket and held against a grown-up's chest."""
    neck = "M150-4L222-4C220 40 226 68 240 92C210 116 160 112 134 92C146 68 152 40 150-4Z"
    chest = (
        "M-4 324C-8 210 22 132 92 96C120 84 136 88 144 84C166 104 204 106 230 84"
        "C250 86 262 92 276 100C318 128 328 210 324 324Z"
    )
    bundle = (
        "M84 140C98 158 146 150 168 110C188 112 206 124 220 138C272 178 294 222 284 252"
        "C272 280 228 278 188 258C140 236 98 206 84 172C80 158 80 148 84 140Z"
    )
    folds = "M92 158C130 176 178 172 224 150M112 204C152 208 194 186 214 134M200 264C216 240 244 226 276 226"
    dots = "M140 166l4 4M180 150l4 4M156 224l4 4M226 196l4 4M244 254l4 4M120 178l4 4"
    return group(
        union(neck, fill=HAND, line=HAND_LINE, width=1.8),
        union(chest, fill=CLOTH, line=CLOTH_LINE, width=1.8),
        outline("M140 92C164 116 208 116 236 92", width=2, colour=CLOTH_LINE),
        group(place("front-head", at=(-160, -86)), transform="translate(112 94)rotate(-22)scale(.84)"),
        union(bundle, fill=NAPPY, line=NAPPY_LINE, width=2),
        outline(folds, width=2, colour=NAPPY_LINE),
        outline(dots, width=3.4, colour=CLOTH),
    )


PARTS = {
    "profile": profile,
    "back-body": back_body,
    "back-arm": back_arm,
    "back-leg": back_leg,
    "back": back,
    "side": side,
    "crawl": crawl,
    "held": held,
}
