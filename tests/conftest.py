"""Services that some tests need: a test whose service is missing is skipped, or fails where it is required."""

import os
import shutil
import socket
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

# A shared machine is slow at times: how long one example takes says nothing about the code.
settings.register_profile("kimcore", deadline=None)
settings.load_profile("kimcore")

ENV_REQUIRE = "KIMCORE_REQUIRE"
ENV_NOT_RUN = "KIMCORE_NOT_RUN"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
PORTS = {"PostgreSQL": 5432, "MariaDB": 3306}


class Service(NamedTuple):
    """What a marker needs: `missing()` names what is absent (empty: nothing), `remedy` says how to get it."""

    missing: Callable[[], str]
    remedy: str


def listens(port: int) -> bool:
    """Tell whether something answers on a port of this machine."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False


def missing_browser() -> str:
    """Name the browser where none is found."""
    return "" if any(map(shutil.which, BROWSERS)) else "Chromium"


def missing_server() -> str:
    """Name the database servers that do not answer."""
    return " and ".join(name for name, port in PORTS.items() if not listens(port))


def missing_spark() -> str:
    """Name what Spark lacks."""
    parts = {"PySpark": find_spec("pyspark"), "Java": shutil.which("java")}
    return " and ".join(name for name, found in parts.items() if not found)


def missing_oracle() -> str:
    """Name the packages of vendors that are not installed."""
    packages = ("facebook_business", "googleapiclient", "tweepy", "xdk")
    return " and ".join(package for package in packages if not find_spec(package))


SERVICES = {
    "browser": Service(missing_browser, "install Chromium, then nox -s tests"),
    "server": Service(missing_server, "start both on 127.0.0.1 (see .ci/run), then nox -s tests"),
    "spark": Service(missing_spark, "install Java 17, then nox -s spark"),
    "oracle": Service(missing_oracle, "nox -s oracle"),
}


def required() -> set[str]:
    """Return the services that must be there; refuse a name that is none."""
    names = {name.strip() for name in os.environ.get(ENV_REQUIRE, "").split(",")} - {""}
    if wrong := names - set(SERVICES):
        raise pytest.UsageError(f"{ENV_REQUIRE}: {', '.join(sorted(wrong))} is none of {', '.join(SERVICES)}")
    return names


def pytest_configure(config: pytest.Config) -> None:
    """Refuse an unknown name in KIMCORE_REQUIRE before any test runs."""
    required()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose service is missing, with the reason; fail where the service is required."""
    for name, service in SERVICES.items():
        if item.get_closest_marker(name) and (missing := service.missing()):
            reason = f"needs {name}: no {missing}; {service.remedy}"
            (pytest.fail if name in required() else pytest.skip)(reason)


@pytest.fixture
def unmeasured() -> dict[str, str]:
    """Return the environment for a child process that coverage is to leave alone: it imports and writes on its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write the tests that were not run, one a line, to the file that KIMCORE_NOT_RUN names."""
    if target := os.environ.get(ENV_NOT_RUN):
        skipped = terminalreporter.stats.get("skipped", [])
        lines = {f"{report.nodeid}: {reason(report)}" for report in skipped}
        Path(target).write_text("".join(f"{line}\n" for line in sorted(lines)), "utf-8")


def reason(report: pytest.TestReport) -> str:
    """Return why a test was skipped."""
    return str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr).removeprefix("Skipped: ")


@pytest.fixture
def today() -> date:
    """Return the date on which most tests judge."""
    return date(2026, 11, 24)
