"""The page: what a browser and a reader of its markup find in it."""

import base64
import hashlib
import re
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kimcore.errors import MissingExtra
from kimcore.tables import Cell
from kimcore_plugins.reports import page as pages
from kimcore_plugins.reports.html import HtmlWriter
from kimcore_plugins.reports.page import render, say_cell
from tests.reports_plugins import made_up
from tests.reports_plugins.reading import Page

ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "div", "header", "h1", "h2", "h3", "dl", "dt", "dd", "nav",
    "ol", "ul", "li", "a", "span", "p", "main", "section", "figure", "table", "caption", "thead", "tbody", "tr",
    "th", "td", "time", "svg", "desc", "rect", "line", "text", "circle", "g",
}  # fmt: skip


@pytest.fixture(scope="module")
def usual() -> str:
    """The page of a usual report."""
    return render(made_up.report(), "id")


@pytest.fixture(scope="module")
def hostile() -> str:
    """The page of a report whose every text is hostile."""
    return render(made_up.hostile(), "id")


def test_file(tmp_path: Path, usual: str) -> None:
    """The writer writes the page as UTF-8."""
    HtmlWriter().write(made_up.report(), tmp_path / "r.html", "id")
    assert (tmp_path / "r.html").read_bytes() == usual.encode()


@pytest.mark.parametrize("language", ["id", "en"])
def test_language(language: str) -> None:
    """The page names its language and speaks it."""
    text = render(made_up.report(), language)  # type: ignore[arg-type]
    assert f'<html lang="{language}">' in text
    assert ("Daftar isi" in text) is (language == "id")
    assert ("About this report" in text) is (language == "en")


def test_tables_are_accessible(usual: str) -> None:
    """Each table has a caption, headings with a scope, a named row, and stands in a named, focusable region."""
    page = Page(usual)
    assert page.open == []
    assert len(page.named("caption")) == len(page.named("table")) == 4
    scopes = [attrs.get("scope") for attrs in page.named("th")]
    assert scopes.count("row") == 12 + 7 + 14
    regions = [attrs for attrs in page.named("div") if attrs.get("role") == "region"]
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    assert len(regions) == 4
    assert all(attrs["tabindex"] == "0" and attrs["aria-labelledby"] in ids for attrs in regions)


def test_contents_lead_somewhere(usual: str) -> None:
    """Every link leads to a place in the page, and no id stands twice."""
    page = Page(usual)
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert all((attrs["href"] or "").removeprefix("#") in ids for attrs in page.named("a"))


def test_warning_everywhere(usual: str) -> None:
    """The warning stands at the top, in each section, and in each heading that is repeated on paper."""
    sections = usual.split("<section")
    assert len(sections) == 5
    assert all(part.count(made_up.WARNING.id) >= 2 for part in sections[1:])
    assert '<div class="warning" role="note">' in sections[0]


def test_no_warning() -> None:
    """Without a warning none is shown."""
    assert 'class="warning"' not in render(made_up.report(warning=None), "id")


@pytest.mark.parametrize("name", ["usual", "hostile"])
def test_nothing_from_outside(name: str, request: pytest.FixtureRequest) -> None:
    """Nothing loads or runs: no such element or attribute, no address outside text, and a policy that forbids it."""
    text = request.getfixturevalue(name)
    page = Page(text)
    assert {tag for tag, _ in page.tags} <= ALLOWED
    for tag, attrs in page.tags:
        assert not {"src", "style", "srcset", "action", "data", "xlink:href"} & set(attrs), tag
        assert not [key for key in attrs if key.startswith("on")], tag
        assert all("://" not in (value or "") for value in attrs.values()), tag
        assert (attrs.get("href") or "#").startswith("#")
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    assert not re.search(r"@import|url\(|://", style[1])
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policies = [a["content"] for a in page.named("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    assert policies == [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"]


def test_hostile_text_is_only_text(hostile: str) -> None:
    """Markup in data is shown as it was typed; characters that no page holds are replaced."""
    page = Page(hostile)
    assert page.open == []
    for text in made_up.HOSTILE:
        if text.isprintable():
            assert text in page.text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", hostile)
    assert "x" * 40_000 in page.text


@pytest.mark.parametrize("rows", [0, 1, 1000])
def test_sizes(rows: int) -> None:
    """Reports without rows, with one and with a thousand hold each row once."""
    page = Page(render(made_up.report(rows, rows), "id"))
    assert page.open == []
    assert page.text.count("Dusun ") == rows
    assert ("Tidak ada yang dapat digambarkan." in page.text) is (rows == 0)


def test_unknown_is_neither_zero_nor_empty(usual: str) -> None:
    """An unknown is a dash that a screen reader says as unknown; a zero is 0."""
    cells = [text for kind, text in Page(usual).cells if kind == "td"]
    assert "–tidak diketahui" in cells
    assert "0" in cells
    assert "bukan nol" in usual


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (1234567, "1.234.567", "1,234,567"),
        (0, "0", "0"),
        (0.5, "0,5", "0.5"),
        (0.000123, "0,000123", "0.000123"),
        (Decimal("1234.50"), "1.234,5", "1,234.5"),
        (date(2024, 8, 1), "1 Agu 2024", "1 Aug 2024"),
        (None, "–", "–"),
        (float("inf"), "–", "–"),
        (True, "ya", "yes"),
        (made_up.Approach.PERSUADE, "persuasi", "persuade"),
        (("a", "b"), "a; b", "a; b"),
    ],
)
def test_cells_as_words(value: Cell, indonesian: str, english: str) -> None:
    """Numbers, dates, unknowns, terms and lists are said as each language says them."""
    assert (say_cell(value, "id").text, say_cell(value, "en").text) == (indonesian, english)


def test_dates_carry_their_iso_form(usual: str) -> None:
    """A date can be read by programs."""
    assert '<time datetime="2026-11-24">24 Nov 2026</time>' in usual


def test_map_is_described(usual: str) -> None:
    """The map has a title and a description for those who do not see it, labels, cut-offs and all numbers."""
    page = Page(usual)
    drawing = next(attrs for attrs in page.named("svg") if attrs.get("role") == "img")
    assert drawing["aria-labelledby"] == "c1-title c1-desc"
    map_text = usual[usual.index('<svg viewBox="0 0 860') : usual.index("</svg>")]
    for words in ("Persuasi", "Mitra", "Pemantauan", "Pembinaan", "batas 50", "batas 400", "Ketertarikan (0–100) →"):
        assert words in map_text
    assert re.findall(r'class="in"[^>]*>(\d+)<', map_text) == [str(n) for n in range(1, 15)]


@pytest.mark.parametrize("module", ["jinja2", "babel.dates"])
def test_missing_library(module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without jinja2 or Babel the error names the extra, and nothing is written."""
    pages.template.cache_clear()
    pages.say_date.cache_clear()
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra, match=r"kimcore\[report\]"):
        HtmlWriter().write(made_up.report(), tmp_path / "r.html", "id")
    assert list(tmp_path.iterdir()) == []


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb (WCAG 2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast() -> None:
    """White numbers on dots, and each text on its ground, have a contrast of at least 4.5."""
    style = pages.stylesheet("page.css")
    dots = re.findall(r"\.c\d \{ fill: (#\w{6})", style)
    assert len(dots) == 7
    pairs = [("#ffffff", dot) for dot in dots]
    pairs += [("#5c2b00", "#ffe08a"), ("#4a5560", "#e4e7eb"), ("#0b4f8a", "#f3f6f9"), ("#1f2933", "#f3f6f9")]
    assert all(contrast(*pair) >= 4.5 for pair in pairs)
