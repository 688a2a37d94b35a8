"""Settings: options before environment before configuration file before defaults."""

from datetime import date
from pathlib import Path

import pytest

from kimcore.cli.settings import Settings, language_in, settle
from tests.cli.conftest import Run


def test_defaults(folder: Path) -> None:
    """Without a word, the store is a file in the working folder, the language Indonesian, the user the account."""
    assert settle({}, {"lang": None}) == Settings(by="account")
    assert Settings() == Settings(store="sqlite:///kimcore.db", rulebook="juknis-2022", lang="id", format="text")


def test_later_options_win_over_environment_over_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each source is asked in its order."""
    text = 'store = "sqlite:///file.db"\noffice = "99.02"\non = 2026-01-01\nlang = "en"\nformat = "json"\n'
    (folder / "kimcore.toml").write_text(text, encoding="utf-8")
    assert settle({}) == Settings(
        store="sqlite:///file.db", office="99.02", on=date(2026, 1, 1), by="account", lang="en", format="json"
    )
    monkeypatch.setenv("KIMCORE_STORE", "sqlite:///environment.db")
    assert settle({}).store == "sqlite:///environment.db"
    assert settle({"store": "sqlite:///before.db"}, {"store": None}).store == "sqlite:///before.db"
    assert settle({"store": "sqlite:///before.db"}, {"store": "sqlite:///after.db"}).store == "sqlite:///after.db"


def test_a_named_file_stands_for_the_one_in_the_folder(folder: Path) -> None:
    """`--config` names another file; the one in the working folder is then not read."""
    (folder / "kimcore.toml").write_text('lang = "en"\n', encoding="utf-8")
    (folder / "other.toml").write_text('office = "99.03"\n', encoding="utf-8")
    assert settle({"config": "other.toml"}) == Settings(office="99.03", by="account")


WRONG = [
    ("lang = [", "bukan TOML", "is no TOML"),
    ("colour = true", "bukan pengaturan", "is no setting"),
    ('lang = "fr"', 'yang diharapkan: "id", "en"', 'expected: "id", "en"'),
    ('on = "2026-11-24"', "tanggal tanpa tanda kutip", "a date without quotes"),
    ("on = 2026-11-24T08:00:00", "tanggal tanpa tanda kutip", "a date without quotes"),
    ("office = 99.01", "teks dalam tanda kutip", "text in quotes"),
    ("format = true", 'yang diharapkan: "text"', 'expected: "text"'),
]


@pytest.mark.parametrize(("text", "id", "en"), WRONG)
def test_a_mistake_in_the_file_is_named(kimcore: Run, folder: Path, text: str, id: str, en: str) -> None:
    """Exit 2 and one message that names the file, what stands there and what is expected."""
    (folder / "own.toml").write_text(text, encoding="utf-8")
    for language, message in (("id", id), ("en", en)):
        ran = kimcore("--config", "own.toml", "rules", "--lang", language)
        assert (ran.code, ran.out) == (2, "")
        assert "own.toml" in ran.err
        assert message in ran.err


@pytest.mark.parametrize("name", ["latin.toml", "."])
def test_a_file_that_cannot_be_read_is_named(kimcore: Run, folder: Path, name: str) -> None:
    """Bytes that are no UTF-8, and a folder."""
    (folder / "latin.toml").write_bytes(b'lang = "\xff"\n')
    ran = kimcore("--config", name, "rules")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"galat: {name}")


@pytest.mark.usefixtures("district")
def test_the_language_of_the_file_is_that_of_errors_too(kimcore: Run, folder: Path) -> None:
    """An error that a command finds is said in the language of the settings, wherever they come from."""
    (folder / "kimcore.toml").write_text('lang = "en"\n', encoding="utf-8")
    assert kimcore("assess", "Tidak Ada").err.startswith("error: no KIM is called")
    assert kimcore("assess", "Tidak Ada", "--lang", "id").err.startswith("galat: ")


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ([], "id"),
        (["--lang", "en"], "en"),
        (["assess", "--lang=en"], "en"),
        (["--lang", "en", "assess", "--lang", "id"], "id"),
        (["--lang=fr"], "id"),
        (["--lang"], "id"),
    ],
)
def test_the_language_of_help_is_read_before_parsing(arguments: list[str], language: str) -> None:
    """The last one counts; what is no language is Indonesian."""
    assert language_in(arguments) == language
