"""Terms: words of the guideline with a stable code and their labels in Indonesian and English."""

from datetime import date
from enum import Enum
from typing import Final, Literal, Self

from attrs import frozen

__all__ = ["LANGUAGES", "Language", "Term", "Text", "say"]

Language = Literal["id", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("id", "en")


@frozen
class Text:
    """One sentence or label in both languages; `say("id")` and `say("en")` give it."""

    id: str
    en: str

    def say(self, language: Language = "id") -> str:
        """Return the text in a language."""
        return self.en if language == "en" else self.id

    def format(self, **values: object) -> "Text":
        """Return the text with `{name}` replaced in both languages; a `Text` value is said in the same language."""
        return Text(self.id.format(**said(values, "id")), self.en.format(**said(values, "en")))


def said(values: dict[str, object], language: Language) -> dict[str, object]:
    """Return the values with each Text, Term or date replaced by its wording in a language."""
    return {k: say(v, language) if isinstance(v, Text | Term | date) else v for k, v in values.items()}


MONTHS = Text(
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "January February March April May June July August September October November December",
)


def say(value: object, language: Language = "id") -> str:
    """Return a value as a person would write it: labels, `24 November 2026` for a date, text for the rest."""
    if isinstance(value, (Text, Term)):  # a union would be made anew for each cell of a report
        return value.say(language)
    if isinstance(value, date):
        return f"{value.day} {MONTHS.say(language).split()[value.month - 1]} {value.year}"
    return str(value)


class Term(Enum):
    """An enum whose members carry a code (their value) and their labels.

    Write a member as `NAME = "code", "label in Indonesian", "label in English"`.
    """

    code: str
    """The stable code, as it stands in JSON."""

    text: Text

    def __new__(cls, code: str, id: str, en: str) -> Self:
        """Make a member whose value is the code."""
        member = object.__new__(cls)
        member._value_ = member.code = code
        member.text = Text(id, en)
        return member

    @classmethod
    def of(cls, code: str) -> Self:
        """Return the member of a code; raise ValueError for none."""
        return cls(code)  # type: ignore[call-arg]

    def __repr__(self) -> str:
        """Return `Class.NAME`."""
        return f"{type(self).__name__}.{self.name}"

    def say(self, language: Language = "id") -> str:
        """Return the label in a language."""
        return self.text.say(language)
