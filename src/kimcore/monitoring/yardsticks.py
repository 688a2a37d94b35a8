"""Yardsticks: what Tabel 5.1 measures, each with its unit, its definition, and how it is taken (V.A)."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final, Self

from attrs import field, frozen

from kimcore.clauses import Clause, cite
from kimcore.community import Activity, Kim
from kimcore.media import Channel, MediaKind, Platform
from kimcore.monitoring.indicators import SocialRow, social_rows
from kimcore.monitoring.observations import Content, Indicator
from kimcore.monitoring.records import Records
from kimcore.monitoring.sums import Sum
from kimcore.monitoring.trends import Growth, audience_growth
from kimcore.terms import Term, Text
from kimcore.values import Period

__all__ = ["YARDSTICKS", "AudienceKind", "Material", "MeasureKind", "Yardstick", "audience_kind"]


class MeasureKind(Term):
    """The three kinds of measurement of Tabel 5.1."""

    OUTPUT = "output", "Output", "Output"
    OUTTAKE = "outtake", "Outtakes", "Outtakes"
    OUTCOME = "outcome", "Outcome", "Outcome"


class AudienceKind(Term):
    """What an audience count counts, told by its medium (V.A.output)."""

    FOLLOWERS = "followers", "pengikut", "followers"
    VISITORS = "visitors", "pengunjung", "visitors"
    ATTENDANCE = "attendance", "peserta", "attendees"


MEDIA: Final[Mapping[MediaKind | None, AudienceKind]] = {
    MediaKind.ONLINE: AudienceKind.VISITORS,
    MediaKind.FACE_TO_FACE: AudienceKind.ATTENDANCE,
}


def audience_kind(platform: Platform | str) -> AudienceKind:
    """Return what the audience of a platform or medium is: visitors of a site, attendees, else followers."""
    if isinstance(platform, Platform):
        return AudienceKind.VISITORS if platform is Platform.WEBSITE else AudienceKind.FOLLOWERS
    return MEDIA.get(Channel.named(platform).kind, AudienceKind.FOLLOWERS)


@frozen(kw_only=True)
class Material:
    """What the measures of one KIM over a period are taken from."""

    growths: tuple[Growth, ...]
    activities: tuple[Activity, ...]
    undated_activities: int
    rows: tuple[SocialRow, ...]
    undated_contents: int

    @classmethod
    def of(cls, kim: Kim, records: Records, contents: tuple[Content, ...], period: Period) -> Self:
        """Gather what belongs to a period: activities and contents by their dates, figures as known at its end."""
        shown = tuple(c for c in contents if c.shown in period)
        return cls(
            growths=audience_growth(records, period),
            activities=tuple(a for a in kim.log if a.on in period),
            undated_activities=sum(a.on is None for a in kim.log),
            rows=social_rows(shown, {kim.id: records}, period.end),
            undated_contents=sum(c.shown is None for c in contents),
        )


def no_undated(material: Material) -> int:  # noqa: ARG001 (one signature for all)
    """Return 0: what is measured always carries a day."""
    return 0


def undated_contents(material: Material) -> int:
    """Return how many contents have no day on which they were shown."""
    return material.undated_contents


def undated_activities(material: Material) -> int:
    """Return how many activities have no date."""
    return material.undated_activities


@frozen(kw_only=True)
class Yardstick:
    """A measure: its kind and clause, label, unit and definition, and how it is taken from the material of a KIM."""

    key: str
    kind: MeasureKind
    clause: Clause
    label: Text
    unit: Text
    definition: Text
    take: Callable[[Material], Sum] = field(repr=False)
    undated: Callable[[Material], int] = field(default=no_undated, repr=False)


def grown(kind: AudienceKind, material: Material) -> Sum:
    """Add the growth of the audiences of one kind, over accounts."""
    return Sum.of(g.change for g in material.growths if audience_kind(g.platform) is kind)


def activities(material: Material) -> Sum:
    """Add the numbers of activities, over rows of the log."""
    return Sum.of(a.count for a in material.activities)


def responses(indicator: Indicator, material: Material) -> Sum:
    """Add one indicator over the contents that have it, by their platform or because it was observed."""
    return Sum.of(row.values[indicator] for row in material.rows if indicator in row.values)


def unrecorded(material: Material) -> Sum:  # noqa: ARG001 (one signature for all)
    """Return a sum of which nothing is known: the register has no place for it."""
    return Sum(None, 0, 0)


OUTPUT, OUTTAKE, OUTCOME = cite("V.A.output"), cite("V.A.outtake"), cite("V.A.outcome")


def growth_yardstick(kind: AudienceKind, label: Text) -> Yardstick:
    """Return the yardstick of the growth of one kind of audience."""
    return Yardstick(
        key=f"growth_{kind.code}",
        kind=MeasureKind.OUTPUT,
        clause=OUTPUT,
        label=label,
        unit=kind.text,
        definition=Text(
            "Selisih catatan terakhir pada atau sebelum hari terakhir dan hari pertama periode, dijumlahkan per akun; "
            "akun tanpa dua catatan yang berbeda belum diketahui.",
            "Latest record at or before the last day less that at or before the first day of the period, added over "
            "accounts; an account without two different records is unknown.",
        ),
        take=partial(grown, kind),
    )


def response_yardstick(indicator: Indicator) -> Yardstick:
    """Return the yardstick of one response to contents."""
    return Yardstick(
        key=indicator.code,
        kind=MeasureKind.OUTTAKE,
        clause=OUTTAKE,
        label=indicator.text,
        unit=Text("tanggapan", "responses"),
        definition=Text(
            "Catatan terakhir sampai akhir periode untuk konten yang tayang dalam periode; konten yang angkanya tidak "
            "dibuka platform belum diketahui.",
            "Latest record by the end of the period for contents shown in the period; a content whose figure the "
            "platform does not disclose is unknown.",
        ),
        take=partial(responses, indicator),
        undated=undated_contents,
    )


def outputs() -> Iterable[Yardstick]:
    """Yield the yardsticks of output."""
    yield growth_yardstick(AudienceKind.FOLLOWERS, Text("Pertambahan pengikut", "Growth in followers"))
    yield growth_yardstick(AudienceKind.VISITORS, Text("Pertambahan pengunjung situs", "Growth in site visitors"))
    yield growth_yardstick(AudienceKind.ATTENDANCE, Text("Pertambahan peserta", "Growth in attendance"))
    yield Yardstick(
        key="activities",
        kind=MeasureKind.OUTPUT,
        clause=OUTPUT,
        label=Text("Jumlah kegiatan diseminasi", "Dissemination activities"),
        unit=Text("kegiatan", "activities"),
        definition=Text(
            "Jumlah kegiatan pada log diseminasi yang bertanggal dalam periode; jumlah yang kosong belum diketahui.",
            "Activities of the dissemination log dated in the period; a blank number is unknown.",
        ),
        take=activities,
        undated=undated_activities,
    )


def unrecorded_yardstick(key: str, kind: MeasureKind, label: Text, definition: Text) -> Yardstick:
    """Return a yardstick of Tabel 5.1 for which the register has no figures: always unknown, never 0."""
    clause = OUTTAKE if kind is MeasureKind.OUTTAKE else OUTCOME
    unit = Text("orang", "people")
    return Yardstick(key=key, kind=kind, clause=clause, label=label, unit=unit, definition=definition, take=unrecorded)


SHOWN = (Indicator.LIKE, Indicator.COMMENT, Indicator.SHARE, Indicator.RETWEET, Indicator.VIEW)

YARDSTICKS: Final[tuple[Yardstick, ...]] = (
    *outputs(),
    *(response_yardstick(indicator) for indicator in SHOWN),
    unrecorded_yardstick(
        "discussion",
        MeasureKind.OUTTAKE,
        Text("Keterlibatan dalam diskusi", "Taking part in discussion"),
        Text("Belum diketahui: register tidak memuat catatannya.", "Unknown: the register holds no record of it."),
    ),
    unrecorded_yardstick(
        "survey",
        MeasureKind.OUTCOME,
        Text("Perubahan kesadaran dan sikap", "Change of awareness and attitude"),
        Text("Belum diketahui: belum ada survei yang dicatat.", "Unknown: no survey is recorded."),
    ),
)
"""What Tabel 5.1 asks for, in its order: output, outtakes, outcome."""
