"""Passages that are not in English: recognised, quoted, and left out of the analysis."""

from __future__ import annotations

import pycld2

ENGLISH = "en"
_TAKEN_FOR = {"nl": "af"}
"""What the detector takes for another language: Afrikaans passages for Dutch ones, which
nobody in these communities speaks."""

LEAST_LETTERS = 24
"""Shorter passages are taken as English: on a few words every detector guesses."""
LEAST_WORDS = 3
"""Words that may be any language's, written small or at the beginning, below which the same holds: names, abbreviations,
numbers and addresses are of no language, and an English "Katlego from Mahikeng" is taken for Setswana."""

NAMES = {
    "af": "Afrikaans", "zu": "isiZulu", "xh": "isiXhosa", "st": "Sesotho", "nso": "Sepedi",
    "tn": "Setswana", "ts": "Xitsonga", "ss": "siSwati", "ve": "Tshivenda", "nr": "isiNdebele",
}  # fmt: skip
"""South Africa's official languages beside English. Nguni languages are easily taken for one
another on short passages; isiNdebele is not among those that the detector knows."""


def language_of(text: str) -> str:
    """Return the code of an official language of South Africa, or ``en`` in doubt."""
    if sum(map(str.isalpha, text)) < LEAST_LETTERS or _ordinary_words(text) < LEAST_WORDS:
        return ENGLISH
    try:
        reliable, _, details = pycld2.detect(text.encode("utf-8", "ignore"), bestEffort=False)
    except pycld2.error:
        return ENGLISH
    code, share = _TAKEN_FOR.get(details[0][1], details[0][1]), details[0][2]
    return code if reliable and share >= 80 and code in NAMES else ENGLISH


def _ordinary_words(text: str) -> int:
    """Return how many words are of letters alone and, after the first, written small."""
    words = [word.strip(".,;:!?…()\"'“”‘’") for word in text.split()]
    return sum(word.isalpha() and (place == 0 or word.islower()) for place, word in enumerate(words))
