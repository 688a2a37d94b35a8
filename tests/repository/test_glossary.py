"""One Indonesian term has one identifier, so that the glossary can be read both ways."""

import importlib
from collections import defaultdict
from collections.abc import Iterator

from kimcore.terms import Term
from tests.repository.tree import modules


def terms() -> Iterator[type[Term]]:
    """Yield every class of terms that has members, once."""
    for module in modules():
        if module.name.startswith("kimcore.") and module.door != "__main__":
            members = vars(importlib.import_module(module.name)).values()
            own = [c for c in members if isinstance(c, type) and c.__module__ == module.name]
            yield from (c for c in own if issubclass(c, Term) and len(c))


def test_one_indonesian_term_has_one_identifier() -> None:
    """Members that share an Indonesian label also share their name."""
    names: dict[str, set[str]] = defaultdict(set)
    for term in terms():
        for member in term:
            names[member.say("id").casefold()].add(member.name)
    assert {label: found for label, found in names.items() if len(found) > 1} == {}


def test_a_term_has_both_labels_and_a_code() -> None:
    """No label is blank, and within a class no two members share one."""
    for term in terms():
        for language in ("id", "en"):
            labels = [member.text.id if language == "id" else member.text.en for member in term]
            assert all(label.strip() for label in labels)
            assert len(set(labels)) == len(labels)
        assert all(member.code for member in term)
