"""Trials: a model of collaboration tried with one KIM, in three steps for type A and four for type B (IV.B)."""

from datetime import date, timedelta

from attrs import field, frozen
from dateutil.relativedelta import relativedelta

from kimcore.clauses import cite
from kimcore.collaboration.parameters import parameter
from kimcore.collaboration.progress import Progress, check_order, lacking
from kimcore.collaboration.stages import Plan
from kimcore.collaboration.trialplans import TRIAL_PLANS
from kimcore.community import KimType
from kimcore.errors import InvalidValue
from kimcore.geography import RegionCode
from kimcore.media import ContentKind, MediaKind
from kimcore.privacy import general, public
from kimcore.rules import Rulebook
from kimcore.terms import Term, Text
from kimcore.values import Answer, Period

__all__ = [
    "Appointment",
    "AppointmentOutcome",
    "Feedback",
    "Production",
    "Trial",
    "appointment_remarks",
    "term_of_months",
    "trial_term",
]


@frozen(kw_only=True)
class Feedback:
    """What a KIM answered when it was asked to take part: when, whether it is ready, and what it asks for."""

    on: date = field(metadata=public("IV.B.A.trial.2"))
    ready: Answer = field(default=Answer.UNKNOWN, metadata=public("IV.B.A.trial.2"))
    text: str = field(default="", repr=False, metadata=general("IV.B.B.trial.2"))


@frozen(kw_only=True)
class Production:
    """A content of a production schedule: the day by which it is due, what it is, and in what format."""

    on: date = field(metadata=public("IV.B.B.trial.3"))
    what: str = field(default="", metadata=public("IV.B.B.trial.3"))
    format: ContentKind | str | None = field(default=None, metadata=public("IV.B.B.trial.3"))


class AppointmentOutcome(Term):
    """What an office decided at the end of a trial."""

    APPOINTED = "appointed", "ditetapkan", "appointed"
    NOT_APPOINTED = "not_appointed", "tidak ditetapkan", "not appointed"


@frozen(kw_only=True)
class Appointment:
    """The decision at the end of a trial: when, by which officer, why, on what evidence, and for what period."""

    outcome: AppointmentOutcome = field(metadata=public("IV.B.A.trial.3"))
    on: date = field(metadata=public("IV.B.A.trial.3"))
    officer: str = field(repr=False, metadata=general("IV.B.A.trial.3", names="other"))
    reason: str = field(repr=False, metadata=general("IV.B.A.trial.3"))
    evidence: str = field(default="", repr=False, metadata=general("IV.B.A.trial.3"))
    period: Period | None = field(default=None, metadata=public("IV.B.B.trial.4"))

    def __attrs_post_init__(self) -> None:
        """Refuse a decision without officer or reason, and an appointment without a period that begins by then."""
        blank = lacking(self, "officer", "reason")
        appointed = self.outcome is AppointmentOutcome.APPOINTED
        if appointed and (self.period is None or self.period.start < self.on):
            blank.append("period")
        if blank:
            wanted = ", ".join(blank)
            raise InvalidValue(
                "appointment_incomplete",
                f"a decision at the end of a trial needs: {wanted} (a period begins on its day or later)",
                f"keputusan di akhir uji coba memerlukan: {wanted} (masa mulai pada atau sesudah hari keputusan)",
                field=blank[0],
                clause=cite("IV.B.A.trial.3").id,
            )


@frozen(kw_only=True)
class Trial:
    """A trial with one KIM of a type: on which issues (ids) and media, its feedback, schedule, and what was decided.

    `commitment` is what a type B community committed itself to; `term` the days of the trial.
    """

    id: str = field(metadata=public())
    office: RegionCode = field(metadata=public("I.A.3"))
    kim: str = field(metadata=public("IV.B.A.trial.1"))
    type: KimType = field(metadata=public("II.A.kinds"))
    issues: tuple[str, ...] = field(default=(), metadata=public("IV.B.A.trial.1"))
    media: tuple[MediaKind | str, ...] = field(default=(), metadata=public("IV.B.A.trial.1"))
    commitment: str = field(default="", repr=False, metadata=public("IV.B.B.trial.1"))
    feedback: tuple[Feedback, ...] = field(default=(), repr=False, metadata=public("IV.B.A.trial.2"))
    term: Period | None = field(default=None, metadata=public("IV.B.B.trial.3"))
    schedule: tuple[Production, ...] = field(default=(), metadata=public("IV.B.B.trial.3"))
    appointment: Appointment | None = field(default=None, repr=False, metadata=public("IV.B.A.trial.3"))
    branding: Answer = field(default=Answer.UNKNOWN, metadata=public("IV.F"))
    progress: Progress = field(default=Progress(), metadata=public("IV.B.model"))

    def __attrs_post_init__(self) -> None:
        """Refuse stages that are out of order."""
        check_order(self.plan, self.progress)

    @property
    def plan(self) -> Plan:
        """The steps of its type."""
        return TRIAL_PLANS[self.type]

    @property
    def title(self) -> str:
        """The title of its plan."""
        return self.plan.title.id

    @property
    def kims(self) -> tuple[str, ...]:
        """The one KIM."""
        return (self.kim,)

    def appointed_on(self, on: date) -> bool:
        """Tell whether the KIM is appointed on a day: within the period, of a trial that was not called off by then."""
        made = self.appointment
        if made is None or made.outcome is not AppointmentOutcome.APPOINTED or self.progress.is_cancelled(on):
            return False
        return made.period is not None and on in made.period


def term_of_months(start: date, months: int) -> Period:
    """Return the period of so many months that begins on a day: to the eve of the same day, months later."""
    return Period(start, start + relativedelta(months=months) - timedelta(days=1))


def trial_term(start: date, rulebook: Rulebook | None = None) -> Period:
    """Return the term of a trial that begins on a day, as long as the parameter says then (IV.B.B.trial.3)."""
    return term_of_months(start, parameter("trial_months", start, rulebook).value)


def appointment_remarks(trial: Trial, rulebook: Rulebook | None = None) -> tuple[Text, ...]:
    """Say where the period of a type B appointment differs from what the guideline names; nothing is forbidden.

    It names 6 or 8 months as examples, within the year (IV.B.B.trial.4).
    """
    period = trial.appointment.period if trial.appointment else None
    if trial.type is not KimType.B or period is None:
        return ()
    least, most = (parameter(f"appointment_months_{n}", period.start, rulebook).value for n in ("least", "most"))
    remarks = (
        (period.end < term_of_months(period.start, least).end, SHORT.format(months=least)),
        (period.end > term_of_months(period.start, most).end, LONG.format(months=most)),
        (period.end.year > period.start.year, BEYOND.format(year=period.start.year)),
    )
    return tuple(text for applies, text in remarks if applies)


SHORT = Text("masa penetapan kurang dari {months} bulan", "the appointment is shorter than {months} months")
LONG = Text("masa penetapan lebih dari {months} bulan", "the appointment is longer than {months} months")
BEYOND = Text("masa penetapan melewati tahun {year}", "the appointment goes beyond the year {year}")
