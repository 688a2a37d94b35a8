"""Answers: what the office answered about a KIM (II.A.kinds, II.B.3.a, II.B.4, II.B.5)."""

from attrs import field, frozen

from kimcore.privacy import general, public, specific
from kimcore.values import Answer

__all__ = ["Answers"]

UNKNOWN = Answer.UNKNOWN


@frozen(kw_only=True)
class Answers:
    """The yes-and-no columns of the sheet Kelembagaan; `villages_reached` is a number of villages (II.B.5.d)."""

    formed_by_community: Answer = field(default=UNKNOWN, metadata=public("II.B.3.a"))
    information_function: Answer = field(default=UNKNOWN, metadata=public("II.A.kinds"))
    criminal_case: Answer = field(default=UNKNOWN, repr=False, metadata=specific("II.B.4.admin.2"))
    party_affiliation: Answer = field(default=UNKNOWN, repr=False, metadata=general("II.B.4.admin.3"))
    ngo_affiliation: Answer = field(default=UNKNOWN, repr=False, metadata=general("II.B.4.admin.4"))
    recognised: Answer = field(default=UNKNOWN, metadata=public("II.B.5.a"))
    active: Answer = field(default=UNKNOWN, metadata=public("II.B.5.b"))
    good_record: Answer = field(default=UNKNOWN, metadata=public("II.B.5.c"))
    villages_reached: int | None = field(default=None, metadata=public("II.B.5.d", minimum=0))
    first_hand: Answer = field(default=UNKNOWN, metadata=public("II.B.5.e"))
    other_means: Answer = field(default=UNKNOWN, metadata=public("II.B.5.f"))
    resources: Answer = field(default=UNKNOWN, metadata=public("II.B.5.g"))
