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
    from kimcore.testing.contests import a_competition, an_award
    from kimcore.testing.contracts import MetricProviderContract, StorageContract
    from kimcore.testing.fakes import FakeClock, a_host, a_workspace
    from kimcore.testing.scenes import Scene
    from kimcore.testing.stored import documents, observation_rows
    from kimcore.testing.strategies import (
        assessments,
        cases,
        contents,
        decisions,
        fact,
        facts,
        gatherings,
        issues,
        kims,
        observations,
        surveys,
        texts,
    )
    from kimcore.testing.works import (
        a_collaboration,
        a_material,
        a_stage,
        a_trial,
        an_event,
        some_needs,
    )
    from kimcore.testing.workstrategies import (
        awards,
        collaborations,
        competitions,
        events,
        materials,
        needs,
        trials,
    )

MODULES = {
    "builders": "TODAY a_candidate a_case a_decision a_kim a_person a_term an_issue changed proven",
    "contests": "a_competition an_award",
    "contracts": "MetricProviderContract StorageContract",
    "fakes": "FakeClock a_host a_workspace",
    "scenes": "Scene",
    "stored": "documents observation_rows",
    "strategies": "assessments cases contents decisions fact facts gatherings issues kims observations surveys texts",
    "works": "a_collaboration a_material a_stage a_trial an_event some_needs",
    "workstrategies": "awards collaborations competitions events materials needs trials",
}
HOMES = {name: f"{__name__}.{module}" for module, names in MODULES.items() for name in names.split()}

__all__ = [
    "TODAY",
    "FakeClock",
    "MetricProviderContract",
    "Scene",
    "StorageContract",
    "a_candidate",
    "a_case",
    "a_collaboration",
    "a_competition",
    "a_decision",
    "a_host",
    "a_kim",
    "a_material",
    "a_person",
    "a_stage",
    "a_term",
    "a_trial",
    "a_workspace",
    "an_award",
    "an_event",
    "an_issue",
    "assessments",
    "awards",
    "cases",
    "changed",
    "collaborations",
    "competitions",
    "contents",
    "decisions",
    "documents",
    "events",
    "fact",
    "facts",
    "gatherings",
    "issues",
    "kims",
    "materials",
    "needs",
    "observation_rows",
    "observations",
    "proven",
    "some_needs",
    "surveys",
    "texts",
    "trials",
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
