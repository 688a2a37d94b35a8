"""Tokens come from a file that only its owner reads and from the environment, and are shown nowhere."""

import pickle
from pathlib import Path

import pytest
from attrs import asdict

from kimcore.errors import InvalidValue, Unreadable
from kimcore.metrics import Credential, Secret
from kimcore.metrics.tokens import Tokens, read_tokens

CANARY = "canary-token-9f3"


def written(path: Path, text: str, mode: int = 0o600) -> Path:
    """Write a file of tokens with its permissions."""
    file = path / "tokens.toml"
    file.write_text(text, "utf-8")
    file.chmod(mode)
    return file


def revealed(tokens: Tokens, provider: str, account: str = "") -> str | None:
    """Return the token that is found."""
    found = tokens(provider, account)
    return found.token.reveal() if found else None


def test_an_account_has_its_own_token_before_that_of_its_provider(tmp_path: Path) -> None:
    """The account is compared without case and without the sign before it."""
    text = '[instagram]\ntoken = "a"\n[instagram.accounts."@Kim_Made"]\ntoken = "b"\nidentity = "17"\n'
    tokens = read_tokens(written(tmp_path, text))
    assert revealed(tokens, "instagram", "kim_made") == revealed(tokens, "instagram", " @KIM_MADE") == "b"
    assert revealed(tokens, "instagram", "kim_other") == "a"
    assert revealed(tokens, "facebook", "kim_made") is None
    assert (found := tokens("instagram", "kim_made")) is not None
    assert found.identity == "17"


def test_a_table_of_accounts_alone_is_no_token_for_others(tmp_path: Path) -> None:
    """A provider without a token of its own has one for the accounts named only."""
    tokens = read_tokens(written(tmp_path, '[tiktok.accounts.kim_made]\ntoken = "c"\n'))
    assert (revealed(tokens, "tiktok", "kim_made"), revealed(tokens, "tiktok", "x")) == ("c", None)
    assert tokens.providers == {"tiktok"}


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    """`KIMCORE_TOKEN_<PROVIDER>` names a provider in capitals; an empty one says nothing."""
    file = written(tmp_path, '[youtube]\ntoken = "of the file"\n[x]\ntoken = "x"\n')
    tokens = read_tokens(file, {"KIMCORE_TOKEN_YOUTUBE": "of the environment", "KIMCORE_TOKEN_X": "", "HOME": "/"})
    assert (revealed(tokens, "youtube"), revealed(tokens, "x")) == ("of the environment", "x")
    assert read_tokens().providers == frozenset()


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('youtube = "canary-token-9f3"\n', "youtube"),
        ('[youtube]\nkey = "canary-token-9f3"\n', "youtube"),
        ('[youtube]\nidentity = "canary-token-9f3"\n', "youtube"),
        ('[youtube]\ntoken = ""\nidentity = "canary-token-9f3"\n', "youtube"),
        ("[youtube]\ntoken = 93\n", "youtube"),
        ('[plausible]\ntoken = "canary-token-9f3"\nbase = "http://stats.example"\n', "plausible.base"),
        ('[tiktok]\naccounts = "canary-token-9f3"\n', "tiktok.accounts"),
        ('[tiktok.accounts]\nkim = "canary-token-9f3"\n', "tiktok.accounts"),
    ],
)
def test_another_form_is_refused_by_its_place_and_never_by_its_value(tmp_path: Path, text: str, where: str) -> None:
    """The error names file and table."""
    with pytest.raises(InvalidValue) as raised:
        read_tokens(written(tmp_path, text))
    assert (raised.value.code, raised.value.field) == ("tokens_value", where)
    assert f"[{where}]" in str(raised.value)
    assert CANARY not in str(raised.value) + raised.value.say("id")


def test_a_file_that_others_may_read_is_refused_with_what_closes_it(tmp_path: Path) -> None:
    """One bit for others is enough."""
    for mode in (0o640, 0o604, 0o620):
        with pytest.raises(Unreadable, match="chmod 600") as raised:
            read_tokens(written(tmp_path, f'[youtube]\ntoken = "{CANARY}"\n', mode))
        assert raised.value.code == "tokens_open"
    assert revealed(read_tokens(written(tmp_path, '[youtube]\ntoken = "a"\n', 0o400)), "youtube") == "a"


@pytest.mark.parametrize("text", [None, f'[youtube\ntoken = "{CANARY}"\n'])
def test_a_file_that_is_no_toml_or_not_there_is_one_error_without_its_text(tmp_path: Path, text: str | None) -> None:
    """The parser's message, which may repeat a line, is left out."""
    file = written(tmp_path, text) if text else tmp_path / "none.toml"
    with pytest.raises(Unreadable) as raised:
        read_tokens(file)
    assert raised.value.code == "tokens_unreadable"
    assert CANARY not in f"{raised.value!r}{raised.value.__cause__!r}"


def test_a_secret_is_shown_pickled_and_copied_nowhere() -> None:
    """Only `reveal` gives it."""
    held = Credential(token=Secret(CANARY), identity="made-up", base="https://made.example")
    shown = [
        repr(held),
        str(held),
        f"{held.token}",
        f"{held.token!s:>5}",
        str(asdict(held, recurse=False)),
        str(held.token),
    ]
    assert not any(CANARY in text or "made" in text for text in shown if text != shown[4])
    assert CANARY not in shown[4]
    with pytest.raises(TypeError, match="secret"):
        pickle.dumps(held)
    assert held.token.reveal() == CANARY
    assert held.token != Secret(CANARY)
