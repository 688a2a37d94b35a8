"""Erasure: out of every record, the files and the known backups; the chain stays valid, the KIM stays."""

import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kimcore.community import PartnershipTerm
from kimcore.errors import NotFound
from kimcore.ledger import Action
from kimcore.monitoring import Content
from kimcore.plugins import PluginHost
from kimcore.protection import ERASED, Eraser, Trace, Traces
from kimcore.results import CopyState
from kimcore.testing import a_kim, a_person, a_workspace, an_issue, changed
from kimcore.testing.builders import TODAY, a_term
from kimcore.values import Answer, Outcome
from kimcore.workspace import Workspace
from tests.privacy.people import KIM, NAME, TRACES, register, sheets
from tests.workspace.registers import write_register


@pytest.fixture
def office(tmp_path: Path, stored: Path) -> Iterator[Workspace]:
    """Return an office in a file whose records name a person everywhere."""
    shutil.copyfile(stored, tmp_path / "kimcore.db")
    with Workspace.open(f"sqlite:///{tmp_path / 'kimcore.db'}") as workspace:
        yield workspace


def bytes_with(folder: Path, *traces: str) -> list[str]:
    """Return the store's files and backups in which a trace stands, in UTF-8 or as JSON escapes it."""
    files = [p for p in folder.rglob("*") if p.is_file() and ".db" in p.name]
    return [f"{p.name}: {t}" for p in files for t in traces if t.casefold().encode() in p.read_bytes().lower()]


def test_the_person_stood_everywhere(office: Workspace) -> None:
    """What the other tests rest on: all kinds of records are among the places."""
    kinds = {place.kind for place in office.person(NAME)}
    assert kinds == {"kim", "issue", "decision", "import", "undo", "request", "website"}


def test_no_byte_of_the_person_is_left_in_the_files(office: Workspace, tmp_path: Path) -> None:
    """The SQLite file, its -wal and the backups hold neither name nor phone, e-mail, address; all are sound."""
    copy = office.back_up(tmp_path / "copy.db")
    traces = (*TRACES, "0811-7777-8888")
    before = {line.partition(":")[0].removesuffix("-wal") for line in bytes_with(tmp_path, *traces)}
    assert before == {"kimcore.db", "copy.db"}
    done = office.erase(NAME)
    assert bytes_with(tmp_path, *traces) == []
    assert [one.state for one in done.files] == [CopyState.CLEAN, CopyState.CLEAN]
    assert done.is_whole
    assert office.verify().is_sound
    with Workspace.open(f"sqlite:///{copy}") as restored:
        assert restored.verify().is_sound
        assert [k.name for k in restored.kims()] == [k.name for k in office.kims()]


def test_the_kim_and_what_is_not_personal_stay(office: Workspace) -> None:
    """Decree, type, the other officer, role and number of officers, the conclusion of the case."""
    before = office.kims()[0]
    office.erase(NAME)
    after = office.kims()[0]
    assert (after.identity, after.documents, after.answers) == (before.identity, before.documents, before.answers)
    first, second = after.board.people
    assert (first.name, first.role, first.is_officer) == (ERASED, "Ketua", True)
    assert second == before.board.people[1]
    assert after.cases[0].concluded_on(TODAY) is before.cases[0].concluded_on(TODAY)


def test_a_rule_sees_an_erased_person_as_unknown() -> None:
    """Whether the officer is a civil servant is unknown then: never no, which nobody has said."""
    workspace = a_workspace(a_kim(board__people=(a_person(NAME),), board__stated=Answer.UNKNOWN))
    before = workspace.explain("kim-1").assessment.judgement
    workspace.erase(NAME)
    after = workspace.explain("kim-1").assessment.judgement
    assert before["II.B.4.admin.1"] is Outcome.MET
    assert after["II.B.4.admin.1"] is Outcome.UNKNOWN
    assert after["II.B.3.d"] is Outcome.MET


def test_an_erased_contact_is_unknown() -> None:
    """No phone and no e-mail are recorded then; nobody denied that there are any."""
    workspace = a_workspace(a_kim())
    workspace.erase("Made-Up Contact")
    judgement = workspace.explain("kim-1").assessment.judgement
    assert judgement["II.B.5.a"] is Outcome.UNKNOWN


def test_a_dry_run_stores_nothing(office: Workspace) -> None:
    """It lists the same places."""
    tried = office.erase(NAME, dry_run=True)
    assert tried.files == ()
    assert len(office.person(NAME)) == len(tried)
    assert office.erase(NAME).rows == tried.rows


