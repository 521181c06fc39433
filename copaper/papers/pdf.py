"""A paper as PDF: tagged for screen readers (PDF/UA-1) and made to last (PDF/A-3a) in one file.

WeasyPrint is given a fetcher that serves named assets and nothing else, so no template and
no text can make it read a file or ask the network.
"""

from __future__ import annotations

import base64
import hashlib
import io
import logging
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

import pikepdf

from copaper.errors import CouldNot
from copaper.papers import charts
from copaper.papers.html import TEMPLATES, render
from copaper.papers.printable import FONTS, MORE, plain, printable, rewritten
from copaper.records import Figure, Paper, Picture
from copaper.textclean import clean

if TYPE_CHECKING:
    from weasyprint import Page

_FAMILIES = (("Copaper Sans", "source-sans-3"), ("Copaper Serif", "source-serif-4"))
_FACES = (("400", "normal"), ("400", "italic"), ("600", "normal"), ("700", "normal"))
_UA_SCHEMA = """<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>"""


def render_pdf(paper: Paper) -> bytes:
    """Return the paper as PDF; the same paper always gives the same bytes.

    Raises :class:`~copaper.errors.CouldNot`: ``asset-refused`` when a template asks for
    anything outside its assets, ``missing-glyph`` when a character has no font.
    """
    data = print_pages(as_printed(paper), "paper.html.j2", "paper.css", identifier(paper))
    assert data is not None  # no limit was given
    return data


def as_printed(paper: Paper) -> Paper:
    """Return the paper with every text as the bundled fonts can show it."""
    return rewritten(paper, lambda text: printable(clean(text)[0]))


def identifier(paper: Paper, form: str = "") -> bytes:
    """Return what the file is known by: the same for the same paper in the same ``form``."""
    return hashlib.sha256((form + paper.to_json()).encode("utf-8", "surrogatepass")).digest()[:16]


