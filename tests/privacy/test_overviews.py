"""What a province, ministries and the public see of districts: counts, no person; ministries a list (I.A.2, I.A.5)."""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from kimcore.affairs import Affair
from kimcore.approvals import ApprovalKind, WebsiteApproval
from kimcore.community import Kim, KimType
from kimcore.errors import InvalidValue
from kimcore.geography import RegionCode
from kimcore.protection import MASKED
from kimcore.reports import Audience
from kimcore.tables import Cell, Table
from kimcore.terms import say
from kimcore.testing import a_kim, a_person, a_workspace
from kimcore.testing.builders import TODAY
from kimcore.values import DENIED
from kimcore.workspace import Workspace
from kimcore.workspace.records import OfficeRecord, Records
from tests.privacy.people import NAME
from tests.workspace.registers import dump

AUDIENCES = [a for a in Audience if a is not Audience.OFFICE]
PERSONS = ("Made-Up", "0800-000-111", "example.invalid", "Jalan Contoh", NAME)


def kims(office: str, type_a: int, type_b: int) -> list[Kim]:
    """Return KIMs of an office; the first of type B works in another field than the others."""
    kinds = [KimType.A] * type_a + [KimType.B] * type_b
    return [
        a_kim(id=f"{office}-{n:04d}", office=RegionCode(office), identity__name=f"KIM Contoh {n}", identity__type=kind,
              profile__fields=(Affair.HEALTH if kind is KimType.B else Affair.TOURISM,))
        for n, kind in enumerate(kinds)
    ]  # fmt: skip


def put(workspace: Workspace, office: str, found: list[Kim]) -> None:
    """Store KIMs under their office."""
    with workspace.ledger.unit("made up") as unit:
        records = Records(unit, RegionCode(office))
        records.put("office", office, OfficeRecord(code=RegionCode(office)), 0)
        for kim in found:
            records.put("kim", kim.id, kim, 0)
        unit.commit()


@pytest.fixture
def province() -> Iterator[Workspace]:
    """Return the office of a made-up province; another province is in the store too."""
    with a_workspace(office=RegionCode("99")) as workspace:
        for office, type_a, type_b in (("99.01", 12, 6), ("99.02", 9, 2), ("99.03", 3, 0), ("98.01", 30, 0)):
            put(workspace, office, kims(office, type_a, type_b))
        yield workspace


def words(table: Table) -> list[list[object]]:
    """Return the rows of a table as a person reads them."""
    return [[cell if cell is None or isinstance(cell, int) else said(cell) for cell in row] for row in table.rows]


def said(cell: Cell) -> str:
    """Return a cell as a person reads it, its lines beside each other."""
    return "; ".join(map(say, cell)) if isinstance(cell, tuple) else say(cell)


def table(workspace: Workspace, audience: Audience, key: str) -> list[list[object]]:
    """Return the rows of one table of an audience."""
    (found,) = (t for t in workspace.overview(audience).tables() if t.key == key)
    return words(found)


@pytest.mark.clause("I.A.2")
def test_a_province_sees_its_districts(province: Workspace) -> None:
    """Each district of it that is in the store, and no other; small counts are withheld."""
    assert table(province, Audience.PROVINCE, "types") == [
        ["99.01", 18, 12, "disamarkan", "<5"],
        ["99.02", 11, 9, "<5", "<5"],
        ["99.03", "<5", "<5", "<5", "<5"],
    ]


@pytest.mark.clause("I.A.2")
def test_a_province_sees_conditions_partnerships_and_mapping(province: Workspace) -> None:
    """Statuses, states, quadrants, coverage of villages, overdue requests, approvals: what it has to look after."""
    keys = [t.key for t in province.overview(Audience.PROVINCE).tables()]
    assert keys == ["types", "statuses", "states", "positions", "supervision", "affairs"]
    assert table(province, Audience.PROVINCE, "statuses")[1][:2] == ["99.02", 11]


@pytest.mark.clause("I.A.1", "I.A.2")
def test_a_province_sees_overdue_requests_and_approvals() -> None:
    """Five overdue requests are told; the state of the newest request to administer a website."""
    workspace = a_workspace(*kims("99.01", 5, 0))
    put(workspace, "99.01", [])
    for number in range(5):
        workspace.add_request("access", f"{NAME} {number}", received="2026-11-01T00:00+07:00")
    made = workspace.ask_for_website("kim.example.invalid", NAME, on=TODAY)
    letter = WebsiteApproval(kind=ApprovalKind.APPROVE, on=TODAY, by=NAME, evidence="surat no. 1")
    workspace.decide_website(made.id, letter)
    assert table(workspace, Audience.PROVINCE, "supervision") == [["99.01", None, None, 5, "disetujui"]]


