"""Testing: what the tests of an application or plug-in need: made-up records, strategies, fakes, and contracts.

Strategies and contracts need the extra `testing`; builders and fakes need nothing. Nothing in kimcore imports this
package. With hypothesis installed, `st.from_type(Kim)` and its like work without an import from here, by an entry
point.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kimcore.testing.builders import (
        TODAY,
        a_candidate,
        a_case,
        a_decision,
        a_kim,
        a_person,
        a_term,
        an_issue,
        changed,
        proven,
    )
    from kimcore.testing.contracts import StorageContract
    from kimcore.testing.fakes import FakeClock, a_host, a_workspace
    from kimcore.testing.stored import documents, observation_rows
    from kimcore.testing.strategies import (
        assessments,
        cases,
        contents,
        decisions,
        fact,
        facts,
        issues,
        kims,
        observations,
        texts,
    )

MODULES = {
    "builders": "TODAY a_candidate a_case a_decision a_kim a_person a_term an_issue changed proven",
    "contracts": "StorageContract",
    "fakes": "FakeClock a_host a_workspace",
    "stored": "documents observation_rows",
    "strategies": "assessments cases contents decisions fact facts issues kims observations texts",
}
HOMES = {name: f"{__name__}.{module}" for module, names in MODULES.items() for name in names.split()}

__all__ = [
    "TODAY",
    "FakeClock",
    "StorageContract",
    "a_candidate",
    "a_case",
    "a_decision",
    "a_host",
    "a_kim",
    "a_person",
    "a_term",
    "a_workspace",
    "an_issue",
    "assessments",
    "cases",
    "changed",
    "contents",
    "decisions",
    "documents",
    "fact",
    "facts",
    "issues",
    "kims",
    "observation_rows",
    "observations",
    "proven",
    "texts",
]


def __getattr__(name: str) -> object:
    """Import a public name from its module when it is first used."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        found = getattr(import_module(HOMES[name]), name)
    except ModuleNotFoundError as error:
        if error.name not in {"hypothesis", "pytest"}:
            raise
        from kimcore.errors import MissingExtra

        how = "pip install 'kimcore[testing]'"
        en, id = f"{name} needs the extra testing: {how}", f"{name} memerlukan tambahan testing: {how}"
        raise MissingExtra("missing_extra", en, id, extra="testing") from None
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
