"""Terms: words of the guideline with a stable code and their labels in Indonesian and English."""

from enum import Enum
from typing import Literal, Self

from attrs import frozen

__all__ = ["Language", "Term", "Text"]

Language = Literal["id", "en"]


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
        return Text(*(self.say(lang).format(**said(values, lang)) for lang in ("id", "en")))  # type: ignore[arg-type]


def said(values: dict[str, object], language: Language) -> dict[str, object]:
    """Return the values with each Text or Term replaced by its wording in a language."""
    return {k: v.say(language) if isinstance(v, Text | Term) else v for k, v in values.items()}


class Term(Enum):
    """An enum whose members carry a code (their value) and their labels.

    Write a member as `NAME = "code", "label in Indonesian", "label in English"`.
    """

    text: Text

    def __new__(cls, code: str, id: str, en: str) -> Self:
        """Make a member whose value is the code."""
        member = object.__new__(cls)
        member._value_ = code
        member.text = Text(id, en)
        return member

    def __repr__(self) -> str:
        """Return `Class.NAME`."""
        return f"{type(self).__name__}.{self.name}"

    @property
    def code(self) -> str:
        """The stable code, as it stands in JSON."""
        return str(self.value)

    def say(self, language: Language = "id") -> str:
        """Return the label in a language."""
        return self.text.say(language)
