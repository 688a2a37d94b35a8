"""The rulebook of the guideline of 30 August 2022: conditions of II.A and II.B.3 to II.B.5, grounds of II.B.6."""

from datetime import date

from kimcore.clauses import cite
from kimcore.rules import (
    ON,
    F,
    Group,
    Never,
    P,
    ParameterValue,
    Rulebook,
    Setting,
    condition,
    confirmed,
    ground,
    unsure,
)
from kimcore.terms import Text

__all__ = ["JUKNIS_2022"]

SINCE = date(2022, 8, 30)
CLOSING = cite("VI.3")
"""The closing chapter sums the conditions up with two names swapped; II.B.4 governs (R4)."""
FORMATION, LEGALITY, ADMIN, QUALITY = list(Group)[:4]

declared = confirmed(F.statement_signed <= ON)  # II.B.4.statement, R23

CONDITIONS = (
    condition("II.A.kinds", FORMATION, F.type_a | F.information_function, "R20"),
    condition("II.B.3.a", FORMATION, F.formed_by_community),
    condition("II.B.3.b", FORMATION, F.seated_in_village),
    condition("II.B.3.c", FORMATION, F.decree_recorded & ~F.decree_pending, "R33"),
    condition("II.B.3.d", FORMATION, (F.officers >= 1) | F.has_board, "R34"),
    condition(
        "II.B.4.legal.1",
        LEGALITY,
        F.decree_recorded & (F.decree_issued <= ON) & (F.decree_until >= ON) & ~(F.decree_revoked <= ON),
        "R3 R4",
    ),
    condition("II.B.4.legal.2", LEGALITY, F.community_number, "R4 R9"),
    condition("II.B.4.legal.3", LEGALITY, F.board_acknowledged, "R4"),
    condition(
        "II.B.4.admin.1", ADMIN, ~F.officer_civil_servant & confirmed(F.officers >= 1) & declared, "R4 R7 R23 R32 R34"
    ),
    condition("II.B.4.admin.2", ADMIN, ~F.criminal_case & declared, "R4 R23 R28"),
    condition("II.B.4.admin.3", ADMIN, ~F.party_affiliation & declared, "R4 R5 R23"),
    condition("II.B.4.admin.4", ADMIN, ~F.ngo_affiliation & declared, "R4 R5 R23"),
    condition("II.B.5.a", QUALITY, F.address & F.contact & F.recognised),
    condition(
        "II.B.5.b",
        QUALITY,
        F.active.otherwise(
            confirmed(F.activities.count_after(ON - P("activity_window_months")) >= P("activity_count"))
        ),
        "R24",
    ),
    condition("II.B.5.c", QUALITY, F.good_record),
    condition("II.B.5.d", QUALITY, F.villages_reached >= P("villages_reached")),
    condition("II.B.5.e", QUALITY, F.first_hand),
    condition("II.B.5.f", QUALITY, F.media | F.other_means),
    condition("II.B.5.g", QUALITY, F.resources),
)

became_in_term = F.members_became.some_between(F.term_began, F.term_until)
undated_in_term = (F.term_began <= ON) & (F.members_undated >= 1)

GROUNDS = (
    ground(
        "II.B.6.1",
        F.decree_recorded.then((F.decree_until < ON) | (F.decree_revoked <= ON)) | F.case_1,
        "R3 R13",
    ),
    ground("II.B.6.2", F.party_affiliation | F.ngo_affiliation | F.case_2, "R5"),
    ground(
        "II.B.6.3",
        F.officer_civil_servant | became_in_term | unsure((F.people < 1) | undated_in_term) | F.case_3,
        "R7 R32",
    ),
    ground("II.B.6.4", F.criminal_case | F.case_4, "R28"),
    ground("II.B.6.5", F.in_other_district | F.case_5, "R14"),
    ground("II.B.6.6", Never() | F.case_6),
    ground("II.B.6.7", Never() | F.case_7),
)


def setting(name: str, value: int, source: str, label: Text, unit: Text) -> Setting:
    """Return a parameter with one value from the first day of the guideline."""
    return Setting(name, label, unit, (ParameterValue(SINCE, value, source),))


SETTINGS = (
    setting(
        "activity_window_months", 12, "R24", Text("jendela aktivitas", "window of activity"), Text("bulan", "months")
    ),
    setting(
        "activity_count", 1, "R24", Text("jumlah aktivitas", "number of activities"), Text("kegiatan", "activities")
    ),
    setting(
        "villages_reached", 1, "II.B.5.d", Text("jangkauan minimal", "least reach"), Text("desa/kelurahan", "villages")
    ),
    setting("stale_after_days", 45, "R18", Text("umur data basi", "age at which data are stale"), Text("hari", "days")),
    setting("dormant_after_days", 365, "R24", Text("lama tidak aktif", "days until dormant"), Text("hari", "days")),
)

JUKNIS_2022 = Rulebook(
    name="juknis-2022",
    title=Text(
        "Petunjuk Teknis Kemitraan Komunikasi dengan KIM, 30 Agustus 2022",
        "Technical guideline on communication partnership with KIMs, 30 August 2022",
    ),
    since=SINCE,
    source="Kementerian Kominfo, 30 Agustus 2022",
    rules=CONDITIONS + GROUNDS,
    settings=SETTINGS,
)
