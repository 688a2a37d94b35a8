"""Raises when its hooks are looked for."""

__all__ = ["plugin"]


class Thorny:
    """Refuses to be looked at."""

    def __dir__(self) -> list[str]:
        """Raise instead of telling what there is."""
        raise RuntimeError("do not look")


plugin = Thorny()
