"""The notice to a KIM: what was decided or is open, why, what to bring and where, in plain words on one page (II.A.p4).

It names nobody, cites no evidence, and gives each clause once, in small print. A termination is noticed with the
conclusion that ended the partnership (R27).
"""

from collections.abc import Iterable, Iterator

from kimcore.assessment import Assessment
from kimcore.clauses import cite
from kimcore.community import Case, Finding, Kim
from kimcore.factsheet import phrase
from kimcore.partnership import PartnershipState
from kimcore.reports.noticeheads import heads_of
from kimcore.reports.noticewords import brings, mends, plainly, recorded_as
from kimcore.reports.particulars import MADE_UP
from kimcore.rules import FindingOfRule, Group
from kimcore.tables import Cell, Notice, NoticeItem, NoticePart
from kimcore.terms import Text
from kimcore.values import Outcome

__all__ = ["notice"]

UNDER_REVIEW, TERMINATED = PartnershipState.UNDER_REVIEW, PartnershipState.TERMINATED
STANDING = (PartnershipState.PARTNER, UNDER_REVIEW)
CLAUSES = (cite("II.A.p4"), cite("II.B.6.review"), cite("II.B.6.terminate"))
MOST_LINES = 20
LONGEST = 80
SILENT = ("case_", "decree_recorded")
"""Facts of which a notice tells nothing by themselves: cases are told by their days, a decree by its own."""
TWINS = {
    "II.B.6.1": ("II.B.4.legal.1",),
    "II.B.6.2": ("II.B.4.admin.3", "II.B.4.admin.4"),
    "II.B.6.3": ("II.B.4.admin.1",),
    "II.B.6.4": ("II.B.4.admin.2",),
}
"""The conditions that say the same as a ground: a notice names the thing once."""

REVIEWED = Text("Hal yang ditinjau", "What is under review")
PROVEN = Text("Hal yang terbukti", "What was proven")
NOT_MET = Text("Syarat yang tidak terpenuhi", "Conditions that are not met")
NOT_MET_LEAD = Text("Yang disyaratkan, lalu yang tercatat:", "What is asked for, then what is on record:")
UNSURE = Text("Yang belum dapat dipastikan", "What cannot be told yet")
UNSURE_LEAD = Text(
    "Keterangan tentang syarat berikut belum lengkap. Belum ada keterangan tidak berarti “tidak”.",
    "What is known about the following conditions is incomplete. No information does not mean “no”.",
)
ALL_MET = Text("Mengapa", "Why")
ALL_MET_LEAD = Text("Semua {count} syarat yang dinilai terpenuhi.", "All {count} conditions that were judged are met.")
BRING = Text("Yang perlu dibawa", "What to bring")
NOTHING = Text("Tidak ada yang perlu dibawa.", "Nothing needs to be brought.")
WHERE = Text("Ke mana", "Where to go")
BLANKS = (Text("Alamat", "Address"), Text("Telepon", "Phone"), Text("Petugas", "Officer"))
MORE = Text("… dan {count} hal lain: mintalah daftarnya di kantor.", "… and {count} more: ask the office for the list.")
RECORD = Text("Tercatat: {why}.", "On record: {why}.")
INDICATED = Text("terindikasi {day}", "indicated on {day}")
CONCLUDED = Text("terbukti {day}", "proven on {day}")
SMALL = (
    Text("Dinilai per {on} menurut {title} ({name}).", "Judged as of {on} by: {title} ({name})."),
    Text("Bacaan pedoman yang dipakai: {readings}.", "Readings of the guideline used: {readings}."),
    Text(
        "Penjelasan lengkap tiap butir, dengan nilai dan dokumennya, dapat diminta di kantor.",
        "The office gives the full explanation of every clause, with values and documents, on request.",
    ),
)


def notice(assessment: Assessment) -> Notice:
    """Return the notice to the KIM of an assessment."""
    telling, kim, heads = tells(assessment), assessment.kim, heads_of(assessment)
    return Notice(
        title=Text("Pemberitahuan kepada {name}", "Notice to {name}").format(name=short(kim.name)),
        sender=office_of(kim),
        particulars=particulars(assessment),
        headline=heads.headline,
        lead=heads.lead,
        parts=(*reasons(assessment, telling), bring(assessment, telling), where(kim)),
        small=small(assessment, telling),
        warning=MADE_UP if kim.office.is_made_up else None,
    )


