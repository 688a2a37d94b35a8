"""Erasing accounts and links that bear a person's name: from contents, figures, what imports kept, and backups."""

import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from kimcore.errors import NotFound
from kimcore.geography import RegionCode
from kimcore.media import Platform
from kimcore.monitoring import Indicator
from kimcore.ports import PairState
from kimcore.protection import Trace
from kimcore.results import CopyState
from kimcore.workspace import Workspace
from kimcore.workspace.collected import CollectedAccount, UnknownFigure, collected_id
from kimcore.workspace.records import Records
from tests.cli.conftest import Run, folder, kimcore
from tests.privacy.people import KIM, NAME, sheets
from tests.privacy.test_erasing import bytes_with
from tests.privacy.test_erasing_servers import cells_with
from tests.storage.databases import SERVERS, database
from tests.workspace.registers import OFFICE, dump, write_register

__all__ = ["folder", "kimcore"]

ACCOUNT, LINK = "@purnama_canarywati", "https://example.invalid/purnama_canarywati/1"
GIVEN = (ACCOUNT.upper(), LINK)
HANDLE = "purnama_canarywati"
TODAY = date(2026, 11, 24)
AUDIENCE = ("Nama KIM", "Media", "Akun", "Tanggal Catat", "Pengikut/Peserta/Pengunjung")
CONTENT = ("Nama KIM", "Judul Konten", "Platform", "Akun", "Tanggal Tayang", "Link", "Tanggal Catat", "Like", "View")


def register(folder: Path, *, like: int, account: str = ACCOUNT) -> Path:
    """Write a register in which an account and a link bear the person's name, and a content is known by its account."""
    audience: list[Sequence[Any]] = [
        AUDIENCE,
        (KIM, "Instagram", account, date(2026, 11, 1), 120),
        ("KIM Lain", "Instagram", "@kimlain", date(2026, 11, 1), 70),
    ]
    contents: list[Sequence[Any]] = [
        CONTENT,
        (KIM, "Satu", "Instagram", account, date(2026, 10, 1), LINK, date(2026, 11, 1), like, 90),
        (KIM, "Dua", "Instagram", account, date(2026, 10, 2), None, date(2026, 11, 1), like + 1, 80),
        ("KIM Lain", "Tiga", "Instagram", "@kimlain", date(2026, 10, 3), "https://example.invalid/3", TODAY, 5, 6),
    ]
    return write_register(folder / f"r{like}.xlsx", sheets() | {"Audiens": audience, "Media Sosial": contents})


def fill(workspace: Workspace, folder: Path) -> Workspace:
    """Take two registers in, the second of which corrects figures, and note what a platform did not tell."""
    for like, account in ((3, ACCOUNT), (4, "@Purnama_Canarywati")):
        workspace.take_in(register(folder, like=like, account=account))
    kim = workspace.kims()[0].id
    untold = UnknownFigure(content=LINK, indicator=Indicator.LIKE, state=PairState.HIDDEN)
    made = CollectedAccount(
        kim=kim, platform=Platform.INSTAGRAM, account=ACCOUNT, provider="made-up", on=TODAY, unknown=(untold,)
    )
    with workspace.ledger.unit("made up") as unit:
        Records(unit, workspace.office).put("collected", collected_id(kim, Platform.INSTAGRAM, ACCOUNT), made, 0)
        unit.commit()
    return workspace


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """Give an office in a file."""
    with Workspace.open(f"sqlite:///{tmp_path / 'kimcore.db'}", OFFICE) as workspace:
        yield fill(workspace, tmp_path)


def figures(workspace: Workspace) -> list[tuple[object, ...]]:
    """Return every record of every figure but for the names of its account and content."""
    with workspace.storage.unit_of_work() as unit:
        rows = [(r.kim, r.indicator, r.observed, r.value, r.sequence, r.entry) for r in unit.history()]
    return sorted(rows, key=repr)


def scores(workspace: Workspace) -> list[object]:
    """Return how much contents and figures say of each KIM."""
    found = ((p.subject.id, p.subject.scores) for p in workspace.map(TODAY))
    return [(id, s.power.value, s.influence.value) for id, s in found]


def test_no_byte_of_account_and_link_is_left(office: Workspace, tmp_path: Path) -> None:
    """In no file of the store and of its backups; both are sound, and what the figures say is as before."""
    copy = office.back_up(tmp_path / "copy.db")
    before, said = figures(office), scores(office)
    assert bytes_with(tmp_path, HANDLE)
    assert any(place.trace is Trace.LEFT for place in office.person(NAME))
    done = office.erase(NAME, accounts=GIVEN)
    assert bytes_with(tmp_path, HANDLE, NAME) == []
    assert done.is_whole
    assert (figures(office), scores(office)) == (before, said)
    with Workspace.open(f"sqlite:///{copy}") as restored:
        assert office.verify().is_sound
        assert restored.verify().is_sound
        assert figures(restored) == before
        assert names_in(restored) == names_in(office)


def names_in(workspace: Workspace) -> set[tuple[str, str]]:
    """Return accounts and contents of all figures."""
    with workspace.storage.unit_of_work() as unit:
        return {(row.account, row.content) for row in unit.history()}


def test_contents_and_figures_still_belong_together(office: Workspace) -> None:
    """Each figure of a content bears its key, each account is one, and what was not told stands under it."""
    office.erase(NAME, accounts=GIVEN)
    with office.storage.unit_of_work() as unit:
        records = Records(unit, office.office)
        contents = {stored.entity.key: stored.entity for stored in records.contents().values()}
        rows = list(records.observations())
        (untold,) = (stored.entity for _, stored in records.all("collected", CollectedAccount))
    assert {row.content for row in rows if row.content and row.value is not None} == set(contents)
    (account,) = {row.account for row in rows if row.kim == untold.kim}
    (link,) = {c.link for c in contents.values() if c.link and c.kim == untold.kim}
    assert (untold.account, untold.unknown[0].content) == (account, link)
    assert account.startswith("p-")
    assert {c.account for c in contents.values()} == {account, "@kimlain"}


