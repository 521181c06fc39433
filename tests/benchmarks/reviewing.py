"""What of a reviewer's work comes through: edits done in LibreOffice, then the next draft made.

    python tests/benchmarks/reviewing.py [--only EDIT,EDIT] [--keep FOLDER]

Each edit is done to the sample's draft with changes recorded and not, saved as .docx, and once
more by way of .odt. Each copy is then taken in against (a) an unchanged source, (b) a source
that changed elsewhere, (c) one that changed the same texts. Prints the table of docs/review.md;
an edit is "kept" when the next draft has it, "told" when a conflict, a comment or the chapter
"Could not be placed" does, and "lost" otherwise. Needs LibreOffice and its Python (python3-uno).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from copaper import steps, store
from copaper.jobs import job_for
from copaper.papers.docx import render_docx
from copaper.papers.units import COVER, FRONT, Unit, block_units, units
from copaper.records import Bullets, Card, EvidenceEntry, Heading, Paper, Paragraph, Picture, Quote, Run, Table, content_id
from copaper.review.decisions import decide, homes
from copaper.review.incorporate import incorporate
from copaper.review.readback import read_draft
from copaper.review.rounds import Round, printed

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "raw" / "bas" / "2020-09-22"
PYTHON = Path("/usr/bin/python3")


def can_run() -> bool:
    """Whether LibreOffice and its Python are installed."""
    if shutil.which("soffice") is None or not PYTHON.is_file():
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], capture_output=True).returncode == 0


def draft(folder: Path) -> Paper:
    """Return the first draft of the sample, worked out in ``folder``."""
    job = job_for(SAMPLE, out=folder / "out", community="bas")
    with store.locked(job.out) as work:
        for _, step in steps.STEPS[:3]:
            step(job, work)
        return Paper.from_json((work / steps.PAPER).read_text("utf-8"))


@dataclass(frozen=True)
class Places:
    """The texts that edits are done to."""

    paper: Paper

    def names(self) -> dict[str, str]:
        paper = self.paper
        blocks = {block.id: block for block in paper.blocks}
        lists = [b for b in paper.blocks if isinstance(b, Bullets) and b.id.startswith("kind-")]
        points, others = sorted(lists, key=lambda b: -len(b.items))[:2]
        place = max(range(len(points.items) - 1), key=lambda n: len(points.items[n][0].text.split()))
        point = list(block_units(points))[place]
        themes = [b for b in paper.blocks if isinstance(b, Heading) and b.level == 2 and f"{b.id}-points" in blocks]
        about = blocks[f"{themes[0].id}-about"]
        card = next(b for b in paper.blocks if isinstance(b, Card))
        row = next(u for u in block_units(card) if u.part == "row-What they do")
        questions = next(unit for unit in block_units(blocks["questions-table"]) if unit.part.startswith("cell-"))
        verdicts = {home.finding: home.verdict for home in homes(paper)}
        quote = next(u for b in paper.blocks if isinstance(b, EvidenceEntry) and len(b.quote.split()) > 6 for u in block_units(b) if u.part == "quote")
        return {
            "point": point.key,
            "second": list(block_units(blocks[f"{points.id.removesuffix('-list')}-about"]))[0].key,
            "challenge": list(block_units(others))[0].key,
            "about": content_id(about.id, ""),
            "theme": content_id(themes[-1].id, ""),
            "row": row.key,
            "cell": questions.key,
            "verdict": verdicts[points.ids[place]],
            "rest": next(home.verdict for home in homes(paper) if home.annex),
            "quote": quote.key,
            "title": content_id(COVER, "TITLE"),
            "imprint": content_id(FRONT, "text-2"),
        }


# --- sources ------------------------------------------------------------------------------


def changed(paper: Paper, keys: set[str], how: Callable[[str], str]) -> Paper:
    """Return ``paper`` with the texts of ``keys`` changed, and their items under new ids, as a
    corrected transcript gives them."""

    def runs(block: str, part: str, old: tuple[Run, ...]) -> tuple[Run, ...]:
        if content_id(block, part) not in keys or not old:
            return old
        return (old[0].model_copy(update={"text": how(old[0].text)}), *old[1:])

    blocks = []
    for block in paper.blocks:
        if isinstance(block, Paragraph | Quote):
            block = block.model_copy(update={"runs": runs(block.id, "", block.runs)})
        elif isinstance(block, Heading) and content_id(block.id, "") in keys:
            block = block.model_copy(update={"text": how(block.text)})
        elif isinstance(block, Bullets) and block.ids:
            touched = [content_id(block.id, f"item-{id_}") in keys for id_ in block.ids]
            block = block.model_copy(
                update={
                    "items": tuple(runs(block.id, f"item-{id_}", item) for id_, item in zip(block.ids, block.items, strict=True)),
                    "ids": tuple(content_id(id_, "corrected") if new else id_ for id_, new in zip(block.ids, touched, strict=True)),
                }
            )
        elif isinstance(block, Card):
            block = block.model_copy(update={"rows": tuple((label, runs(block.id, f"row-{id_}", told)) for id_, (label, told) in zip(block.ids, block.rows, strict=True))})
        elif isinstance(block, Table) and block.ids:
            block = block.model_copy(
                update={"rows": tuple(tuple(runs(block.id, f"cell-{id_}-{n}", cell) for n, cell in enumerate(row, 1)) for id_, row in zip(block.ids, block.rows, strict=True))}
            )
        blocks.append(block)
    return paper.model_copy(update={"blocks": tuple(blocks)})


def sources(paper: Paper, names: dict[str, str]) -> dict[str, Paper]:
    """Return the three sources: as it was, changed elsewhere, changed where the edits are."""
    targets = {names[name] for name in ("point", "about", "theme", "row", "cell")}
    elsewhere = {unit.key for unit in units(paper) if unit.block not in (COVER, FRONT)} - set(names.values())
    apart = set(sorted(elsewhere)[::7])
    return {"a": paper, "b": changed(paper, apart, lambda text: f"{text} Corrected since."), "c": changed(paper, targets, _inserted)}


def _inserted(text: str) -> str:
    """Put a word right where the edits are, so that both sides change the same place."""
    words = text.split()
    return " ".join([*words[:3], "indeed", *words[3:]])


# --- what has to be there -------------------------------------------------------------------

_Check = Callable[[Paper, Paper, dict[str, str]], bool]


def written(paper: Paper) -> str:
    return "\n".join(unit.words for unit in units(paper))


def told(paper: Paper) -> str:
    """Return what stands beside the text: conflicts and comments."""
    return "\n".join([*(f"{c.reviewer} {c.other} {c.base}" for c in paper.conflicts), *(f"{c.text} {c.quote}" for c in paper.comments)])


def unit(paper: Paper, key: str) -> Unit | None:
    return next((u for u in units(paper) if u.key == key), None)


def has(*words: str) -> _Check:
    return lambda new, old, names: all(word in written(new) for word in words)


def gone(name: str) -> _Check:
    """The text is not there any more, or a conflict says that it was struck."""
    return lambda new, old, names: unit(new, names[name]) is None or any(c.key == names[name] and not c.reviewer for c in new.conflicts)


def without_words(new: Paper, old: Paper, names: dict[str, str]) -> bool:
    before, after = unit(old, names["point"]), unit(new, names["point"])
    lost = before.words.split()[3]
    return after is None or after.words.split().count(lost) < before.words.split().count(lost)


def follows(name: str, other: str) -> _Check:
    def check(new: Paper, old: Paper, names: dict[str, str]) -> bool:
        order = [u.key for u in units(new)]
        return names[name] in order and names[other] in order and order.index(names[name]) > order.index(names[other])

    return check


def in_list_of(new: Paper, old: Paper, names: dict[str, str]) -> bool:
    return any({names["point"], names["challenge"]} <= {u.key for u in block_units(b)} for b in new.blocks if isinstance(b, Bullets))


def look(what: str) -> _Check:
    def check(new: Paper, old: Paper, names: dict[str, str]) -> bool:
        found = unit(new, names["about"])
        return found is not None and any(getattr(run, what) for run in found.runs)

    return check


def picture(new: Paper, old: Paper, names: dict[str, str]) -> bool:
    return any(isinstance(block, Picture) for block in new.blocks)


def table(*words: str) -> _Check:
    def check(new: Paper, old: Paper, names: dict[str, str]) -> bool:
        return any(all(any(word in u.words for u in block_units(b)) for word in words) for b in new.blocks if isinstance(b, Table | Card))

    return check


def heading(new: Paper, old: Paper, names: dict[str, str]) -> bool:
    return any(isinstance(b, Heading) and content_id(b.id, "") == names["about"] for b in new.blocks)


def commented(word: str) -> _Check:
    return lambda new, old, names: any(word in comment.text for comment in new.comments)


def unchanged(new: Paper, old: Paper, names: dict[str, str]) -> bool:
    return "ZQ" not in written(new) and not new.conflicts and not new.comments


def divided(new: Paper, old: Paper, names: dict[str, str]) -> bool:
    found = unit(new, names["about"])
    return found is not None and "\n\n" in found.words and "ZQSPLIT" in found.words


def twice(new: Paper, old: Paper, names: dict[str, str]) -> bool:
    start = " ".join(unit(old, names["about"]).words.split()[:3])  # those of no other, which no source changes
    return written(new).count(start) == written(old).count(start) + 1


def redacted(new: Paper, old: Paper, names: dict[str, str]) -> bool:
    before, after = unit(old, names["quote"]), unit(new, names["quote"])
    return len(after.words.split()) == len(before.words.split()) - 1


def decided_on(kind: str) -> _Check:
    """The verdict is a decision on the finding; what becomes of it is the analysis' to do."""
    return lambda new, old, names: kind in names["decisions"]