def test_the_audit_log_names_the_pseudonym_alone(office: Workspace) -> None:
    """Who was erased can be told by who knows the name and has the key, and by nobody else."""
    done = office.erase(NAME)
    rows = [row for _, row in office.audit() if row.action is Action.ERASE]
    assert [(row.kind, row.id, row.count) for row in rows] == [("person", done.pseudonym, len(done))]
    assert all(trace not in repr(office.audit().rows) for trace in TRACES)


def test_the_result_repeats_no_value(office: Workspace) -> None:
    """Neither document, table nor repr."""
    done = office.erase(NAME)
    shown = f"{done!r}{done.rows!r}{done.to_document()}{done.table()}"
    assert [trace for trace in TRACES if trace in shown] == []


def test_a_second_erasure_cleans_the_files_again(office: Workspace, tmp_path: Path) -> None:
    """Nothing is held any more, but a backup may have come back to its place since."""
    copy = office.back_up(tmp_path / "copy.db")
    shutil.move(copy, tmp_path / "elsewhere.db")
    office.erase(NAME)
    shutil.move(tmp_path / "elsewhere.db", copy)
    again = office.erase(NAME)
    assert (again.rows, again.is_whole) == ((), True)
    assert bytes_with(tmp_path, *TRACES) == []
    with pytest.raises(NotFound):
        office.erase(NAME, dry_run=True)


def test_a_person_of_whom_nothing_is_held_is_refused(office: Workspace) -> None:
    """The error does not repeat the name."""
    with pytest.raises(NotFound) as caught:
        office.erase("Tak Seorang Pun")
    assert caught.value.code == "person_unknown"
    assert "Tak Seorang Pun" not in caught.value.en + caught.value.id


def test_a_pseudonym_names_a_person_too(office: Workspace) -> None:
    """As it stands in an export of the same store; one of another store names nobody."""
    pseudonym = office.person(NAME).pseudonym
    assert office.person(pseudonym).rows == office.person(NAME).rows
    with pytest.raises(NotFound):
        office.person("p-0000000000000000")


def test_an_import_can_still_be_taken_back(tmp_path: Path) -> None:
    """What stood before it comes back without the person."""
    with Workspace.open("memory:", "99.01") as workspace:
        workspace.take_in(register(tmp_path))
        workspace.take_in(register(tmp_path, phone="0811-7777-8888"))
        workspace.erase(NAME)
        workspace.undo_import()
        with pytest.raises(NotFound):
            workspace.person(NAME)
        assert [k.name for k in workspace.kims()] == [KIM, "KIM Lain"]
        workspace.undo_import()
        assert workspace.kims() == ()


def test_namesakes_are_left_alone_where_a_kim_is_named() -> None:
    """The same name in another KIM may be another person."""
    kims = [a_kim(id=f"kim-{n}", identity__name=f"KIM {n}", identity__community_number=f"{n}",
                  board__people=(a_person(NAME),)) for n in (1, 2)]  # fmt: skip
    workspace = a_workspace(*kims)
    assert {place.kim for place in workspace.person(NAME)} == {"kim-1", "kim-2"}
    workspace.erase(NAME, kim="KIM 1")
    assert [k.board.people[0].name for k in workspace.kims()] == [ERASED, NAME]


def test_a_merged_record_is_reached(tmp_path: Path) -> None:
    """The record of a merge keeps the second KIM as it was: without the person after an erasure."""
    with Workspace.open(f"sqlite:///{tmp_path / 'kimcore.db'}", "99.01") as workspace:
        workspace.take_in(register(tmp_path))
        workspace.merge("KIM Lain", KIM)
        workspace.erase(NAME)
        assert workspace.verify().is_sound
    assert bytes_with(tmp_path, *TRACES) == []


def test_a_backup_that_was_moved_is_told(office: Workspace, tmp_path: Path) -> None:
    """It cannot be reached: the result says so and is not whole."""
    shutil.move(office.back_up(tmp_path / "copy.db"), tmp_path / "elsewhere.db")
    done = office.erase(NAME)
    assert [one.state for one in done.files] == [CopyState.CLEAN, CopyState.MISSING]
    assert not done.is_whole
    assert {line.partition(":")[0] for line in bytes_with(tmp_path, *TRACES)} == {"elsewhere.db"}


def test_a_file_in_the_place_of_a_backup_is_left_alone(office: Workspace, tmp_path: Path) -> None:
    """What is no store any more is not touched."""
    copy = office.back_up(tmp_path / "copy.db")
    copy.write_bytes(b"a letter")
    done = office.erase(NAME)
    assert done.files[1].state is CopyState.FAILED
    assert copy.read_bytes() == b"a letter"