@pytest.mark.clause("I.A.5")
def test_ministries_see_categories(province: Workspace) -> None:
    """How many KIMs work in a field, by type and by district."""
    assert table(province, Audience.KL, "affairs") == [
        ["Kesehatan", 8, "<5", "disamarkan", "<5"],
        ["Pariwisata", 24, "disamarkan", "<5", "<5"],
    ]
    assert table(province, Audience.KL, "affairs_places") == [
        ["Kesehatan", 8, 6, "<5", "<5"],
        ["Pariwisata", 24, 12, "disamarkan", "<5"],
    ]


@pytest.mark.clause("I.A.5")
def test_ministries_find_kims_by_category(province: Workspace) -> None:
    """Each KIM of the districts once, by field, with type, kinds of media and place; no other province's."""
    view = province.overview(Audience.KL)
    rows = words(view.table())
    assert len(rows) == len(view.listed) == 32
    assert rows[0] == ["Kesehatan", "KIM Contoh 12", "Tipe B", "media sosial", "Desa Contoh", None, "99.01"]
    assert [row[0] for row in rows] == ["Kesehatan"] * 8 + ["Pariwisata"] * 24
    assert {row[6] for row in rows} == {"99.01", "99.02", "99.03"}
    assert view.to_document()["listed"][0] == {
        "name": "KIM Contoh 0", "type": "A", "affairs": ["3.26"], "media": ["social"], "office": "99.01",
        "subdistrict": "", "village": "Desa Contoh",
    }  # fmt: skip
    assert province.compose(audience="kl").tables[0] == view.table()


@pytest.mark.clause("I.A.5")
def test_a_category_that_is_not_recorded_stands_last() -> None:
    """A field that is none of the 32 affairs behind those that are; what is not recorded is empty."""
    fields = ((), ("Robotika", Affair.HEALTH), (Affair.TOURISM,))
    kims = [a_kim(id=f"k{n}", identity__name=f"KIM {n}", profile__fields=found, profile__channels=DENIED if n else (),
                  identity__type=None, identity__village=None) for n, found in enumerate(fields)]  # fmt: skip
    workspace = a_workspace(*kims)
    put(workspace, "99.01", [])
    rows = words(workspace.overview("kl").table())
    assert [row[1] for row in rows] == ["KIM 2", "KIM 1", "KIM 0"]
    assert [row[2:6] for row in rows] == [[None] * 4] * 3
    assert rows[1][0] == "Robotika; Kesehatan"


@pytest.mark.clause("I.A.5")
def test_a_person_in_the_name_of_a_kim_is_masked() -> None:
    """A KIM that is named after its officer is found by its category, and its officer is not."""
    kim = a_kim(identity__name=f"KIM {NAME}", profile__fields=(f"tari {NAME}",), board__people=(a_person(NAME),))
    workspace = a_workspace(kim)
    put(workspace, "99.01", [])
    (found,) = workspace.overview("kl").listed
    assert (found.name, found.affairs) == (f"KIM {MASKED}", (f"tari {MASKED}",))


@pytest.mark.clause("I.A.2", "I.A.5")
@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_person_is_shown(province: Workspace, audience: Audience) -> None:
    """Neither in the document nor in the report nor in a repr; a KIM is named to ministries alone."""
    view = province.overview(audience)
    shown = f"{json.dumps(view.to_document())}{province.compose(audience=audience)!r}"
    assert [trace for trace in PERSONS if trace in f"{shown}{view!r}"] == []
    assert ("KIM Contoh" in shown) is (audience is Audience.KL)
    assert "KIM Contoh" not in repr(view)


@pytest.mark.clause("I.A.5")
def test_ministries_are_not_told_who_fulfils_conditions(province: Workspace) -> None:
    """A judgement could tell of a criminal case: the list has neither status nor partnership."""
    assert [c.key for c in province.overview("kl").table().columns] == [
        "affairs", "name", "type", "media", "village", "subdistrict", "office",
    ]  # fmt: skip


def test_a_withheld_count_is_null_with_a_mark(province: Workspace) -> None:
    """A program does not have to read `<5`."""
    document = province.overview("public").to_document()
    assert document["kims"] == {"value": None, "withheld": "complement"}
    assert document["tables"][0]["rows"][1] == ["99.02", 11, 9, *[{"value": None, "withheld": "small"}] * 2]


def test_a_district_sees_itself_alone(province: Workspace) -> None:
    """Whatever the audience; the sum is told where nothing small is in it."""
    view = Workspace(province.storage, RegionCode("99.01"), clock=province.clock).overview("kl")
    assert [row.office.text for row in view] == ["99.01"]
    assert view.kims.value == 18


def test_looking_changes_nothing(province: Workspace) -> None:
    """Documents and audit log are as before."""
    before = dump(province.storage), len(province.audit())
    for audience in AUDIENCES:
        province.overview(audience, date(2026, 11, 24))
    assert (dump(province.storage), len(province.audit())) == before


def test_an_unknown_audience_is_refused(province: Workspace) -> None:
    """With those that there are."""
    with pytest.raises(InvalidValue, match="office, province, kl, public"):
        province.overview("press")
