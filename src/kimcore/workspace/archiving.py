"""Archiving: the figures of an office as files of columns, accounts and contents by token unless they are asked for."""

from collections.abc import Iterator

from attrs import evolve

from kimcore.ports import ObservationRow
from kimcore.protection import Pseudonyms

__all__ = ["told_apart"]


def told_apart(rows: Iterator[ObservationRow], pseudonyms: Pseudonyms) -> Iterator[ObservationRow]:
    """Yield rows in which a token that tells it apart stands for each account and content."""
    tokens: dict[str, str] = {"": ""}
    for row in rows:
        for text in (row.account.casefold(), row.content):
            if text not in tokens:
                tokens[text] = pseudonyms.token(text)
        yield evolve(row, account=tokens[row.account.casefold()], content=tokens[row.content])
