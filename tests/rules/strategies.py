"""Records of facts with gaps, for the laws of the rules."""

from datetime import date, timedelta
from typing import Any

from attrs import fields_dict
from hypothesis import strategies as st

from kimcore.factsheet import Facts, fact_names
from kimcore.values import OPEN_ENDED, Answer

ON = date(2026, 11, 24)
DAYS = st.sampled_from([ON + timedelta(days=n) for n in (-800, -366, -365, -364, -30, -1, 0, 1, 30, 400)])
OF_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    Answer: st.sampled_from(Answer),
    int: st.integers(0, 3),
    int | None: st.none() | st.integers(0, 3),
    date | None: st.none() | DAYS,
    tuple[date, ...]: st.lists(DAYS.filter(lambda d: d <= ON), max_size=3).map(
        lambda d: tuple(sorted(d, reverse=True))
    ),
}


def of(name: str) -> st.SearchStrategy[Any]:
    """Values of one fact."""
    if name == "decree_until":
        return st.none() | DAYS | st.just(OPEN_ENDED)
    if name in ("case_1", "case_2", "case_3", "case_4", "case_5", "case_6", "case_7", "decree_pending"):
        return st.sampled_from([Answer.YES, Answer.NO])
    return OF_TYPE[fields_dict(Facts)[name].type]


def facts_records() -> st.SearchStrategy[Facts]:
    """Facts as of ON, each drawn by itself: more than any KIM can show."""
    return st.fixed_dictionaries({name: of(name) for name in fact_names()}).map(lambda d: Facts(on=ON, **d))
