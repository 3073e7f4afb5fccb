"""What science says to people beside the content: English message ids, whole sentences, in one place.

Science does not translate (it knows no language): whoever shows or speaks a text passes it through gettext.
Every sentence stands alone, so that none has to be put together from halves.
"""

from __future__ import annotations

from collections.abc import Mapping

# Spoken in a session.
ASK: Mapping[str, str] = {
    "whole": "Ask: may I stroke you all over? Watch the answer.",
    "legs": "Ask: may I massage your legs? Watch the answer.",
    "feet": "Ask: may I hold your feet? Watch the answer.",
    "tummy": "Ask: may I touch your tummy? Watch the answer.",
    "chest": "Ask: may I touch your chest? Watch the answer.",
    "arms": "Ask: may I massage your arms? Watch the answer.",
    "hands": "Ask: may I hold your hands? Watch the answer.",
    "face": "Ask: may I touch your face? Watch the answer.",
    "head": "Ask: may I touch your head? Watch the answer.",
    "back": "Ask: may I stroke your back? Watch the answer.",
}
FIRST_SIDE: Mapping[str, str] = {
    "legs": "The baby's right leg first.",
    "feet": "The baby's right foot first.",
    "arms": "The baby's right arm first.",
    "hands": "The baby's right hand first.",
    "other": "The baby's right side first.",
}
SECOND_SIDE: Mapping[str, str] = {
    "legs": "Now the left leg.",
    "feet": "Now the left foot.",
    "arms": "Now the left arm.",
    "hands": "Now the left hand.",
    "other": "Now the left side.",
}
DRY = "No oil today: dry, warm hands."
PRESCRIBED = "Only the cream that your clinician prescribed."
TURN = "Gently bring the baby over."
SOFTER = "Softer now."
SLOWER = "Slowly now, half as fast."
PROMPT = "How does the baby look?"
AGAIN = "Once more."
PAUSE = "Still hands. Wait for the baby."
LEAVE = "Still hands. The baby has had enough of this."
COMFORT = "Stop. Speak softly, fold the hands on the chest, pick up and hold close."
FEED = "Feed now. Massage can wait."
NIGHT = "Put the baby down on the back. Good night."
HELP = "Stop. Look at the baby and get help."
END = "You listened."

# Why a stroke is left out of a routine.
TOO_YOUNG = "Your baby is still a little young for this one."
TOO_OLD = "Your child has grown out of this one."
NOT_TODAY = "Today's answers leave this one out."
POSITION = "This one needs the baby to lie or be held another way."
CLINICIAN = "This one waits until your clinician has agreed."
NO_TIME = "There is no time for this one today."

# Why a routine is not offered.
NOT_BORN = "Before the birth, practise on a doll."
ROUTINE_TOO_YOUNG = "This routine begins when the baby is a little older."
ROUTINE_TOO_OLD = "Your child has grown out of this routine."
ROUTINE_CLINICIAN = "This routine is only for babies whose hospital team has agreed to it."
NOTHING_SAFE = "No massage now: today's answers come first."
NOTHING_LEFT = "After what does not fit today, nothing of this routine is left."
TOO_SHORT = "The time is too short for this routine."
NONE_FITS = "No routine fits just now. Hold your baby close."


def msgids() -> tuple[str, ...]:
    """Return every text of this module, for the catalogue of translations."""
    texts: list[str] = []
    for name, value in globals().items():
        if name.isupper() and isinstance(value, str):
            texts.append(value)
        elif name.isupper() and isinstance(value, Mapping):
            texts.extend(value.values())
    return tuple(dict.fromkeys(texts))
