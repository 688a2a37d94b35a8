"""Overviewing: the figures of the districts that an office may look at, counted one district at a time."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from kimcore.affairs import Affair
from kimcore.approvals import ApprovalState, WebsiteRequest
from kimcore.community import Kim, KimType
from kimcore.geography import Level, RegionCode
from kimcore.mapping import Kind
from kimcore.partnership import PartnershipState
from kimcore.protection import Masks
from kimcore.reports import MADE_UP, Audience, DistrictFigures, ListedKim, listed
from kimcore.results import Assessments, Monitoring, Overview, RequestQueue
from kimcore.rules import BoundRulebook, Status
from kimcore.tables import Cell, Report
from kimcore.terms import Text
from kimcore.workspace.exporting import known_persons
from kimcore.workspace.records import Records, kims_of, offices

if TYPE_CHECKING:
    from kimcore.workspace.workspace import Workspace

__all__ = ["overview", "overview_report", "within"]

K = TypeVar("K")
TITLES = {
    Audience.PROVINCE: Text("Kemitraan KIM di kabupaten/kota", "Partnership with KIMs in the districts"),
    Audience.KL: Text("KIM menurut kategori", "KIMs by category"),
    Audience.PUBLIC: Text("KIM di daerah", "KIMs of the region"),
}
OTHER = "other"


def overview(
    workspace: "Workspace", audience: Audience, on: date | None = None, villages: str | Path | None = None
) -> Overview:
    """Return what an audience may see of the districts of an office; a workspace is opened to read each."""
    with workspace.storage.unit_of_work() as unit:
        codes = within(offices(unit), workspace.office)
    rules = workspace.rules_on(on)
    views = [beside(workspace, code) for code in codes]
    rows = tuple(
        figures_of(v.assess(rules.on), v.monitor(until=rules.on, villages=villages), v.requests(), v.websites())
        for v in views
    )
    kims = tuple(chain.from_iterable(map(kims_listed, views))) if audience is Audience.KL else ()
    return Overview(**workspace.stamp(rules), rows=rows, audience=audience, listed=kims)


def kims_listed(workspace: "Workspace") -> Iterator[ListedKim]:
    """Yield the KIMs of an office as ministries may see them: the names of persons in their names are masked."""
    with workspace.storage.unit_of_work() as unit:
        records = Records(unit, workspace.office)
        persons = known_persons(records, Masks())
        yield from (listed(kim, persons.hidden) for kim in kims_of(records))


def beside(workspace: "Workspace", office: RegionCode) -> "Workspace":
    """Return a workspace of another office on the same store, to read it."""
    plugins: dict[str, Any] = {"regions": workspace.regions, "scorer": workspace.scorer, "host": workspace.host}
    return type(workspace)(workspace.storage, office, rules=workspace.rulebook, clock=workspace.clock, **plugins)


def within(offices: Iterable[RegionCode], office: RegionCode) -> tuple[RegionCode, ...]:
    """Return the offices that an office may look at: the districts of a province, or the district itself (I.A.2)."""
    if office.level is not Level.PROVINCE:
        return tuple(found for found in offices if found == office)
    return tuple(found for found in offices if found.level is Level.DISTRICT and found.province == office.text)


def figures_of(
    found: Assessments, monitoring: Monitoring, queue: RequestQueue, websites: Iterable[WebsiteRequest]
) -> DistrictFigures:
    """Return the figures of one district from what its workspace tells."""
    kims = [a.kim for a in found]
    placed = [a.placement for a in found if a.placement is not None]
    villages = monitoring.villages
    return DistrictFigures(
        office=RegionCode(found.office),
        types=counted((*KimType, None), (kim.identity.type for kim in kims)),
        statuses=counted(tuple(Status), (a.judgement.status for a in found)),
        states=counted(tuple(PartnershipState), (a.partnership for a in found)),
        positions=counted((1, 2, 3, 4, *Kind), (p.quadrant or p.kind for p in placed)),
        affairs=affairs_of(kims),
        covered=villages.covered,
        villages=villages.total,
        overdue=len(queue.overdue),
        website=newest(websites, found),
    )


def counted(keys: tuple[K, ...], values: Iterable[K]) -> dict[K, int]:
    """Return how often each key occurs; one that does not occur counts 0."""
    found = Counter(values)
    return {key: found[key] for key in keys}


def affairs_of(kims: Iterable[Kim]) -> Mapping[Affair | str | None, Mapping[KimType | None, int]]:
    """Return how many KIMs of each type work in each affair; a field that is none of the 32 counts under one key."""
    found: dict[Affair | str | None, Counter[KimType | None]] = {}
    for kim in kims:
        fields: set[Affair | str | None] = {f if isinstance(f, Affair) else OTHER for f in kim.profile.fields} or {None}
        for key in fields:
            found.setdefault(key, Counter())[kim.identity.type] += 1
    return found


def newest(websites: Iterable[WebsiteRequest], found: Assessments) -> ApprovalState | None:
    """Return the state, on the date of the assessments, of the request that was made last."""
    made = [request for request in websites if request.on <= found.on]
    return max(made, key=lambda r: (r.on, r.id)).state_on(found.on) if made else None


def overview_report(view: Overview, rules: BoundRulebook) -> Report:
    """Return a view as a neutral report, without personal data."""
    particulars: tuple[tuple[Text, Cell], ...] = (
        (Text("Disusun oleh kantor", "Made by the office"), view.office),
        (Text("Untuk", "For"), view.audience),
        (Text("Per tanggal", "As of"), view.on),
        (Text("Himpunan aturan", "Rulebook"), rules.name),
        (Text("Dasar", "Based on"), rules.rulebook.title),
        (Text("Jumlah KIM", "KIMs"), view.kims.cell),
    )
    warning = MADE_UP if RegionCode(view.office).is_made_up else None
    return Report(title=TITLES[view.audience], particulars=particulars, tables=view.tables(), warning=warning)
