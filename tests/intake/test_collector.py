"""The collector of cycles rests while a batch is made."""

import gc

import pytest

from kimcore.intake.collector import paused


def test_the_collector_goes_on_as_it_was() -> None:
    """It rests inside and runs again after, also where it was resting already, and after an error."""
    assert gc.isenabled()
    with paused():
        assert not gc.isenabled()
        with paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="torn"), paused():
        raise ValueError("torn")
    assert gc.isenabled()
