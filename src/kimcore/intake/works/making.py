"""Making: drafts as records, each with all that the file says of it but what the domain refuses, which is reported."""

from collections.abc import Iterator
from typing import Any

from attrs import evolve, frozen

from kimcore.errors import KimError
from kimcore.intake.works.drafts import Draft, Drafts, forbidden, said_by
from kimcore.intake.works.rows import Lookup, Row
from kimcore.intake.works.steps import with_stages

__all__ = ["Making"]


@frozen
class Making:
    """The last step of one reading."""

    drafts: Drafts
    lookup: Lookup

    def records(self) -> Iterator[tuple[str, Any]]:
        """Yield the records, those that are new or say something else."""
        for draft in self.drafts.drafts.values():
            made = self.made(draft)
            if made is not None and made != draft.known:
                yield draft.kind, made

    def made(self, draft: Draft) -> Any:
        """Return a record with all that the file says; None where it is refused whole, which is reported.

        Where one list, or the row of a record known before, is what refuses it, the rest is taken.
        """
        try:
            found = draft.made(self.drafts.office)
        except KimError as error:
            part = self.blamed(draft)
            self.refused(draft, error, part)
            if part is None:
                return None
            draft.drop(part)
            found = draft.made(self.drafts.office)
        return self.with_steps(draft, found)

    def blamed(self, draft: Draft) -> str | None:
        """Return the one part of a draft without which the record stands: a list, or its own row (an empty name)."""
        for part in (*draft.lists, *([""] if draft.known is not None else [])):
            rest = evolve(draft, lists=dict(draft.lists))
            rest.drop(part)
            try:
                rest.made(self.drafts.office)
            except KimError:
                continue
            return part
        return None

    def refused(self, draft: Draft, error: KimError, part: str | None) -> None:
        """Report why a record, or a part of it, was not taken, at the first row that speaks of it."""
        rows = [draft.row, *draft.spoken.values(), *draft.stages]
        first = draft.spoken[part] if part else next(row for row in rows if row is not None)
        first.report(self.lookup.log, "list_refused" if part else "record_refused", name=said_by(error))

    def with_steps(self, draft: Draft, found: Any) -> Any:
        """Return a work with its stages; what a material does not allow to be disseminated is left out and reported."""
        if not (draft.stages or "disseminations" in draft.lists):
            return found
        refused = forbidden(quietly(found, draft, self.lookup), draft) if draft.kind == "material" else {}
        for item, why in refused.items():
            Row(draft.lists["disseminations"][item], self.lookup).report("record_refused", "work", name=why)
        sound = draft.made(self.drafts.office, refused) if refused else found
        return with_stages(sound, [Row(record, self.lookup) for record in draft.stages])


def quietly(found: Any, draft: Draft, lookup: Lookup) -> Any:
    """Return a work with its stages, nothing reported."""
    return with_stages(found, [Row(record, lookup.silent()) for record in draft.stages])