def short(text: str) -> str:
    """Return a name as it fits on the page."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def office_of(kim: Kim) -> Text:
    """Return the office by the name of its district, where the KIM's own is that one, and by its code."""
    region, name = kim.identity.region, kim.identity.district_name
    is_here = region is None or region.text.startswith(kim.office.text)
    known = f"Dinas Kominfo {short(name)}" if name and is_here else "Dinas Kominfo"
    return Text("{known}, kode kantor {code}", "{known}, office code {code}").format(known=known, code=kim.office.text)


def particulars(assessment: Assessment) -> tuple[tuple[Text, Cell], ...]:
    """Return to whom the notice goes and of which day it is."""
    kim = assessment.kim
    number = kim.identity.community_number
    seat = ", ".join(short(part) for part in (kim.village, kim.identity.subdistrict) if part)
    return (
        (Text("Kepada", "To"), Text("Pengurus {name}", "The board of {name}").format(name=short(kim.name))),
        (Text("Desa/kelurahan", "Village or ward"), seat or None),
        (Text("Nomor Induk Komunitas", "Community number"), short(number) if isinstance(number, str) else None),
        (Text("Tanggal", "Date"), Text("{on}", "{on}").format(on=assessment.on)),
    )


def tells(assessment: Assessment) -> tuple[FindingOfRule, ...]:
    """Return the findings that the notice tells: grounds that are there, conditions not met or open, open grounds."""
    found = assessment.judgement.explain()
    grounds = [f for f in found if f.rule.group is Group.GROUND]
    there = [f for f in grounds if concerns(assessment, f)]
    said = {twin for f in there for twin in twins(f)} if assessment.partnership is UNDER_REVIEW else set()
    conditions = [f for f in found if f.rule.group is not Group.GROUND and f.outcome is not Outcome.MET]
    told = [f for f in conditions if f.rule.id not in said]
    ids = {f.rule.id for f in conditions}
    unsure = [f for f in grounds if f.outcome is Outcome.UNKNOWN and ids.isdisjoint(twins(f))]
    return (*there, *told, *(unsure if assessment.partnership in STANDING else ()))


def twins(found: FindingOfRule) -> tuple[str, ...]:
    """Return the conditions that say the same as a ground."""
    return TWINS.get(found.rule.id, ())


def concerns(assessment: Assessment, found: FindingOfRule) -> bool:
    """Tell whether a ground that is there is told: to one terminated what was proven, to one under review what is."""
    if assessment.partnership is TERMINATED:
        return any(is_proven(assessment, case) for case in cases_of(assessment, found))
    return assessment.partnership is UNDER_REVIEW and found.outcome is Outcome.MET


def is_proven(assessment: Assessment, case: Case) -> bool:
    """Tell whether a case was proven within the present term."""
    term = assessment.kim.present_term(assessment.on)
    is_inside = term is not None and case.concluded in term.period
    return is_inside and case.concluded_on(assessment.on) is Finding.PROVEN


def cases_of(assessment: Assessment, found: FindingOfRule) -> Iterator[Case]:
    """Yield the cases on which a ground rests: those dated by then, not cleared, and not before the present term."""
    kim, on = assessment.kim, assessment.on
    term = kim.present_term(on)
    for case in kim.cases:
        is_there = case.rule == found.rule.id and case.dated is not None and case.dated <= on
        finding = case.concluded_on(on)
        is_past = finding is not None and term is not None and (case.concluded or on) < term.period.start
        if is_there and finding is not Finding.CLEARED and not is_past:
            yield case