def test_a_store_in_use_is_erased_and_its_bytes_are_told(office: Workspace, tmp_path: Path) -> None:
    """While another program reads, the records are clean, the file is not yet: it says so, and may be repeated."""
    with PluginHost().open_storage(f"sqlite:///{tmp_path / 'kimcore.db'}").unit_of_work() as reader:
        list(reader.documents("kim"))
        office.storage.timeout = 0.1  # type: ignore[attr-defined]
        done = office.erase(NAME)
    assert done.files[0].state is CopyState.LOCKED
    with pytest.raises(NotFound):
        office.person(NAME)
    assert office.erase(NAME).files[0].state is CopyState.CLEAN
    assert bytes_with(tmp_path, *TRACES) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kata Purnama  CANARYWATI kemarin", f"kata {ERASED} kemarin"),
        ("telepon 08112222-3333.", f"telepon {ERASED}."),
        ("telepon 0811 2222 3333 4", "telepon " + ERASED + " 4"),
        ("Purnama Canarywatiana", "Purnama Canarywatiana"),
        ("x08112222 3333", "x08112222 3333"),
    ],
)
def test_a_text_is_cleared_of_name_and_number(text: str, expected: str) -> None:
    """In any case and grouping, as whole words alone."""
    assert Traces(NAME, frozenset({"0811-2222-3333"})).redacted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@purnama_canarywati", True),
        ("PurnamaCanarywati88", True),
        ("kim.purnama-canarywati", True),
        ("https://www.instagram.com/p/abc?by=Purnama%20Canarywati", True),
        ("https://example.invalid/purnamacanarywati/1", True),
        ("@purnama", False),
        ("@purnamacanarywatiana", False),
        ("@sipurnamacanarywati", False),
        ("@canarywati_purnama", False),
        ("", False),
    ],
)
def test_a_name_is_found_in_an_account_or_link(text: str, expected: bool) -> None:
    """Its words in one or joined by signs, with digits behind them; a part of a longer word is another name."""
    assert Traces(NAME).are_in_address(text) is expected
    assert not any(Traces(name).are_in_address("@purnama_canarywati") for name in ("? ?", "? -"))


def test_a_name_joined_by_signs_is_taken_out_of_a_text() -> None:
    """A handle in a text that may be changed goes as the name does; words in one may be another word, as `analisa`."""
    assert Traces("Ana Lisa").redacted("ikuti @ana_lisa dan ana.lisa: analisa isu") == (
        f"ikuti @{ERASED} dan {ERASED}: analisa isu"
    )


def test_an_account_that_bears_the_name_is_told(tmp_path: Path) -> None:
    """In contents and in figures, which are appended only: the erasure says that it is left, and is not whole."""
    figures: list[Sequence[Any]] = [
        ("Nama KIM", "Media", "Akun", "Tanggal Catat", "Pengikut/Peserta/Pengunjung"),
        (KIM, "Instagram", "@purnama_canarywati", date(2026, 11, 1), 120),
    ]
    with Workspace.open(f"sqlite:///{tmp_path / 'kimcore.db'}", "99.01") as workspace:
        workspace.take_in(write_register(tmp_path / "register.xlsx", sheets() | {"Audiens": figures}))
        done = workspace.erase(NAME)
        left = {(place.kind, place.path, place.value) for place in done.left}
        assert ("observation", "account", "@purnama_canarywati") in left
        assert not done.is_whole


def places(record: object, name: str) -> dict[str, Trace]:
    """Return the places where a record names a person."""
    eraser = Eraser(Traces(name))
    eraser.without(record)  # type: ignore[type-var]
    return {place.path: place.trace for place in eraser.places}


def test_what_a_kim_or_a_content_is_known_by_is_left_and_told() -> None:
    """Their names are keys: to change them is for a person to decide."""
    kim = a_kim(identity__name=f"KIM {NAME}")
    assert places(kim, NAME) == {"identity.name": Trace.LEFT}
    content = Content(kim="kim-1", platform="Threads", account=NAME, title=f"Wawancara {NAME}")
    assert set(places(content, NAME).values()) == {Trace.LEFT}


def test_one_word_is_taken_out_of_personal_fields_alone() -> None:
    """A single word may be anything in a text: there it is left and told."""
    issue = an_issue(involved="Melati dan warga", background="Pasar Melati")
    assert places(issue, "Melati") == {"involved": Trace.REDACTED, "background": Trace.LEFT}
    term = PartnershipTerm(period=a_term().period, programme="Kampung Melati")
    assert places(changed(a_kim(), {"terms": (term,)}), "Melati") == {"terms.programme": Trace.LEFT}


def test_a_longer_name_is_another_person() -> None:
    """It is left, and told as a near one."""
    kim = a_kim(board__people=(a_person("Ani Contoh Baru"),))
    assert places(kim, "Ani Contoh") == {"board.people.name": Trace.LEFT}