def quiet(new: Paper, old: Paper, names: dict[str, str]) -> bool:
    return "zq@example.org" not in written(new) and "ZQCONTACT" in written(new)


EDITS: dict[str, tuple[str, _Check]] = {
    "reword": ("rewords a word", has("ZQREWORD")),
    "several": ("rewords a list item, a paragraph and a card", has("ZQONE", "ZQTWO", "ZQTHREE")),
    "prefix": ("writes before a text", has("ZQPREFIX")),
    "suffix": ("writes after a text", has("ZQSUFFIX")),
    "delete_words": ("strikes words", without_words),
    "retype": ("types a whole text anew", has("ZQRETYPED")),
    "split": ("divides a paragraph", divided),
    "merge": ("joins two paragraphs", has("ZQJOINED")),
    "delete_paragraph": ("strikes a paragraph", gone("point")),
    "move": ("moves a paragraph", follows("about", "second")),
    "move_to_list": ("moves an item into another list", in_list_of),
    "copy_paragraph": ("copies a paragraph", twice),
    "add_paragraph": ("adds a paragraph", has("ZQADDED")),
    "add_three": ("adds three paragraphs", has("ZQADDED1", "ZQADDED2", "ZQADDED3")),
    "add_item": ("adds a list item", has("ZQITEM")),
    "add_heading": ("adds a heading", lambda new, old, names: any(isinstance(b, Heading) and "ZQHEADING" in b.text for b in new.blocks)),
    "add_row": ("adds a table row", table("ZQROW", "ZQCELL", "What became of it")),
    "delete_row": ("strikes a table row", gone("cell")),
    "edit_cell": ("writes into a cell", has("ZQINCELL")),
    "cell_paragraph": ("adds a paragraph in a cell", table("ZQCELLPART", "What became of it")),
    "edit_card": ("rewords a card", has("ZQCARD")),
    "add_card_row": ("adds a row to a card", table("ZQLABEL", "ZQVALUE", "What they do")),
    "add_table": ("adds a table", table("ZQHEAD", "ZQBODY")),
    "add_picture": ("adds a picture", picture),
    "edit_heading": ("renames a theme", has("ZQTHEME")),
    "delete_heading": ("strikes the heading of a theme", gone("theme")),
    "comment": ("comments", commented("ZQCOMMENT")),
    "reply": ("answers a comment", lambda new, old, names: not new.comments),
    "resolve": ("resolves a comment", lambda new, old, names: not new.comments),
    "bold": ("makes a word bold", look("bold")),
    "italic": ("makes a word italic", look("italic")),
    "link": ("makes a word a link", look("href")),
    "restyle": ("makes a paragraph a heading", heading),
    "replace_all": ("searches and replaces", has("ZQCUSTOMERS")),
    "accept_all": ("accepts all changes", has("ZQREWORD")),
    "reject_all": ("refuses all changes", unchanged),
    "verdict_drop": ("writes “drop” beside a finding", decided_on("left out")),
    "verdict_keep": ("writes “keep” beside a less certain one", decided_on("kept")),
    "verdict_change": ("writes “change: …” beside a finding", decided_on("reworded")),
    "redact": ("strikes a word of the evidence", redacted),
    "quote_edit": ("writes into the evidence", has("ZQQUOTE")),
    "title": ("rewords the title", lambda new, old, names: "ZQTITLE" in new.title),
    "imprint": ("rewords the imprint", has("ZQIMPRINT")),
    "footnote": ("adds a footnote", has("ZQFOOTNOTE")),
    "contact": ("writes an e-mail address", quiet),
    "nothing": ("saves it as it is", unchanged),
}
MODES = (("recorded", True, False), ("plain", False, False), ("recorded, .odt", True, True), ("plain, .odt", False, True))


