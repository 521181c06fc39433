"""A number or a day that is put right in the same breath: "thirty, sorry, forty" says forty."""

from __future__ import annotations

import re

from copaper.datewords import DAYS, MONTHS

_ONE = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
_NUMBER = rf"(?:[R$€£]?\d(?:[\d,.]*\d)?%?|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -]{_ONE})?|{_ONE})(?: (?:hundred|thousand|million|billion|per ?cent))?"
_DAY = rf"(?:{'|'.join((*DAYS, *MONTHS))})"
_SORRY = r"(?:(?:no|oh|uh|um|wait)\W+)*(?:sorry|excuse me|pardon me|I mean|I meant|correction|or rather|I should say|make that|no(?=,))(?:\W+(?:sorry|no|actually|I mean|I meant|it's|it is|it was))*"
_PUT_RIGHT = re.compile(rf"(?<!\w)(?P<kind>(?P<number>{_NUMBER})|{_DAY})\s*(?:,|[–—-]{{1,2}}|…)\s*{_SORRY}\W{{1,3}}(?=(?(number){_NUMBER}|{_DAY})\b)", re.I)


def put_right(text: str) -> str:
    """Return ``text`` without what its speaker put right at once, and without the words that say so."""
    return _PUT_RIGHT.sub("", text)
