"""The colours of the drawings: CSS custom properties, each with its daylight value for where no style sheet
is.

A page changes them by setting the properties on any element around the picture: night, paper, or the skin
tone a family chooses (`docs/drawings.md` lists tones that were looked at).
"""

SKIN = "var(--skin,#f6cdb2)"
SHADE = "var(--skin-shade,#e9b193)"
LINE = "var(--line,#a5694c)"
HAIR = "var(--hair,#8a5a3c)"
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