# --- running --------------------------------------------------------------------------------


def edited(folder: Path, paper: Paper, names: dict[str, str], only: list[str], modes) -> Iterator[tuple[str, str, Path, str]]:
    """Yield edit, mode, the copy's path and what LibreOffice complained of."""
    (folder / "draft.docx").write_bytes(render_docx(paper))
    picture_file = folder / "picture.png"
    picture_file.write_bytes(_picture())
    cases = [
        {"edit": edit, "mode": mode, "record": record, "odt": odt, "out": str(folder / f"{edit}-{number}.docx")}
        for edit in only
        for number, (mode, record, odt) in enumerate(modes)
    ]
    pipe = f"copaper{os.getpid()}"
    plan = folder / "plan.json"
    plan.write_text(json.dumps({"draft": str(folder / "draft.docx"), "names": names, "pipe": pipe, "picture": str(picture_file), "cases": cases}))
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        subprocess.run([PYTHON, Path(__file__).with_name("reviewing_uno.py"), plan], check=True, env=clean, timeout=1800)
        office.wait(60)
    finally:
        office.kill()
    failed = json.loads(Path(f"{plan}.failed").read_text())
    for case in cases:
        yield case["edit"], case["mode"], Path(case["out"]), failed.get(case["out"], "")


def _picture() -> bytes:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (320, 240), "teal").save(out, "PNG")
    return out.getvalue()