def reasons(assessment: Assessment, telling: tuple[FindingOfRule, ...]) -> Iterator[NoticePart]:
    """Yield what is proven or reviewed, what is not met, and what cannot be told; that all is met where it is."""
    of_grounds = PROVEN if assessment.partnership is TERMINATED else REVIEWED
    grounds = [f for f in telling if f.rule.group is Group.GROUND and f.outcome is not Outcome.UNKNOWN]
    not_met = [f for f in telling if f.rule.group is not Group.GROUND and f.outcome is Outcome.NOT_MET]
    unsure = [f for f in telling if f.outcome is Outcome.UNKNOWN]
    for heading, lead, found in (
        (of_grounds, None, grounds),
        (NOT_MET, NOT_MET_LEAD, not_met),
        (UNSURE, UNSURE_LEAD, unsure),
    ):
        if found:
            yield NoticePart(heading=heading, lead=lead, items=fitting(item(assessment, f) for f in found))
    if not telling:
        count = sum(rule.group is not Group.GROUND for rule, _ in assessment.judgement.outcomes())
        yield NoticePart(heading=ALL_MET, lead=ALL_MET_LEAD.format(count=str(count)))


def item(assessment: Assessment, found: FindingOfRule) -> NoticeItem:
    """Return the line of one finding; what is recorded is told where something is."""
    why = () if found.outcome is Outcome.UNKNOWN else tuple(dict.fromkeys(recorded(assessment, found)))
    said = Text("; ".join(t.id for t in why), "; ".join(t.en for t in why))
    return NoticeItem(
        text=plainly(found.rule), detail=RECORD.format(why=said) if why else None, clause=found.rule.clause.id
    )


def recorded(assessment: Assessment, found: FindingOfRule) -> Iterator[Text]:
    """Yield what the office has on record: the facts that decided, and the day of a case without its evidence."""
    if assessment.partnership is not TERMINATED or found.rule.group is not Group.GROUND:
        for name in found.decided:
            if not name.startswith(SILENT):
                yield recorded_as(name) or phrase(assessment.judgement.facts, name)
    cases = sorted(cases_of(assessment, found), key=lambda case: (not is_proven(assessment, case), case.dated))
    for case in cases[:1]:
        proven = is_proven(assessment, case)
        yield CONCLUDED.format(day=case.concluded) if proven else INDICATED.format(day=case.dated)


def fitting(items: Iterable[NoticeItem]) -> tuple[NoticeItem, ...]:
    """Return the lines that fit on the page; the last one says how many more there are."""
    every = tuple(items)
    if len(every) <= MOST_LINES:
        return every
    shown = every[: MOST_LINES - 1]
    return (*shown, NoticeItem(text=MORE.format(count=str(len(every) - len(shown)))))


def bring(assessment: Assessment, telling: tuple[FindingOfRule, ...]) -> NoticePart:
    """Return what to bring: a document per thing that is not met or missing, each once."""
    is_over = assessment.partnership is TERMINATED
    about = (f for f in telling if not (is_over and f.rule.group is Group.GROUND))
    wanted = dict.fromkeys(text for found in about for text in wants(found))
    lead = heads_of(assessment).bring if wanted else NOTHING
    return NoticePart(heading=BRING, lead=lead, items=fitting(NoticeItem(text=text) for text in wanted))


def wants(found: FindingOfRule) -> Iterator[Text]:
    """Yield what a KIM can bring about one finding."""
    if found.outcome is Outcome.UNKNOWN:
        for fact in found.missing:
            yield brings(fact, found.rule)
    else:
        yield mends(found.rule)


def where(kim: Kim) -> NoticePart:
    """Return the office; what is not recorded of it is a blank to fill in by hand."""
    return NoticePart(heading=WHERE, lead=office_of(kim), blanks=BLANKS)


def small(assessment: Assessment, telling: tuple[FindingOfRule, ...]) -> tuple[Text, ...]:
    """Return the small print: date, rulebook, readings, where the full explanation is."""
    book, readings, full = SMALL
    judgement = assessment.judgement
    cited = {reading for found in telling for reading in found.rule.readings}
    cited |= {"R27"} if assessment.partnership is TERMINATED else set()
    listed = ", ".join(sorted(cited, key=lambda reading: int(reading[1:])))
    said = book.format(on=assessment.on, title=judgement.rules.title, name=judgement.rulebook)
    return (said, *((readings.format(readings=listed),) if listed else ()), full)
