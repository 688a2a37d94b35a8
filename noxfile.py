"""Sessions: `nox` runs lint, types, build, tests and docs, then lists the tests that could not run here."""

import os
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2025.10.16"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = False
nox.options.download_python = "never"
nox.options.sessions = ["lint", "types", "build", "tests", "docs", "not_run"]
os.environ.setdefault("UV_PYTHON_DOWNLOADS", "never")

ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml("pyproject.toml")
RUNNING = f"{sys.version_info.major}.{sys.version_info.minor}"
PYTHONS = sorted({"3.11", "3.12", "3.13", RUNNING}, key=lambda v: int(v.split(".")[1]))
NOT_RUN = ROOT / ".nox" / "not-run"
DIST = ROOT / ".nox" / "dist"


def group(*names: str) -> list[str]:
    """Return the requirements of dependency groups of pyproject.toml."""
    return [line for name in names for line in nox.project.dependency_groups(PROJECT, name)]


def run_tests(session: nox.Session, *before: str) -> None:
    """Run the suite on two workers, noting which tests were not run; `before` is what pytest runs under."""
    NOT_RUN.mkdir(parents=True, exist_ok=True)
    env = {"KIMCORE_NOT_RUN": str(NOT_RUN / f"{session.name}.txt")}
    session.run(*before, "pytest", "-q", "-n", "2", "--dist", "loadfile", *session.posargs, env=env)


@nox.session
def lint(session: nox.Session) -> None:
    """Style and format, layers, and declared dependencies."""
    session.install(*group("lint"), "-e", ".[all,archive,ibis,pdf,testing]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")
    session.run("deptry", ".", silent=True)


@nox.session
def types(session: nox.Session) -> None:
    """Types by mypy (strict) and by pyright."""
    session.install(*group("types"), "nox", "-e", ".[all,archive,ibis,testing]")
    session.run("mypy")
    session.run("pyright", "--warnings")


@nox.session
def build(session: nox.Session) -> None:
    """Source archive, and a wheel made of it."""
    for old in DIST.glob("kimcore-*"):
        old.unlink()
    session.install(*group("build"))
    session.run("python", "-m", "build", "--installer", "uv", "--outdir", str(DIST), silent=True)


@nox.session(python=PYTHONS, requires=["build"])
def tests(session: nox.Session) -> None:
    """The suite against the wheel on each Python found; the coverage gate on the Python that runs nox."""
    (wheel,) = DIST.glob("kimcore-*.whl")
    session.install(
        "--reinstall-package", "kimcore", *group("tests"), f"kimcore[all,archive,ibis,testing] @ {wheel.as_uri()}"
    )
    session.run("python", "-c", "import kimcore, sys; sys.exit('site-packages' not in kimcore.__file__)")
    if session.python != RUNNING:
        run_tests(session)
        return
    session.run("coverage", "erase")
    run_tests(session, "coverage", "run", "-m")
    session.run("coverage", "combine", "--quiet")
    if not session.posargs:
        session.run("coverage", "report")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, every warning an error."""
    session.install(*group("docs"), "-e", ".[all,archive,ibis,testing]")
    session.run("sphinx-build", "-W", "--keep-going", "-q", "-b", "html", "docs", "docs/_build/html")


@nox.session(venv_backend="none")
def not_run(session: nox.Session) -> None:
    """List the tests that were not run in this run, and how to get them."""
    notes = sorted(NOT_RUN.glob("*.txt")) if NOT_RUN.is_dir() else []
    lines = sorted({line for note in notes for line in note.read_text("utf-8").splitlines()})
    print("\nTests not run:" if lines else "\nEvery test was run.")
    for line in lines:
        print(f"  {line}")
    session.debug(f"read from {NOT_RUN}")
    for note in notes:
        note.unlink()


@nox.session
def reliability(session: nox.Session) -> None:
    """By name: killed imports, writers and collections, 300 flipped bits, 10,000 steps a store; the suite does less."""
    session.install(*group("tests"), "-e", ".[all,archive,ibis,testing]")
    numbers = {
        "KIMCORE_KILLS": "50",
        "KIMCORE_WRITER_KILLS": "200",
        "KIMCORE_INCREMENTS": "2000",
        "KIMCORE_FLIPS": "300",
        "KIMCORE_COLLECTION": "60,34",
        "KIMCORE_COLLECTION_KILLS": "20",
    }
    session.run("pytest", "-q", "tests/crash", "tests/cli/test_year.py", *session.posargs, env=numbers)
    session.run("pytest", "-q", "tests/storage", "-k", "any_series", env={"KIMCORE_STEPS": "10000"})


@nox.session
def dirt(session: nox.Session) -> None:
    """By name: field dirt in 300,000 cells of 27,000 rows, each right or reported, where the suite takes 25,000."""
    session.install(*group("tests"), "-e", ".[all,archive,ibis,testing]")
    session.run("pytest", "-q", "tests/intake/dirt", *session.posargs, env={"KIMCORE_DIRT": "3000"})


@nox.session
def spark(session: nox.Session) -> None:
    """By name: the measures of an archive on PySpark, which needs Java 17."""
    session.install(*group("tests"), "-e", ".[all,spark,testing]")
    session.run("pytest", "-q", "-m", "spark", *session.posargs, "tests/archives", env={"KIMCORE_REQUIRE": "spark"})


@nox.session
def oracle(session: nox.Session) -> None:
    """By name: the names that metric providers send and read, against the packages of the platforms' vendors."""
    session.install(*group("tests", "oracle"), "-e", ".[testing]")
    session.run("pytest", "-q", "-m", "oracle", *session.posargs, "tests/oracle", env={"KIMCORE_REQUIRE": "oracle"})


@nox.session
def bench(session: nox.Session) -> None:
    """By name: the benchmarks, as ratios of one run; name some to run those alone, for example `bench_report`."""
    session.install(*group("bench"), "-e", ".[all,archive,ibis,testing]")
    for name in session.posargs or sorted(p.stem for p in (ROOT / "benchmarks").glob("bench_*.py")):
        session.run("python", "-m", f"benchmarks.{name}", success_codes=[0, 1])


@nox.session
def mutation(session: nox.Session) -> None:
    """By name: the code of the rules and of the readers of cells, changed in many small ways; survivors are told."""
    session.install(*group("tests"), "mutmut>=3.8", "-e", ".[all,archive,ibis,testing]")
    session.run("python", "-m", "scripts.mutation", *session.posargs)


@nox.session(venv_backend="none")
def trace(session: nox.Session) -> None:
    """By name: gather the clause trace anew from the marks in code and tests."""
    session.run(sys.executable, "scripts/trace.py")
