"""How long a paper takes in each of its forms, from 12 pages to 200.

    python -m tests.benchmarks.rendering [--pages 12 50 100 200]

Each length runs in a process of its own, which makes a small paper first, so that what is
loaded once is not counted; then each form twice, of which the quicker counts. Prints seconds,
peak memory and size, and whether the second time gave the same bytes. The paper is made up of
chapters, cards, lists and tables, with a figure on every tenth page; asserts nothing.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from copaper.papers.docx import render_docx
from copaper.papers.html import render_html
from copaper.papers.leaflets import render_brief, render_flyer
from copaper.papers.pdf import render_pdf
from copaper.records import Figure, Paper
from tests.benchmarks.merging import paper

ROOT = Path(__file__).resolve().parents[2]
FORMS = {"docx": render_docx, "pdf": render_pdf, "html": render_html, "brief": render_brief, "flyer": render_flyer}
PROVINCES = (("Gauteng", 13.0), ("KwaZulu-Natal", 11.0), ("Limpopo", 6.0), ("North West", 4.0))


def with_figures(pages: int) -> Paper:
    made = paper(pages)
    figures = tuple(
        Figure(id=f"figure-{n}", title="People came from four provinces", source="Attendance", alt="Bars", chart="bars", label="province", unit="people", data=PROVINCES)
        for n in range(max(1, pages // 10))
    )  # fmt: skip
    step = max(1, len(made.blocks) // len(figures))
    blocks = list(made.blocks)
    for n, figure in enumerate(figures):
        blocks.insert(min(len(blocks), (n + 1) * step + n), figure)
    return made.model_copy(update={"blocks": tuple(blocks)})


def measure(pages: int) -> dict:
    import pikepdf

    small, made = with_figures(1), with_figures(pages)
    result: dict = {"same": True, "seconds": {}}
    for form, render in FORMS.items():
        render(small)
        took, outputs = [], []
        for _ in range(2):
            begun = time.process_time()
            outputs.append(render(made))
            took.append(time.process_time() - begun)
        result["seconds"][form] = min(took)
        result["same"] &= outputs[0] == outputs[1]
        if form == "pdf":
            result["kilobytes"] = len(outputs[0]) // 1024
            with pikepdf.open(io.BytesIO(outputs[0])) as pdf:
                result["pages"] = len(pdf.pages)
    result["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[12, 50, 100, 200])
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(measure(given.measure)))
        return
    print("pages  " + "".join(f"{form + ' s':>9}" for form in FORMS) + "   three forms   PDF KB   peak MB   twice the same")
    for pages in given.pages:
        done = subprocess.run([sys.executable, "-m", "tests.benchmarks.rendering", "--measure", str(pages)], cwd=ROOT, capture_output=True, text=True, check=True)
        one = json.loads(done.stdout.splitlines()[-1])
        seconds = one["seconds"]
        print(
            f"{one['pages']:5}  " + "".join(f"{seconds[form]:9.2f}" for form in FORMS)
            + f"{seconds['docx'] + seconds['pdf'] + seconds['html']:14.2f}{one['kilobytes']:9}{one['memory']:10.0f}   {'yes' if one['same'] else 'NO'}", flush=True,
        )  # fmt: skip


if __name__ == "__main__":
    main()
