"""How well themes and findings agree with what people noted, beside off-the-shelf tools.

    python tests/benchmarks/quality.py --out FOLDER [--shared ../shared] [--reuse]

Predicts every meeting under ``SHARED/webinars/dev``, grades the predictions and the stored
baselines with ``SHARED/grade/grade.py``, and prints each measure of the table of targets with
the best stored baseline and the paired bootstrap interval of the difference (``compare.py``).
``--reuse`` grades predictions that ``FOLDER/copaper`` holds already. The grader needs nltk,
which the project does not: name a Python that has it with ``--python``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from copaper.evaluation import evaluate_cases

TARGETS = {
    "qmsum": {"joint@10": 0.30, "assign_f1@10": 0.58, "pt_all_cov": 0.30, "pt_ev_hit": 0.32, "ev_F1": 0.30},
    "tc39": {"joint@10": 0.60, "assign_f1@10": 0.82, "pt_all_cov": 0.28, "pt_span_cov": 0.20},
    "ccg": {"joint@10": 0.38, "assign_f1@10": 0.50},
    "ethnotes": {"joint@10": 0.25, "assign_f1@10": 0.60, "pt_all_cov": 0.15},
    "ethzoom": {"pt_all_cov": 0.42, "pt_span_cov": 0.22},
}
"""What the project aims at, per set of meetings and measure of the grader."""
FAITHFUL = ("quote_verbatim", "quote_time_ok", "quote_speaker_ok", "near_dup", "redundancy")
ORACLE = "oracle"
"""Baselines that look at the reference: a bound, not a competitor."""


def grade(python: str, shared: Path, predictions: Sequence[Path], out: Path) -> dict:
    """Return the grader's results, by method, of folders of predictions."""
    folders = [word for folder in predictions for word in ("--pred", str(folder))]
    command = [python, str(shared / "grade" / "grade.py"), "--data", str(shared / "webinars" / "dev"), *folders, "--out", str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return json.loads(out.read_text("utf-8"))


def interval(python: str, shared: Path, results: Path, other: str, dataset: str, measure: str) -> str:
    """Return the paired bootstrap interval of ours against ``other``, as printed."""
    command = [python, str(shared / "grade" / "compare.py"), "--results", str(results), "--a", "copaper", "--b", other]
    printed = subprocess.run([*command, "--sets", dataset, "--metrics", measure], check=True, capture_output=True, text=True).stdout
    return printed.strip().rpartition("95% ")[2]


def table(python: str, shared: Path, results: Path, graded: dict) -> list[str]:
    """Return the lines of a Markdown table of all targets."""
    lines = ["| set | measure | target | copaper | best stored baseline | difference, 95 % |", "|---|---|---|---|---|---|"]
    rivals = [name for name in graded if name != "copaper" and not name.startswith(ORACLE)]
    for dataset, targets in TARGETS.items():
        for measure, target in targets.items():
            ours = graded["copaper"]["sets"][dataset].get(measure, 0.0)
            scores = {name: graded[name]["sets"][dataset].get(measure, 0.0) for name in rivals}
            best = max(sorted(scores), key=lambda name: scores[name])
            spread = interval(python, shared, results, best, dataset, measure)
            lines.append(f"| {dataset} | {measure} | {target:.2f} | {ours:.3f} | {scores[best]:.3f} ({best}) | {spread} |")
    return lines


def main() -> None:
    """Predict, grade, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--reuse", action="store_true")
    chosen = parser.parse_args()
    if not (chosen.shared / "grade" / "grade.py").is_file():
        sys.exit(f"no grader under {chosen.shared}: nothing is measured")
    predictions, results = chosen.out / "copaper", chosen.out / "results.json"
    if not chosen.reuse:
        evaluate_cases(chosen.shared / "webinars" / "dev", predictions)
    baselines = sorted(path for path in (chosen.shared / "grade" / "baselines").iterdir() if path.is_dir())
    graded = grade(chosen.python, chosen.shared, [predictions, *baselines], results)
    print("\n".join(table(chosen.python, chosen.shared, results, graded)))
    print("\n| set | " + " | ".join(FAITHFUL) + " |")
    print("|---" * (len(FAITHFUL) + 1) + "|")
    for dataset, scores in graded["copaper"]["sets"].items():
        print(f"| {dataset} | " + " | ".join(f"{scores[m]:.3f}" if m in scores else "" for m in FAITHFUL) + " |")


if __name__ == "__main__":
    main()
