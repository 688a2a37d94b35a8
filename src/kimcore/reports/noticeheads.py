"""The opening of a notice: what was decided or is open, by the state of the partnership, then by the status."""

from attrs import frozen

from kimcore.assessment import Assessment
from kimcore.partnership import PartnershipState
from kimcore.rules import Status
from kimcore.terms import Text
from kimcore.values import OPEN_ENDED, Outcome

__all__ = ["Heads", "heads_of"]


@frozen
class Heads:
    """The headline and first sentences of a notice, and the sentence above what to bring."""

    headline: Text
    lead: Text
    bring: Text


COMPLETE = Text(
    "Bawalah yang berikut agar KIM Anda dapat dinilai kembali:",
    "Bring the following so that your KIM can be judged again:",
)
HEADS = {
    PartnershipState.CANDIDATE: Heads(
        Text("KIM Anda memenuhi syarat", "Your KIM is eligible"),
        Text(
            "KIM Anda memenuhi semua syarat untuk menjadi mitra. Ini belum berarti diterima: penerimaan sebagai mitra "
            "diputuskan oleh kantor ini dan diberitahukan tersendiri.",
            "Your KIM meets every condition for a partner. It is not admitted by that: this office decides about the "
            "admission and tells you separately.",
        ),
        COMPLETE,
    ),
    PartnershipState.PARTNER: Heads(
        Text("Kemitraan berjalan", "The partnership stands"),
        Text("KIM Anda adalah mitra kantor ini, {term}.", "Your KIM is a partner of this office, {term}."),
        Text("Agar data kemitraan lengkap, bawalah:", "To complete the record of the partnership, bring:"),
    ),
    PartnershipState.UNDER_REVIEW: Heads(
        Text("Kemitraan sedang ditinjau", "The partnership is under review"),
        Text(
            "Belum ada yang diputuskan, dan kemitraan tetap berjalan selama peninjauan. Bila hal di bawah ini "
            "terbukti, kemitraan berakhir pada hari kesimpulannya; bila tidak terbukti, kemitraan diteruskan.",
            "Nothing is decided yet, and the partnership goes on during the review. If what stands below is proven, "
            "the partnership ends on the day of the conclusion; if it is not, the partnership goes on.",
        ),
        Text("Anda dapat menjelaskan dan membawa:", "You can explain yourselves, and bring:"),
    ),
    PartnershipState.TERMINATED: Heads(
        Text("Kemitraan telah dihentikan", "The partnership was terminated"),
        Text(
            "Kemitraan dengan KIM Anda berakhir pada {day}, hari ketika hal di bawah ini disimpulkan terbukti; "
            "pemberitahuan ini dicatat bersama kesimpulan itu. KIM Anda boleh mendaftar kembali setelah syaratnya "
            "terpenuhi.",
            "The partnership with your KIM ended on {day}, the day on which what stands below was concluded as proven; "
            "this notice is recorded with that conclusion. Your KIM may register anew once the conditions are met.",
        ),
        Text("Untuk mendaftar kembali, bawalah:", "To register anew, bring:"),
    ),
    PartnershipState.ENDED: Heads(
        Text("Masa kemitraan telah berakhir", "The term of the partnership is over"),
        Text(
            "Masa kemitraan KIM Anda berakhir pada {day}. {renewal}", "The term of your KIM ended on {day}. {renewal}"
        ),
        Text("Untuk memperpanjang kemitraan, bawalah:", "To renew the partnership, bring:"),
    ),
}
"""The opening for each state; for a candidate and a partner, that of one who meets every condition."""

INELIGIBLE = Text("KIM Anda belum dapat menjadi mitra", "Your KIM cannot be a partner yet")
INELIGIBLE_LEAD = Text(
    "Ada syarat yang tidak terpenuhi. Setelah syaratnya dipenuhi, KIM Anda dinilai kembali.",
    "There are conditions that are not met. Once they are, your KIM is judged again.",
)
UNDETERMINED = Text("Penilaian KIM Anda belum selesai", "Your KIM has not been fully judged yet")
UNDETERMINED_LEAD = Text(
    "Ada hal yang belum dapat dipastikan karena keterangannya belum lengkap. Ini bukan penolakan.",
    "Some things cannot be told yet, because information is missing. This is no refusal.",
)
SOME_OPEN = Text(
    "Kemitraan tetap berjalan, tetapi ada yang perlu dilengkapi.",
    "The partnership goes on, but something needs to be completed.",
)
RENEWABLE = Text(
    "SK tercatat masih berlaku, sehingga kemitraan dapat diperpanjang.",
    "The decree (SK) is recorded as in force, so the partnership can be renewed.",
)
NOT_RENEWABLE = Text(
    "Perpanjangan memerlukan SK Kepala Desa/Lurah yang masih berlaku.",
    "A renewal needs a decree (SK) of the village head that is in force.",
)
UNTIL = Text("sampai {day}", "until {day}")
OPEN = Text("tanpa batas waktu", "with no last day")
DECREE = "II.B.4.legal.1"


def heads_of(assessment: Assessment) -> Heads:
    """Return the opening of the notice of an assessment."""
    judgement, heads = assessment.judgement, HEADS[assessment.partnership]
    match assessment.partnership:
        case PartnershipState.CANDIDATE:
            return candidate(judgement.status, heads)
        case PartnershipState.PARTNER:
            until = judgement.facts.term_until
            term = OPEN if until in (None, OPEN_ENDED) else UNTIL.format(day=until)
            lead = heads.lead if judgement.status is Status.ELIGIBLE else joined(heads.lead, SOME_OPEN)
            return Heads(heads.headline, lead.format(term=term), heads.bring)
        case PartnershipState.TERMINATED:
            return Heads(heads.headline, heads.lead.format(day=judgement.facts.proven_in_term), heads.bring)
        case PartnershipState.ENDED:
            renewal = RENEWABLE if judgement[DECREE] is Outcome.MET else NOT_RENEWABLE
            lead = heads.lead.format(day=judgement.facts.term_until, renewal=renewal)
            return Heads(heads.headline, lead, heads.bring)
    return heads


def candidate(status: Status, heads: Heads) -> Heads:
    """Return the opening for a KIM that is no partner."""
    match status:
        case Status.INELIGIBLE:
            return Heads(INELIGIBLE, INELIGIBLE_LEAD, heads.bring)
        case Status.UNDETERMINED:
            return Heads(UNDETERMINED, UNDETERMINED_LEAD, heads.bring)
    return heads


def joined(*texts: Text) -> Text:
    """Return sentences one after the other."""
    return Text(" ".join(t.id for t in texts), " ".join(t.en for t in texts))
