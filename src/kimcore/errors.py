"""Errors: one base class with a stable code, and few subclasses, each also the builtin it resembles."""

__all__ = [
    "Conflict",
    "InvalidValue",
    "KimError",
    "MissingExtra",
    "NotAllowed",
    "NotFound",
    "PluginError",
    "StorageError",
    "UnknownTruth",
    "Unreadable",
    "Unwritable",
]


class KimError(Exception):
    """Base of every error that kimcore raises.

    `code` is stable and has a page in the docs; `field` names the field concerned, `clause` the clause of the
    guideline, `params` the values of the message. `str()` gives English; `say("id")` gives Indonesian.
    """

    def __init__(
        self, code: str, en: str, id: str = "", *, field: str = "", clause: str = "", **params: object
    ) -> None:
        super().__init__(en)
        self.code, self.en, self.id = code, en, id or en
        self.field, self.clause, self.params = field, clause, params

    def say(self, language: str = "id") -> str:
        """Return the message in a language, `id` or `en`."""
        return self.en if language == "en" else self.id


class InvalidValue(KimError, ValueError):
    """A value whose form is wrong: an end before its start, a region code with letters."""


class NotFound(KimError, LookupError):
    """Something named that does not exist, or a name that several things bear."""


class NotAllowed(KimError, RuntimeError):
    """A decision that a condition of the guideline forbids; the message says which."""


class UnknownTruth(KimError, TypeError):
    """An unknown was used where yes or no is needed."""


class Unreadable(KimError, OSError):
    """A file that cannot be read as what it should be."""

    def __str__(self) -> str:
        """Return the English message (OSError would print its arguments)."""
        return self.en


class Unwritable(KimError, OSError):
    """A file that cannot be written; the one that stood there is as it was."""

    def __str__(self) -> str:
        """Return the English message (OSError would print its arguments)."""
        return self.en


class StorageError(KimError, RuntimeError):
    """A store that cannot be opened, read or written; nothing was half-written."""


class MissingExtra(KimError, ImportError):
    """A command or adapter needs an optional extra that is not installed; the message names it."""


class Conflict(StorageError):
    """A record was changed or removed since it was read; `expected` and `actual` are revisions, 0 for none."""

    def __init__(self, kind: str, id: str, *, expected: int, actual: int) -> None:
        en = f"{kind} {id!r} was changed in the meantime: revision {expected} was expected, {actual} is stored"
        ind = f"{kind} {id!r} sudah diubah: revisi {expected} diharapkan, revisi {actual} yang tersimpan"
        super().__init__("store_conflict", en, ind, kind=kind, record=id, expected=expected, actual=actual)
        self.expected, self.actual = expected, actual


class PluginError(KimError, RuntimeError):
    """A plug-in that cannot be used: it does not load, breaks the hook API, or its name is borne by two."""
