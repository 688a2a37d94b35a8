"""The contract as a class: how a test class states its known failures, and what it leaves untested with good reason."""

from collections.abc import Mapping
from functools import wraps
from typing import Any, ClassVar

import pytest

__all__ = ["Contract"]


class Contract:
    """Tests that an adapter inherits; each test is one law of its port.

    `known_failures` gives a reason for each test, or case of one (`test[case]`), that is known to fail: it must, so
    that a mended adapter is seen. `OFFERS` names methods that an author may write to have more laws tested, each with
    the tests that need it.
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
    """Let a test of a class, or one case of it (`test[case]`), fail for a reason, and only so.

    Raises `TypeError` for a name that is no test or case, and for an empty reason.
    """
    name, _, case = test.removesuffix("]").partition("[")
    law = getattr(cls, name, None)
    if law is None or not name.startswith("test_"):
        raise TypeError(f"{cls.__name__}.known_failures: {test} is no test of the contract")
    if not reason.strip():
        raise TypeError(f"{cls.__name__}.known_failures: {test} needs a reason")

    @wraps(law)
    def failing(self: Any, *args: Any, **given: Any) -> None:
        law(self, *args, **given)

    known = pytest.mark.xfail(reason=reason, strict=True)
    setattr(cls, name, known_in(failing, case, known) if case else known(failing))


def known_in(law: Any, case: str, known: pytest.MarkDecorator) -> Any:
    """Return a test of which one case is marked; the cases are those of its only parameter."""
    (cases,) = [mark for mark in getattr(law, "pytestmark", ()) if mark.name == "parametrize"] or [None]
    ids = [each.id for each in cases.args[1]] if cases else []
    if case not in ids:
        raise TypeError(f"known_failures: {law.__name__} has no case {case!r}; it has: {', '.join(ids) or 'none'}")
    told = [evolved(each, known) if each.id == case else each for each in cases.args[1]]
    law.pytestmark = [mark for mark in law.pytestmark if mark is not cases]
    return pytest.mark.parametrize(cases.args[0], told)(law)


def evolved(case: Any, known: pytest.MarkDecorator) -> Any:
    """Return a case with one more mark."""
    return pytest.param(*case.values, id=case.id, marks=[*case.marks, known])
