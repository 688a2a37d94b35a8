"""A test whose service is missing is skipped with its reason, or fails where the service is required."""

from pathlib import Path

import pytest

from tests import conftest

MARKED = "import pytest\n\n@pytest.mark.browser\ndef test_x():\n    pass\n"


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Return a small project with the conftest of this one, on a machine without a browser."""
    pytester.makeconftest(Path(conftest.__file__).read_text("utf-8"))
    pytester.makeini("[pytest]\nmarkers =\n    browser\n    server\n    spark\n")
    pytester.makepyfile(MARKED)
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("KIMCORE_REQUIRE", raising=False)
    monkeypatch.setenv("KIMCORE_NOT_RUN", str(pytester.path / "not-run.txt"))
    return pytester


def test_a_missing_service_skips_with_its_remedy(run: pytest.Pytester) -> None:
    """Where no browser is found the test is skipped, and the list of tests not run says how to get it."""
    run.runpytest_inprocess().assert_outcomes(skipped=1)
    (line,) = (run.path / "not-run.txt").read_text("utf-8").splitlines()
    assert "test_x: needs browser: no Chromium; install Chromium" in line


def test_a_required_service_that_is_missing_fails(run: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """With KIMCORE_REQUIRE=browser the same test fails."""
    monkeypatch.setenv("KIMCORE_REQUIRE", "browser,server")
    run.runpytest_inprocess().assert_outcomes(errors=1)


def test_an_unknown_service_is_refused(run: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is no service stops the run, so that a misspelling does not pass for a requirement."""
    monkeypatch.setenv("KIMCORE_REQUIRE", "broswer")
    result = run.runpytest_inprocess()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*broswer is none of browser, server, spark*"])
