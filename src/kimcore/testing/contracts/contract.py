"""The contract as a class: how a test class states its known failures, and what it leaves untested with good reason."""

from collections.abc import Mapping
from functools import wraps
from typing import Any, ClassVar

import pytest

__all__ = ["Contract"]


class Contract:
    """Tests that an adapter inherits; each test is one law of its port.

    `known_failures` gives a reason for each test that is known to fail: it must fail, so that a mended adapter is
    seen. `OFFERS` names methods that an author may write to have more laws tested, each with the tests that need it.
    """

    known_failures: ClassVar[Mapping[str, str]] = {}
    OFFERS: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def __init_subclass__(cls, **more: Any) -> None:
        """Mark the known failures, and take out the tests whose method the author did not write."""
        super().__init_subclass__(**more)
        if cls.__module__.startswith(__name__.rpartition(".")[0]):
            return
        for method, tests in cls.OFFERS.items():
            if not hasattr(cls, method):
                for test in tests:
                    setattr(cls, test, None)
        for test, reason in cls.__dict__.get("known_failures", {}).items():
            mark_known(cls, test, reason)


def mark_known(cls: type, test: str, reason: str) -> None:
    """Let a test of a class fail for a reason, and only so; refuse a name that is no test, and an empty reason."""
    law = getattr(cls, test, None)
    if law is None or not test.startswith("test_"):
        raise TypeError(f"{cls.__name__}.known_failures: {test} is no test of the contract")
    if not reason.strip():
        raise TypeError(f"{cls.__name__}.known_failures: {test} needs a reason")

    @wraps(law)
    def failing(self: Any, *args: Any, **given: Any) -> None:
        law(self, *args, **given)

    setattr(cls, test, pytest.mark.xfail(reason=reason, strict=True)(failing))
