"""Offers a rulebook under the name of kimcore's own."""

from kimcore.plugins import RulebookDescriptor, hookimpl


@hookimpl
def kimcore_rulebooks() -> list[RulebookDescriptor]:
    """Offer rules that nobody asked for."""
    return [RulebookDescriptor(name="juknis-2022", factory="nowhere:RULES")]
