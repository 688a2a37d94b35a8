"""Suggestions: KIMs whose field or audience an issue concerns, each with its reason and marked as such (III.B)."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from kimcore.affairs import Affair, find_affair
from kimcore.clauses import cite
from kimcore.community import Kim
from kimcore.issues.issue import Issue
from kimcore.terms import Text

__all__ = ["CLAUSE", "Suggestion", "suggest", "suggest_all", "words_of"]

CLAUSE: Final = cite("III.B.matrix")
SYNERGY: Final = cite("II.A.p3")
"""Issues of the office and KIMs whose fields and audience fit them are brought together."""

SHORTEST: Final = 4
"""Letters below which a word says too little to be compared."""

EMPTY_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        "akan antara atau bagi dalam dari dengan desa diri hingga juga kampung karena kecamatan kelompok kelurahan "
        "kepada kota lain lainnya masyarakat oleh pada para publik sampai sebagai secara seluruh semua serta setempat "
        "sekitar strategis tentang terhadap terkait umum untuk warga wilayah yang ",
    )
)
"""Words that nearly every issue or audience has, and that tie nothing to anything."""

REASON: Final = Text("Saran, bukan penetapan Dinas: {grounds}.", "A suggestion, not the office's own tie: {grounds}.")
SAME_FIELD: Final = Text("bidang sama ({field})", "same field ({field})")
SAME_WORDS: Final = Text("kata yang sama: {words}", "words in common: {words}")

WORD: Final = re.compile(r"[^\W_]+")


@frozen(kw_only=True)
class Suggestion:
    """A KIM suggested for an issue: always a suggestion, never one of the ties that the office recorded.

    `field` is the field both have, None where they share none; `words` are the words that the issue's title and scope
    share with the KIM's audience and public issues, in order of the alphabet.
    """

    issue: str
    kim: str
    name: str
    village: str
    field: Affair | str | None
    words: tuple[str, ...]

    @property
    def is_suggestion(self) -> bool:
        """True: what tells a suggestion from a row of Tabel 3.2 wherever both are shown."""
        return True

    @property
    def reason(self) -> Text:
        """Why the KIM is suggested, said to be a suggestion, in both languages."""
        grounds = []
        if self.field is not None:
            grounds.append(SAME_FIELD.format(field=self.field))
        if self.words:
            grounds.append(SAME_WORDS.format(words=", ".join(self.words)))
        return REASON.format(grounds=Text("; ".join(g.id for g in grounds), "; ".join(g.en for g in grounds)))


@frozen(kw_only=True)
class Reader:
    """A KIM as it is compared with issues: its fields, and the words of its audience and public issues."""

    kim: Kim
    fields: frozenset[Affair | str]
    words: frozenset[str]

    @classmethod
    def of(cls, kim: Kim) -> "Reader":
        """Read a KIM once for all issues."""
        profile = kim.profile
        return cls(
            kim=kim,
            fields=frozenset(field_key(f) for f in profile.fields),
            words=words_of(profile.audience, *profile.issues),
        )

    def suggestion(self, issue: Issue, field: Affair | str | None, words: frozenset[str]) -> Suggestion | None:
        """Return the KIM as a suggestion for an issue with a field and words, or None where they share nothing."""
        shared = self.words & words
        same = None if field is None or field not in self.fields else issue.affair
        if self.kim.id in issue.kims or (same is None and not shared):
            return None
        return Suggestion(
            issue=issue.id,
            kim=self.kim.id,
            name=self.kim.name,
            village=self.kim.village,
            field=same,
            words=tuple(sorted(shared)),
        )


def suggest(issue: Issue, kims: Iterable[Kim]) -> tuple[Suggestion, ...]:
    """Suggest KIMs for one issue, as `suggest_all` does for many."""
    return suggest_all((issue,), kims)


def suggest_all(issues: Iterable[Issue], kims: Iterable[Kim]) -> tuple[Suggestion, ...]:
    """Suggest KIMs for each issue that the office has not tied to it: those with its field or words in common.

    In the order of the issues; for one issue those with its field first, then more words in common, then by name
    (without case), village and id, whatever the order of the KIMs.
    """
    readers = [Reader.of(kim) for kim in kims]
    return tuple(suggestion for issue in issues for suggestion in suggestions(issue, readers))


def suggestions(issue: Issue, readers: Sequence[Reader]) -> list[Suggestion]:
    """Return the suggestions for one issue in their order."""
    field = None if issue.affair is None else field_key(issue.affair)
    words = words_of(issue.title, issue.scope)
    found = (reader.suggestion(issue, field, words) for reader in readers)
    return sorted((s for s in found if s is not None), key=order_of)


def order_of(found: Suggestion) -> tuple[object, ...]:
    """Return the key by which suggestions for one issue stand."""
    return found.field is None, -len(found.words), found.name.casefold(), found.village.casefold(), found.kim


def field_key(field: Affair | str) -> Affair | str:
    """Return the affair that a field is, or its text without case where it is none of the 32."""
    return field if isinstance(field, Affair) else find_affair(field) or field.casefold().strip()


def words_of(*texts: str) -> frozenset[str]:
    """Return the words of texts that say something: four letters or more, without case, no numbers."""
    words = (w for text in texts for w in WORD.findall(text.casefold()))
    return frozenset(w for w in words if len(w) >= SHORTEST and not w.isdigit() and w not in EMPTY_WORDS)