def print_pages(paper: Paper, template: str, stylesheet: str, name: bytes, *, fits: Callable[[Sequence[Page]], bool] | None = None, **more: object) -> bytes | None:
    """Return ``paper`` (see :func:`as_printed`) printed by a template, or None when it does not
    fit its pages, of which ``fits`` tells; ``more`` is what else the template asks for."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    figures = {block.id: charts.svg(block) for block in paper.blocks if isinstance(block, Figure)}
    assets = {f"{id_}.svg": (svg.encode(), "image/svg+xml") for id_, svg in figures.items()}
    assets["copaper-charts.ttf"] = ((FONTS / "charts" / "copaper-charts.ttf").read_bytes(), "font/ttf")
    addresses = {id_: f"asset:{id_}.svg" for id_ in figures}
    for block in paper.blocks:
        if isinstance(block, Picture):
            assets[f"{block.id}.{block.format}"] = (base64.b64decode(block.data), f"image/{block.format}")
            addresses[block.id] = f"asset:{block.id}.{block.format}"
    fetcher = _fetcher(assets)
    html = render(template, paper, addresses, **more).replace(" …", "\u00a0…")  # three dots never stand on a line alone
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(
        string=_font_faces(html) + (TEMPLATES / stylesheet).read_text("utf-8"),
        font_config=fonts, url_fetcher=fetcher, base_url="asset:",
    )  # fmt: skip
    form = {"pdf_variant": "pdf/a-3a", "pdf_identifier": name, "pdf_tags": True}
    with _missing_glyphs() as missing:
        try:
            document = weasyprint.HTML(string=html, url_fetcher=fetcher, base_url="asset:").render(font_config=fonts, stylesheets=[sheet], **form)
            data = b"" if fits and not fits(document.pages) else document.write_pdf(**form)
        except BaseException as error:
            if fetcher.denied and type(error).__name__ == "FatalURLFetchingError":
                raise CouldNot("asset-refused", f"templates/{template}") from None
            raise
    if fetcher.denied:
        raise CouldNot("asset-refused", f"templates/{template}")
    if missing:
        raise CouldNot("missing-glyph", count=len(missing))
    return _also_accessible(data) if data else None


def _font_faces(html: str) -> str:
    """Return the fonts that ``html`` needs: unpacking one takes a tenth of a second."""
    subsets = [("latin", "")]
    if any(ord(char) not in plain() for char in set(html)):
        subsets.append(("latin-ext", " Ext"))
    faces = []
    for family, file in _FAMILIES:
        for subset, suffix in subsets:
            for weight, style in _FACES:
                name = f"{file}-{subset}-{weight}-{style}.woff2"
                if (FONTS / name).is_file():
                    faces.append(f'@font-face{{font-family:"{family}{suffix}";font-weight:{weight};font-style:{style};src:url(asset:{name})}}')
    if len(subsets) > 1:
        faces.append(f'@font-face{{font-family:"Copaper More";src:url(asset:{MORE}.woff2)}}')
    faces.append('@font-face{font-family:"Copaper Charts";src:url(asset:copaper-charts.ttf)}')
    return "\n".join(faces) + "\n"


@cache
def _unpacked(name: str) -> bytes:
    """Return a bundled font as TrueType: unpacking it for each document takes longer than many a page."""
    from fontTools.ttLib import TTFont

    out = io.BytesIO()
    with TTFont(FONTS / name, recalcTimestamp=False) as font:
        font.flavor = None
        font.save(out)
    return out.getvalue()


def _fetcher(assets: dict[str, tuple[bytes, str]]):
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    bundled = {file.name for file in FONTS.glob("*.woff2")}

    class Assets(URLFetcher):
        """Serves the bundled fonts and the named assets; remembers everything else that was asked for."""

        def __init__(self) -> None:
            super().__init__(allowed_protocols={"asset"}, allow_redirects=False)
            self.denied: list[str] = []

        def fetch(self, url, headers=None):
            found = re.fullmatch(r"asset:([A-Za-z0-9._-]+)", url)
            if found and found[1] in bundled:
                return URLFetcherResponse(url, _unpacked(found[1]), {"Content-Type": "font/ttf"})
            if not found or found[1] not in assets:
                self.denied.append("refused")
                raise FatalURLFetchingError("refused")
            data, kind = assets[found[1]]
            return URLFetcherResponse(url, data, {"Content-Type": kind})

    return Assets()


class _missing_glyphs(logging.Handler):
    """Collects WeasyPrint's complaints of characters without a font, while entered."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._found: list[int] = []

    def emit(self, record: logging.LogRecord) -> None:
        if ".notdef" in record.getMessage():
            self._found.append(record.lineno)

    def __enter__(self) -> list[int]:
        self._logger = logging.getLogger("weasyprint")
        self._propagates = self._logger.propagate
        self._logger.propagate = False
        self._logger.addHandler(self)
        return self._found

    def __exit__(self, *error) -> None:
        self._logger.removeHandler(self)
        self._logger.propagate = self._propagates


def _also_accessible(data: bytes) -> bytes:
    """Return a PDF/A file that is PDF/UA as well: says so in its metadata, every header cell of
    a table says what it heads, and every glyph has a character."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        metadata = pdf.Root.Metadata
        text = metadata.read_bytes().decode("utf-8")
        if "pdfuaid" not in text:
            text = text.replace("</rdf:RDF>", _UA_SCHEMA + "</rdf:RDF>")
            metadata.write(text.encode())
        for item in pdf.objects:
            if not isinstance(item, pikepdf.Dictionary):
                continue
            if isinstance(item.get("/ToUnicode"), pikepdf.Stream) and b"> <>" in (mapping := item.ToUnicode.read_bytes()):
                # A glyph that only joins others: WeasyPrint maps it to nothing, which the format has no word for.
                item.ToUnicode.write(mapping.replace(b"> <>", b"> <200b>"))
            if item.get("/S") == pikepdf.Name.TH:
                if isinstance(item.get("/A"), pikepdf.Dictionary):
                    item.A.Scope = pikepdf.Name.Column
                else:
                    item.A = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Column)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()
