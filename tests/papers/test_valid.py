"""What is printed conforms to PDF/UA-1 and PDF/A-3a, as a checker says that is not ours.

veraPDF itself, which this one agrees with, needs Java; page-validation checks the same rules
without it.
"""

from __future__ import annotations

import io

import page
import pikepdf
import pytest

from copaper.papers.leaflets import render_brief, render_flyer
from copaper.papers.pdf import render_pdf
from tests.papers.test_docx import a_paper

PROFILES = {"PDF/UA-1": page.ValidationProfile.PDF_UA_1, "PDF/A-3a": page.ValidationProfile.PDF_A_3A}
NOT_SO = {"PDFA3A-STREAM-LENGTH-001"}
"""Found in some larger files, whose streams veraPDF and qpdf find as long as they say."""
FORMS = {"paper": render_pdf, "brief": render_brief, "flyer": render_flyer}


def faults(data: bytes, profile: str) -> list[str]:
    report = page.validate_pdf_bytes(data, profile=PROFILES[profile])
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures if failure.rule_id not in NOT_SO]


@pytest.fixture(scope="module", params=["mentor", "Ndi khou livhuwa, ḓivha ṅwana 👍 日本 שלום <b>&amp;"])
def printed(request):
    return {form: render(a_paper(request.param)) for form, render in FORMS.items()}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("form", FORMS)
def test_what_is_printed_is_accessible_and_lasts(printed, form, profile):
    assert faults(printed[form], profile) == []


@pytest.mark.parametrize("profile", PROFILES)
def test_a_file_that_does_not_conform_is_told(printed, profile):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed["flyer"])) as pdf:
        del pdf.Root.Metadata
        pdf.save(out)
    assert faults(out.getvalue(), profile)
