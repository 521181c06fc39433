"""What was said against a statement, quoted beside it: no paper tells a claim without what refuted it minutes later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from copaper.papers.evidence import EvidenceList
from copaper.papers.wording import AGAINST, capitalised, marked, shortened
from copaper.records import Correction, CorrectionKind, Evidence, Findings, Inline, Run

QUOTED = 45
"""Words of what is quoted against a statement."""
_WEIGHT = (CorrectionKind.TAKEN_BACK, CorrectionKind.DENIED, CorrectionKind.LIMITED, CorrectionKind.OBJECTED)
"""What is quoted where there are several, the first first: a reader has to know what its own speaker made of it."""


class Against:
    """Finds what was said against words, by the turn or message that these stand in."""

    def __init__(self, findings: Findings) -> None:
        self._corrections: dict[tuple[str, int], list[Correction]] = defaultdict(list)
        for one in findings.corrections:
            self._corrections[one.of.where, one.of.index].append(one)
        self._differed = [reply.to for theme in findings.themes for reply in theme.replies if not reply.agrees]

    def of(self, said: Evidence) -> Correction | None:
        """Return what was said against these words and is not part of them, the weightiest."""
        found = [one for one in self._corrections[said.where, said.index] if one.of.common(said) and not one.by.common(said)]
        return min(found, key=lambda one: (_WEIGHT.index(one.kind), one.by.time < one.of.time), default=None)

    def stands(self, said: Evidence) -> bool:
        """Tell whether nobody said anything against these words, nor to differ: only then may they be read alone."""
        return self.of(said) is None and not any(other.common(said) for other in self._differed)


    def may_be_told(self, said: Evidence) -> bool:
        """Tell whether nothing was said against these words but of whom they hold, later and by whoever said them: that can stand behind them."""
        one = self.of(said)
        return self.stands(said) or one is not None and one.kind is CorrectionKind.LIMITED and _is_later(one) and not any(other.common(said) for other in self._differed)


def _is_later(one: Correction) -> bool:
    return one.by.participant == one.of.participant and not one.by.is_beside(one.of)


def beside(one: Correction | None, evidence: EvidenceList) -> Inline:
    """Return what was said against a statement as it stands behind it."""
    if one is None:
        return ()
    said = shortened(capitalised(evidence.told(one.by)), QUOTED)
    kind = CorrectionKind.TAKEN_BACK if _is_later(one) else one.kind
    return (Run(text=f"{AGAINST[kind]}{evidence.within(one.by, one.of)}): {marked(said)}"), evidence.mark(one.by))


def with_it(told: Inline, against: Inline) -> Inline:
    """Return what is told, and what was said against it: a credit between the two ends with a full stop."""
    if not against or not told or not told[-1].italic:
        return (*told, *against)
    return (*told[:-1], told[-1].model_copy(update={"text": f"{told[-1].text.rstrip('.')}."}), *against)


def is_contradicted(runs: Iterable[Run]) -> bool:
    """Tell whether a text of a paper quotes what was said against it."""
    return any(run.text.startswith(tuple(AGAINST.values())) for run in runs)
