"""What stands in the documents of results beyond their shape."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kimcore.errors import NotFound
from kimcore.workspace import Workspace
from tests.workspace.registers import DEMO, OFFICE, ON, Sheets, profile, write_register


@pytest.fixture(scope="module")
def district() -> Iterator[Workspace]:
    """Return a workspace that holds the made-up district; tests only read it."""
    with Workspace.open("memory:", OFFICE) as workspace:
        workspace.take_in(DEMO)
        yield workspace


def taken(path: Path, sheets: Sheets) -> Workspace:
    """Return a workspace that has taken a made-up register in."""
    workspace = Workspace.open("memory:", OFFICE)
    workspace.take_in(write_register(path / "r.xlsx", sheets))
    return workspace


def test_a_number_that_is_denied_or_blank_is_null(tmp_path: Path) -> None:
    """Only a recorded community number is one."""
    rows = ("KIM Satu", "Desa A", "tidak ada"), ("KIM Dua", "Desa B", None), ("KIM Tiga", "Desa C", "007/K")
    with taken(tmp_path, profile(*rows)) as workspace:
        kims = workspace.assess(ON).to_document()["kims"]
    assert [k["community_number"] for k in kims] == [None, None, "007/K"]


@pytest.mark.clause("II.A.p4")
def test_a_decision_explains_itself(district: Workspace) -> None:
    """Every rule of every KIM has a reason in both languages, the values read and what is missing."""
    for assessment in district.assess(ON):
        for finding in assessment.judgement.explain():
            assert finding.reason.id
            assert finding.reason.en
            assert finding.reason.id != finding.reason.en
            assert bool(finding.missing) or finding.outcome.code != "unknown"


@pytest.mark.clause("II.B.4.legal.1", "II.B.4.statement")
def test_evidence_names_decree_statement_and_papers(tmp_path: Path) -> None:
    """A finding names the documents on which it rests, and none that is not there on the date."""
    headings = ("Nama Kelompok", "Nomor SK", "Tanggal SK", "Tanggal Surat Pernyataan", "Terlibat Pidana")
    review = ("Nama Kelompok", "Dasar (1–7)", "Tanggal Indikasi", "Temuan", "Tanggal Temuan", "Pejabat", "Bukti")
    sheets = profile(("KIM Satu", "Desa A"), ("KIM Dua", "Desa B")) | {
        "Kelembagaan": [
            headings,
            ("KIM Satu", "SK/7", "1 Januari 2025", "2 Februari 2025", "tidak"),
            ("KIM Dua", "SK/8", None, None, "tidak"),
        ],
        "Peninjauan": [
            review,
            ("KIM Satu", 4, "1 Maret 2026", "tidak terbukti", "1 April 2026", "Pejabat Rekaan", "BA/9"),
            ("KIM Satu", 6, "1 Maret 2026", None, None, None, None),
        ],
    }
    with taken(tmp_path, sheets) as workspace:
        early = workspace.explain("KIM Satu", date(2025, 2, 1)).to_document()["findings"]
        late = workspace.explain("KIM Satu", ON).to_document()["findings"]
        other = workspace.explain("KIM Dua", ON).to_document()["findings"]
    found = {f["rule"]: f["evidence"] for f in late}
    assert found["II.B.4.legal.1"] == ["SK SK/7, 1 Januari 2025"]
    assert found["II.B.4.admin.2"] == ["Surat pernyataan, 2 Februari 2025"]
    assert found["II.B.6.4"] == ["BA/9"]
    assert found["II.B.6.6"] == []
    assert {f["rule"]: f["evidence"] for f in early}["II.B.4.admin.2"] == []
    assert {f["rule"]: f["evidence"] for f in other}["II.B.4.legal.1"] == ["SK SK/8"]


def test_values_are_plain(district: Workspace) -> None:
    """Dates are in ISO form, answers are codes, tuples lists."""
    found = district.explain("KIM Anyelir", ON).to_document()["findings"]
    kinds = {type(v) for f in found for v in f["values"].values()}
    assert kinds <= {str, int, bool, list, type(None)}


@pytest.mark.clause("V.B.social", "V.B.social.instagram", "V.B.social.twitter")
def test_an_indicator_that_a_platform_lacks_is_absent(tmp_path: Path) -> None:
    """One that is not disclosed is null, one that Tabel 5.3 does not ask for is not there, none is 0 (R11)."""
    headings = ("Nama KIM", "Judul Konten", "Platform", "Akun", "Tanggal Tayang", "Link", "Tanggal Catat", "Like")
    rows = [("KIM Satu", "Konten", p, "@rekaan", "1 Mei 2026", f"https://example.org/{p}", "2 Mei 2026", None)
            for p in ("Instagram", "Twitter")]  # fmt: skip
    with taken(tmp_path, profile(("KIM Satu", "Desa A")) | {"Media Sosial": [headings, *rows]}) as workspace:
        social = {row["platform"]: row for row in workspace.monitor(until=ON).to_document()["social_media"]}
    assert social["instagram"]["values"]["like"] is None
    assert "retweet" not in social["instagram"]["values"]
    assert "retweet" in social["twitter"]["values"]
    assert "view" not in social["twitter"]["values"]
    assert not [v for row in social.values() for v in row["values"].values() if v == 0]


def test_a_platform_of_ones_own_is_text(tmp_path: Path) -> None:
    """What is none of the known platforms keeps the name that was typed."""
    sheets = profile(("KIM Satu", "Desa A", "1/K", "A", None, None, 50)) | {
        "Audiens": [
            ("Nama KIM", "Media", "Akun", "Tanggal Catat", "Pengikut/Peserta/Pengunjung"),
            ("KIM Satu", "Radio Rekaan", "107,9 FM", "1 Mei 2026", 300),
        ],
    }
    with taken(tmp_path, sheets) as workspace:
        (placement,) = workspace.map(ON).to_document()["placements"]
    (part,) = placement["figures"]["power"]["parts"]
    assert (part["platform"], part["value"], part["stale"]) == ("Radio Rekaan", 300, True)


def test_the_coverage_of_villages_is_in_the_document(district: Workspace) -> None:
    """With a directory: covered, total, share and the villages without a KIM; without one, nulls."""
    directory = [("99.01.01.1001", "Muaralaras"), ("99.01.99.2999", "Desa Tanpa")]
    found = district.monitor(until=ON, villages=directory).to_document()["villages"]
    assert (found["covered"], found["total"], found["share"]) == (1, 2, 0.5)
    assert found["uncovered"] == [{"code": "99.01.99.2999", "name": "Desa Tanpa"}]
    without = district.monitor(until=ON).to_document()["villages"]
    assert (without["covered"], without["total"], without["share"], without["uncovered"]) == (None, None, None, [])


def test_the_language_of_a_document_is_that_of_its_sentences(district: Workspace) -> None:
    """Reasons and labels are said in the language asked for; codes and keys are the same."""
    for id, en in (
        (district.map(ON).to_document("id"), district.map(ON).to_document("en")),
        (district.issues(ON).to_document("id"), district.issues(ON).to_document("en")),
        (district.monitor(until=ON).to_document("id"), district.monitor(until=ON).to_document("en")),
    ):
        assert id != en
        assert codes(id) == codes(en)


def codes(value: object) -> object:
    """Return a document without its sentences and labels."""
    said = {"reason", "label", "unit", "field", "sources", "recorded_in"}
    if isinstance(value, dict):
        return {k: codes(v) for k, v in value.items() if k not in said}
    return [codes(v) for v in value] if isinstance(value, list) else value


def test_several_kims_of_a_name_are_not_guessed(tmp_path: Path) -> None:
    """The error lists them."""
    with taken(tmp_path, profile(("KIM Sama", "Desa A"), ("KIM Sama", "Desa B"))) as workspace:
        with pytest.raises(NotFound, match=r"Desa A.*Desa B"):
            workspace.assess(ON)["KIM Sama"]
        assert workspace.assess(ON)["KIM Sama, Desa B"].kim.village == "Desa B"
