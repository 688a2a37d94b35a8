"""Parameters: terms and windows of chapter IV, dated as those of a rulebook and changed in the same way (R19)."""

from datetime import date
from typing import Final

from kimcore.clauses import cite
from kimcore.errors import NotFound
from kimcore.rulebooks import JUKNIS_2022
from kimcore.rules import ParameterValue, Rulebook, Setting
from kimcore.terms import Text

__all__ = ["SETTINGS", "parameter"]


SINCE: Final = JUKNIS_2022.since
MONTHS, DAYS = Text("bulan", "months"), Text("hari", "days")

SETTINGS: Final[tuple[Setting, ...]] = (
    Setting(
        "trial_months",
        Text("masa uji coba", "trial term"),
        MONTHS,
        (ParameterValue(SINCE, 2, cite("IV.B.B.trial.3").id),),
    ),
    Setting(
        "appointment_months_least",
        Text("masa penetapan terpendek", "shortest appointment"),
        MONTHS,
        (ParameterValue(SINCE, 6, cite("IV.B.B.trial.4").id),),
    ),
    Setting(
        "appointment_months_most",
        Text("masa penetapan terpanjang", "longest appointment"),
        MONTHS,
        (ParameterValue(SINCE, 8, cite("IV.B.B.trial.4").id),),
    ),
    Setting(
        "evaluation_window_days",
        Text("jendela pemantauan konten sebelum dan sesudah kegiatan", "window of content before and after an event"),
        DAYS,
        (ParameterValue(SINCE, 30, cite("IV.C.stage.8").id),),
    ),
)
"""The guideline names the terms as examples; the window is ours, for it names none."""


def parameter(name: str, on: date, rulebook: Rulebook | None = None) -> ParameterValue:
    """Return a parameter as it is on a day: as the rulebook (by default the guideline's) has it, else as listed here.

    Raise `NotFound` for an unknown name, `ParameterUnset` before the first day of the guideline.
    """
    book = JUKNIS_2022 if rulebook is None else rulebook
    for found in (*book.settings, *SETTINGS):
        if found.name == name:
            return found.on(on)
    known = ", ".join(s.name for s in SETTINGS)
    en, id = f"no parameter {name!r}; there are {known}", f"tidak ada parameter {name!r}; yang ada {known}"
    raise NotFound("parameter_unknown", en, id, field=name)
