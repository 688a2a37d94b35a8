"""Vocabulary: `F`, the facts by name, each as the kind of expression that its type allows."""

from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any

from attrs import fields_dict

from kimcore.errors import NotFound
from kimcore.factsheet import Facts, fact_names
from kimcore.rules.expressions import AnswerOf, Dates, Fact
from kimcore.values import Answer

__all__ = ["F", "kind_of"]

KINDS: dict[object, type] = {
    Answer: AnswerOf,
    int: Fact,
    int | None: Fact,
    date | None: Fact,
    tuple[date, ...]: Dates,
}


@cache
def kind_of(name: str) -> type:
    """Return the class of expression that a fact becomes; raise `NotFound`, with close names, for an unknown one."""
    if name not in fact_names():
        close = ", ".join(get_close_matches(name, fact_names())) or "none is close"
        raise NotFound("fact_unknown", f"no fact {name!r} ({close})", field=name)
    return KINDS[fields_dict(Facts)[name].type]


class Vocabulary:
    """The facts as attributes: `F.decree_until < ON`. An unknown name fails when the rule is written."""

    def __getattr__(self, name: str) -> Any:
        """Return the fact as an expression or operand."""
        if name.startswith("__"):
            raise AttributeError(name)
        return kind_of(name)(name)


F = Vocabulary()
