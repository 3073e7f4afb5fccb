"""The colours of the drawings: CSS custom properties, each with its daylight value as fallback.

A page changes them by setting the properties on any element around the picture: night, paper, or the skin
tone a family chooses (`docs/drawings.md` lists tones that were looked at).
"""

from __future__ import annotations

from collections.abc import Mapping

SKIN = "var(--skin,#f6cdb2)"
SHADE = "var(--skin-shade,#e9b193)"
LINE = "var(--line,#a5694c)"
HAIR = "var(--hair,#8a5a3c)"
EYE = "var(--eye,#5a3a2a)"
BLUSH = "var(--blush,#ee9c86)"
HAND = "var(--hand,#d98e66)"
HAND_LINE = "var(--hand-line,#7a4128)"
NAIL = "var(--nail,#f0b694)"
ARROW = "var(--arrow,#1f6f72)"
NAPPY = "var(--nappy,#fffaf2)"
NAPPY_LINE = "var(--nappy-line,#c9b7a0)"
CLOTH = "var(--cloth,#8fb3a6)"
CLOTH_LINE = "var(--cloth-line,#5d8478)"
PYJAMA = "var(--pyjama,#a9bdd6)"
PYJAMA_LINE = "var(--pyjama-line,#6d85a6)"
PAPER = "var(--paper,#fdf6ec)"
GLOW = "var(--glow,#f0a94f)"

# Skin tones that a family can choose from, each looked at by day (docs/drawings.md); the first is default.
# The grown-up's hands stay a step apart from the baby, so that they can be told from each other.
TONES: Mapping[str, Mapping[str, str]] = {
    "peach": {
        "skin": "#f6cdb2",
        "skin-shade": "#e9b193",
        "line": "#a5694c",
        "hair": "#8a5a3c",
        "eye": "#5a3a2a",
        "blush": "#ee9c86",
    },
    "rose": {
        "skin": "#fbe0d0",
        "skin-shade": "#efc3ac",
        "line": "#b0755c",
        "hair": "#95673a",
        "eye": "#5c4633",
        "blush": "#f2a594",
    },
    "honey": {
        "skin": "#e8b68c",
        "skin-shade": "#d29a6f",
        "line": "#8a5534",
        "hair": "#3f2a20",
        "eye": "#3f2a20",
        "blush": "#dc8668",
    },
    "chestnut": {
        "skin": "#b57c55",
        "skin-shade": "#98633f",
        "line": "#5c3620",
        "hair": "#2b1a12",
        "eye": "#24150e",
        "blush": "#a85a40",
    },
    "cocoa": {
        "skin": "#865439",
        "skin-shade": "#6d412b",
        "line": "#3a2015",
        "hair": "#1d120d",
        "eye": "#170c08",
        "blush": "#8d4331",
    },
}
HANDS: Mapping[str, Mapping[str, str]] = {
    "peach": {"hand": "#d98e66", "hand-line": "#7a4128", "nail": "#f0b694"},
    "rose": {"hand": "#efb795", "hand-line": "#8f5540", "nail": "#fbd9c6"},
    "honey": {"hand": "#bf8355", "hand-line": "#643a22", "nail": "#deab85"},
    "chestnut": {"hand": "#8a5638", "hand-line": "#3a2013", "nail": "#b98a6b"},
    "cocoa": {"hand": "#5e3826", "hand-line": "#170a05", "nail": "#94664e"},
}
