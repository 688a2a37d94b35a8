"""What a province, ministries and the public see: counts of districts, no KIM and no person (I.A.2, I.A.5)."""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from kimcore.affairs import Affair
from kimcore.approvals import ApprovalKind, WebsiteApproval
from kimcore.community import Kim, KimType
from kimcore.errors import InvalidValue
from kimcore.geography import RegionCode
from kimcore.reports import Audience
from kimcore.tables import Table
from kimcore.terms import say
from kimcore.testing import a_kim, a_workspace
from kimcore.testing.builders import TODAY
from kimcore.workspace import Workspace
from kimcore.workspace.records import OfficeRecord, Records
from tests.privacy.people import NAME
from tests.workspace.registers import dump

AUDIENCES = [a for a in Audience if a is not Audience.OFFICE]
PERSONS = ("Made-Up", "0800-000-111", "example.invalid", "Jalan Contoh", "KIM Contoh", NAME)


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
    return [[cell if cell is None or isinstance(cell, int) else say(cell) for cell in row] for row in table.rows]


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


@pytest.mark.clause("I.A.2", "I.A.5")
@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_person_and_no_kim_is_shown(province: Workspace, audience: Audience) -> None:
    """Neither in the document nor in the report nor in a repr."""
    view = province.overview(audience)
    shown = f"{json.dumps(view.to_document())}{province.compose(audience=audience)!r}{view!r}"
    assert [trace for trace in PERSONS if trace in shown] == []


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
