"""Assessment: one KIM on one date: its judgement, its partnership, its placement, and what to do next."""

from datetime import date

from attrs import frozen

from kimcore.community import Kim
from kimcore.factsheet import facts
from kimcore.mapping import APPROACHES, Placement, Scores, Subject
from kimcore.partnership import PartnershipState, state_of
from kimcore.rules import BoundRulebook, Group, Judgement, Status
from kimcore.terms import Text

__all__ = ["Assessment", "assess", "next_step", "subject_of"]


@frozen(kw_only=True)
class Assessment:
    """What holds for a KIM on a date; `placement` is None where the KIM was judged by itself."""

    kim: Kim
    judgement: Judgement
    partnership: PartnershipState
    placement: Placement | None = None

    @property
    def on(self) -> date:
        """The date of the assessment."""
        return self.judgement.on

    @property
    def next_step(self) -> Text:
        """What the office would do next: advice, not a decision (R29)."""
        return next_step(self)


def assess(kim: Kim, rules: BoundRulebook, placement: Placement | None = None) -> Assessment:
    """Assess a KIM on the date to which the rulebook is bound; the KIM carries the office's decisions."""
    judgement = rules.judge(facts(kim, rules.on))
    return Assessment(kim=kim, judgement=judgement, partnership=state_of(judgement), placement=placement)


def subject_of(assessment: Assessment, scores: Scores) -> Subject:
    """Return an assessed KIM as a subject of the mapping (R22: formation decides who enters it)."""
    kim, judgement = assessment.kim, assessment.judgement
    return Subject(
        id=kim.id,
        name=kim.name,
        village=kim.village,
        status=judgement.status.code,
        formation=judgement.group(Group.FORMATION),
        scores=scores,
    )


REVIEW = Text(
    "Tinjau kemitraan atas dasar {rules}, lalu catat kesimpulannya.", "Review the partnership: {rules}; then conclude."
)
TERMINATED = Text(
    "Beritahukan penghentian kepada KIM; KIM dapat mendaftar kembali bila syaratnya terpenuhi.",
    "Notify the KIM of the termination; it may register anew once the conditions are met.",
)
ENDED = Text(
    "Masa kemitraan telah berakhir: perpanjang bila SK masih berlaku, atau catat akhirnya.",
    "The term is over: renew it while the decree is in force, or record its end.",
)
KEEP = Text(
    "Lanjutkan kemitraan dan catat hasil pemantauannya.", "Go on with the partnership and record its monitoring."
)
TELL = Text("Beritahu KIM syarat yang belum terpenuhi: {rules}.", "Tell the KIM which conditions are not met: {rules}.")
ASK = Text("Lengkapi data: {columns}.", "Complete the data: {columns}.")
CHOOSE = Text(
    "Memenuhi syarat; pendekatan yang disarankan: {approach}. Penerimaan tetap keputusan Dinas.",
    "Eligible; suggested approach: {approach}. Admission stays the office's decision.",
)
SCORE = Text(
    "Memenuhi syarat; lengkapi ketertarikan, kekuatan, dan pengaruh agar dapat dipetakan.",
    "Eligible; complete interest, power and influence so that it can be mapped.",
)


BETWEEN = Text(
    "Memenuhi syarat; kekuatan dan pengaruh berbeda, maka tidak ada pendekatan yang disarankan (kuadran {quadrants}).",
    "Eligible; power and influence differ, so that no approach is suggested (quadrants {quadrants}).",
)


def next_step(assessment: Assessment) -> Text:
    """Return what the office would do next, from the state of the partnership, else from the status."""
    judgement = assessment.judgement
    match assessment.partnership:
        case PartnershipState.TERMINATED:
            return TERMINATED
        case PartnershipState.ENDED:
            return ENDED
        case PartnershipState.UNDER_REVIEW:
            return REVIEW.format(rules=", ".join(judgement.grounds))
        case PartnershipState.PARTNER:
            return KEEP
    return step_of_candidate(assessment)


def step_of_candidate(assessment: Assessment) -> Text:
    """Return the next step for a KIM that is no partner yet."""
    judgement, placement = assessment.judgement, assessment.placement
    if judgement.status is Status.INELIGIBLE:
        return TELL.format(rules=", ".join(judgement.not_met))
    if judgement.status is Status.UNDETERMINED:
        columns = dict.fromkeys(q.column for q in judgement.open_questions())
        return ASK.format(columns=", ".join(columns))
    if placement is not None and placement.candidates:
        return BETWEEN.format(quadrants=", ".join(str(q) for q in placement.candidates))
    if placement is None or placement.quadrant is None:
        return SCORE
    return CHOOSE.format(approach=APPROACHES[placement.quadrant])