def test_an_import_can_still_be_taken_back(office: Workspace) -> None:
    """Step by step, and nothing of the person comes back."""
    office.erase(NAME, accounts=GIVEN)
    office.undo_import()
    assert office.verify().is_sound
    assert HANDLE not in repr(dump(office.storage)).casefold()
    office.undo_import()
    assert office.kims() == ()


def test_figures_of_a_content_that_is_gone_are_renamed(office: Workspace, tmp_path: Path) -> None:
    """A content was withdrawn and what the import wrote over is kept no more: its key still bears the account."""
    office.take_in(write_register(tmp_path / "empty.xlsx", sheets() | {"Media Sosial": [CONTENT, ("KIM Lain",)]}))
    office.take_in(register(tmp_path, like=9, account="@other"))
    with office.ledger.unit("made up") as unit:
        for undo in list(unit.documents("undo")):
            unit.remove("undo", undo.id, expected=undo.revision)
        unit.commit()
    assert f"instagram|{ACCOUNT}|Dua|2026-10-02" in {content for _, content in names_in(office)}
    office.erase(NAME, accounts=GIVEN)
    assert [pair for pair in names_in(office) if HANDLE in "".join(pair)] == []
    assert office.verify().is_sound


@pytest.mark.parametrize("given", [("@purnama",), (ACCOUNT, "https://example.invalid/PURNAMA_canarywati/1")])
def test_what_stands_nowhere_is_refused(office: Workspace, given: tuple[str, ...]) -> None:
    """A link is compared letter by letter; nothing is erased then, and the error does not repeat what was given."""
    before = dump(office.storage)
    with pytest.raises(NotFound) as caught:
        office.erase(NAME, accounts=given)
    assert caught.value.code == "address_unknown"
    assert "purnama" not in f"{caught.value.en}{caught.value.id}".casefold()
    assert dump(office.storage) == before


def test_a_dry_run_tells_and_changes_nothing(office: Workspace) -> None:
    """It lists the places that would be erased."""
    before = dump(office.storage)
    tried = office.erase(NAME, accounts=GIVEN, dry_run=True)
    assert {p.kind for p in tried if p.value.casefold() in (ACCOUNT, LINK) and p.trace is Trace.ERASED} == {
        "content", "observation", "collected",
    }  # fmt: skip
    assert tried.left == ()
    assert dump(office.storage) == before


def test_a_backup_that_comes_back_is_cleaned_by_a_second_erasure(office: Workspace, tmp_path: Path) -> None:
    """The account stands nowhere in the store any more, and is looked for in the backup."""
    copy = office.back_up(tmp_path / "copy.db")
    shutil.move(copy, tmp_path / "elsewhere")
    office.erase(NAME, accounts=GIVEN)
    shutil.move(tmp_path / "elsewhere", copy)
    assert office.erase(NAME, accounts=GIVEN).is_whole
    assert bytes_with(tmp_path, HANDLE) == []


def test_another_office_keeps_its_accounts(office: Workspace) -> None:
    """Whose account of the same name it is, is for that office to say."""
    other = Workspace(office.storage, RegionCode("99.02"), clock=office.clock)
    with other.ledger.unit("made up") as unit:
        rows = list(unit.observations(office=OFFICE))
        unit.observe(evolve(row, office="99.02", kim=f"other {row.kim}") for row in rows)
        unit.commit()
    office.erase(NAME, accounts=GIVEN)
    with office.storage.unit_of_work() as unit:
        accounts = {row.account.casefold() for row in unit.history("99.02")}
    assert ACCOUNT in accounts
    assert office.verify().is_sound


@pytest.mark.server
@pytest.mark.parametrize("server", SERVERS)
def test_no_cell_on_a_server_holds_them(server: str, tmp_path: Path) -> None:
    """No column of any table, and the audit log is sound."""
    with database(server) as url, Workspace.open(url, OFFICE) as workspace:
        fill(workspace, tmp_path)
        assert "kimcore_observations.account" in cells_with(url, HANDLE)
        done = workspace.erase(NAME, accounts=GIVEN)
        assert cells_with(url, HANDLE, NAME) == set()
        assert workspace.verify().is_sound
        assert (done.left, [one.state for one in done.files]) == ((), [CopyState.SERVER])


def test_the_command_takes_accounts(kimcore: Run, folder: Path) -> None:
    """`--account` may be repeated; what is erased is listed without what stood there."""
    with Workspace.open(f"sqlite:///{folder / 'kimcore.db'}", OFFICE) as workspace:
        fill(workspace, folder)
    assert kimcore("erase", NAME, "--dry-run").code == 1
    ran = kimcore("erase", NAME, "--account", ACCOUNT, "--account", LINK, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert {place["trace"] for place in ran.json["places"] if place["kind"] == "observation"} == {"erased"}
    assert HANDLE not in ran.out
    again = kimcore("erase", NAME, "--account", "@nobody", "--lang", "en")
    assert again.code == 2
    assert "[address_unknown]" in again.err


def test_an_account_is_erased_in_a_second_step(office: Workspace) -> None:
    """After an erasure that told it as left; one that stands nowhere is told then, too."""
    left = {place.kind for place in office.erase(NAME).left}
    assert {"content", "observation"} <= left
    assert office.erase(NAME, accounts=GIVEN).is_whole
    with pytest.raises(NotFound):
        office.erase(NAME, accounts=("@nobody",))
