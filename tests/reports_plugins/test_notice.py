"""The page of a notice: markup, safety, and that it fits on one sheet of A4."""

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kimcore.assessment import assess
from kimcore.community import Board, Decree, Documents, Identity, Kim, KimType
from kimcore.geography import RegionCode
from kimcore.plugins import PluginHost
from kimcore.reports import notice
from kimcore.rulebooks import rulebook
from kimcore.tables import Notice, NoticeItem, NoticePart
from kimcore.terms import LANGUAGES, Language, Text
from kimcore.testing import TODAY, a_case, a_kim, a_person, proven
from kimcore.values import DENIED, Answer
from kimcore_plugins.reports.html import HtmlWriter
from kimcore_plugins.reports.notice import render_notice
from tests.reports_plugins.reading import Page

ALLOWED = set(
    "html head meta title style body div header h1 h2 dl dt dd ul li span small p main section footer".split()
)
HOSTILE = "</style></title><script>alert(1)</script>\x00\u202e&amp;{{ 1 }}"
YES, NO = Answer.YES, Answer.NO


def noticed(kim: Kim) -> Notice:
    """Return the notice of a KIM."""
    return notice(assess(kim, rulebook().as_of(TODAY)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_its_language_and_is_well_formed(language: Language) -> None:
    """Only plain elements, all closed; the headline and the blanks to fill in stand in it."""
    found = noticed(a_kim())
    page = Page(render_notice(found, language))
    assert not page.open
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert page.named("html")[0]["lang"] == language
    assert found.headline.say(language) in page.text
    assert {"id": "Petugas", "en": "Officer"}[language] in page.text


def test_a_page_asks_nothing_of_the_outside_and_runs_nothing() -> None:
    """No address, script or handler; the policy allows the one style sheet."""
    page = Page(render_notice(noticed(a_kim())))
    names = {name for _, attrs in page.tags for name in attrs}
    assert names <= {"lang", "charset", "http-equiv", "content", "name", "class"}
    (policy,) = (m["content"] for m in page.named("meta") if m.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_hostile_text_is_text() -> None:
    """Every text of a notice is escaped, wherever it stands."""
    text = Text(HOSTILE, HOSTILE)
    part = NoticePart(
        heading=text, lead=text, items=(NoticeItem(text=text, detail=text, clause=HOSTILE),), blanks=(text,)
    )
    found = Notice(
        title=text,
        sender=text,
        particulars=((text, HOSTILE), (text, text)),
        headline=text,
        lead=text,
        parts=(part,),
        small=(text,),
        warning=text,
    )
    page = Page(render_notice(found))
    assert not page.open
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert "\x00" not in page.text
    assert page.text.count("<script>") == 17


def test_the_writer_writes_what_it_composes(tmp_path: Path) -> None:
    """The file holds the same bytes each time; the host gives the writer by its name."""
    found, writer = noticed(a_kim()), PluginHost().notice_writer("html")
    writer.write_notice(found, tmp_path / "n.html", "en")
    assert (
        (tmp_path / "n.html").read_bytes()
        == writer.compose_notice(found, "en")
        == HtmlWriter().compose_notice(found, "en")
    )


def in_every_way_bad() -> dict[str, Any]:
    """Return changes by which no condition is met."""
    answers = dict.fromkeys(("formed_by_community", "recognised", "active", "good_record", "first_hand"), NO)
    answers |= dict.fromkeys(("other_means", "resources", "information_function"), NO)
    answers |= dict.fromkeys(("criminal_case", "party_affiliation", "ngo_affiliation"), YES)
    decree = Decree(number="SK/1", issued=date(2024, 1, 1), until=date(2025, 1, 1), revoked=date(2024, 12, 1))
    return {
        "identity": Identity(
            name="Nama Panjang " * 20,
            village="W" * 300,
            subdistrict="Kecamatan " * 30,
            district_name="Kabupaten " * 40,
            community_number="1" * 300,
            type=KimType.B,
        ),
        "documents": Documents(decrees=(decree,), statement_signed=date(2024, 1, 1)),
        "board": Board(people=(a_person(civil_servant=YES),), stated=NO, acknowledged=NO),
        "profile__address": DENIED,
        "profile__phone": DENIED,
        "profile__email": DENIED,
        "profile__channels": DENIED,
        **{f"answers__{name}": value for name, value in answers.items()},
        "answers__villages_reached": 0,
    }


def worst() -> dict[str, Kim]:
    """Return the KIMs with most to tell, in each state that has a long notice."""
    bad = in_every_way_bad()
    every = tuple(a_case(n) for n in range(1, 8))
    ended = tuple(proven(n, date(2026, 11, n)) for n in range(1, 8))
    blank = Kim(id="k", office=RegionCode("99.01"), identity=Identity(name="N" * 300))
    return {
        "under review": a_kim(**bad, cases=every),
        "terminated": a_kim(**bad, cases=ended),
        "ineligible": a_kim(**bad | {"profile_term": None}),
        "undetermined": blank,
    }


Print = Callable[[Path], int]


@pytest.fixture
def pages_of(tmp_path: Path) -> Print:
    """Return a function that prints a page with Chromium and counts the sheets."""

    def count(page: Path) -> int:
        browser = next(b for b in ("chromium", "chromium-browser", "google-chrome", "chrome") if shutil.which(b))
        paper, profile = page.with_suffix(".pdf"), tmp_path / "profile"
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={profile}",
        ]
        command = [browser, *options, f"--print-to-pdf={paper}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return len(re.findall(rb"/Type\s*/Page\b(?!s)", paper.read_bytes()))

    return count


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["under review", "terminated", "ineligible", "undetermined"])
def test_the_longest_notice_is_one_sheet_of_a4(name: str, language: Language, tmp_path: Path, pages_of: Print) -> None:
    """However much there is to tell, and however long the names are, it prints on one page."""
    HtmlWriter().write_notice(noticed(worst()[name]), tmp_path / "n.html", language)
    assert pages_of(tmp_path / "n.html") == 1


@pytest.mark.browser
def test_two_sheets_are_counted_as_two(tmp_path: Path, pages_of: Print) -> None:
    """The count tells one sheet from more."""
    (tmp_path / "two.html").write_text("<p>1<p style='break-before: page'>2", "utf-8")
    assert pages_of(tmp_path / "two.html") == 2