def outcome(copy: Path, paper: Paper, fresh, versions: dict[str, Paper], names: dict[str, str], what: str, check: _Check) -> dict[str, str]:
    """Return kept, told or lost for each source."""
    data = copy.read_bytes()
    round_ = Round("Reviewer", "2020-10-01", store.sha256(data), paper, read_draft(copy.name, data), printed(paper, fresh))
    known = names | {"decisions": [d.kind.value for d in decide(round_)]}
    found = {}
    for name, source in versions.items():
        new = incorporate(source, [round_], safe=_safe)
        words = [mark for mark in ("ZQ",) if mark in written(new) or mark in told(new)]
        found[name] = "kept" if check(new, paper, known) else "told" if new.conflicts and (words or "strikes" in what) else "LOST"
        if name != "a":
            continue
        second = Round("Second", "2020-10-02", "again", new, read_draft("again.docx", render_docx(new)), {})
        again = incorporate(source, [round_, _printed(second)], safe=_safe)
        if written(again) != written(new):
            found[name] += ", not stable"
    return found


def _printed(round_: Round) -> Round:
    from dataclasses import replace

    return replace(round_, printed=printed(round_.base, round_.read))


def _safe(text: str) -> str:
    return re.sub(r"\S+@\S+", "[e-mail address withheld]", text)


def results(folder: Path, only: list[str], modes=MODES) -> list[tuple[str, dict[str, dict[str, str]]]]:
    """Return for each edit, by mode and source, what became of it."""
    paper = draft(folder)
    names = Places(paper).names()
    versions = sources(paper, names)
    fresh = read_draft("draft.docx", render_docx(paper))
    found: dict[str, dict[str, dict[str, str]]] = {edit: {} for edit in only}
    for edit, mode, copy, problem in edited(folder, paper, names, only, modes):
        found[edit][mode] = dict.fromkeys("abc", problem) if problem else outcome(copy, paper, fresh, versions, names, *EDITS[edit])
    return list(found.items())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    if not can_run():
        sys.exit("LibreOffice with python3-uno is needed.")
    only = given.only.split(",") if given.only else list(EDITS)
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        print(f"| the reviewer | {' | '.join(mode for mode, _, _ in MODES)} |\n|---|{'---|' * len(MODES)}")
        for edit, by_mode in results(folder, only):
            cells = []
            for mode, _, _ in MODES:
                ends = by_mode[mode]
                cells.append(ends["a"] if len(set(ends.values())) == 1 else ", ".join(f"{name}: {end}" for name, end in ends.items()))
            print(f"| {EDITS[edit][0]} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
