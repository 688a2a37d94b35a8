"""Values as an officer would type them: what a list of changes shows."""

from datetime import date
from typing import Any

import pytest

from kimcore.affairs import Affair
from kimcore.community import PartnershipTerm
from kimcore.intake import sheet_spec
from kimcore.media import Channel, Frequency, Span
from kimcore.values import DENIED, OPEN_ENDED, Answer, Period
from kimcore.workspace.celltext import shown, typed

TERM = PartnershipTerm(period=Period(date(2026, 1, 1)), programme="rekaan")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        ("", None),
        ((), None),
        (Answer.UNKNOWN, None),
        (Answer.NO, "tidak"),
        (DENIED, "tidak ada"),
        (0, "0"),
        (12.5, "12.5"),
        (True, "Pengurus"),
        (False, "Anggota"),
        (date(2026, 1, 31), "2026-01-31"),
        (OPEN_ENDED, "seterusnya"),
        (Period(date(2026, 1, 1), date(2026, 12, 31)), "2026-01-01 - 2026-12-31"),
        (TERM, "2026-01-01 - seterusnya"),
        ((Channel.named("Radio"), Channel.named("Mading")), "Radio; Mading"),
        ((Affair.HEALTH, "lain"), f"{Affair.HEALTH.say('id')}; lain"),
        (Frequency(2, Span.WEEK, "2x seminggu"), "2x seminggu"),
        (Frequency(2, Span.WEEK), "2 minggu"),
    ],
)
def test_a_value_as_it_would_be_typed(value: Any, text: str | None) -> None:
    """Unknown is an empty cell, a denial is said, days and lists are written as the register reads them."""
    assert typed(value) == text


def test_data_of_persons_are_masked() -> None:
    """Letters and digits are masked, blanks and signs stay; an empty cell stays empty."""
    phone, name = sheet_spec("profile").column("profile.phone"), sheet_spec("profile").column("identity.name")
    assert shown(phone, "0800-000 111") == "****-*** ***"
    assert shown(phone, None) is None
    assert shown(name, "KIM Satu") == "KIM Satu"
