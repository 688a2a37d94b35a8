"""`kimcore collect` says what came of every figure and why the rest is unknown; without tokens it asks nobody."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def no_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out tokens that the environment may have."""
    monkeypatch.delenv("KIMCORE_TOKENS", raising=False)
    for provider in ("INSTAGRAM", "FACEBOOK", "X", "YOUTUBE", "TIKTOK", "MATOMO", "PLAUSIBLE"):
        monkeypatch.delenv(f"KIMCORE_TOKEN_{provider}", raising=False)


def tokens(text: str, mode: int = 0o600) -> Path:
    """Write a file of tokens."""
    path = Path("tokens.toml")
    path.write_text(text, "utf-8")
    path.chmod(mode)
    return path


def test_without_tokens_every_figure_is_told_as_not_asked_and_what_is_needed(kimcore: Run, district: Path) -> None:
    """Platforms in the order of Tabel 5.3; the sums add up, and no figure failed."""
    found = kimcore("collect", "--format", "json", "--lang", "en")
    assert found.code == 0
    platforms = found.json["platforms"]
    assert [p["platform"] for p in platforms] == ["instagram", "facebook", "twitter", "youtube", "tiktok", "website"]
    assert all(p["requested"] == p["skipped"] > 0 and p["calls"] == 0 for p in platforms)
    assert any("API key for YouTube" in u["reason"] for u in found.json["unknown"])
    shown = kimcore("collect", "--platform", "youtube", "--lang", "en")
    assert "an API key for YouTube" in " ".join(shown.out.split())


def test_a_platform_alone_is_asked(kimcore: Run, district: Path) -> None:
    """Given several times, several."""
    found = kimcore("collect", "--platform", "tiktok", "--platform", "twitter", "--format", "json")
    assert [p["platform"] for p in found.json["platforms"]] == ["twitter", "tiktok"]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--platform", "myspace"), "myspace"),
        (("--dollars", "-1"), "--dollars"),
        (("--dollars", "NaN"), "--dollars"),
        (("--requests", "-1"), "--requests"),
        (("--seconds", "-1"), "--seconds"),
        (("--since", "kemarin"), "--since"),
        (("--tokens", "absent.toml"), "absent.toml"),
        (("--since", "2026-11-25", "--until", "2026-11-24"), "2026-11-25"),
    ],
)
def test_what_cannot_be_is_refused_with_its_value(
    kimcore: Run, district: Path, arguments: tuple[str, ...], word: str
) -> None:
    """Exit code 2, one message, nothing on stdout."""
    found = kimcore("collect", *arguments)
    assert (found.code, found.out) == (2, "")
    assert word in found.err


@pytest.mark.parametrize(
    ("text", "mode", "code"),
    [
        ('[youtube]\ntoken = "canary-1"\n', 0o644, "tokens_open"),
        ('[youtube]\nkey = "canary-1"\n', 0o600, "tokens_value"),
    ],
)
def test_a_file_of_tokens_is_refused_without_its_text(
    kimcore: Run, district: Path, text: str, mode: int, code: str
) -> None:
    """Open to others, or of another form."""
    found = kimcore("collect", "--tokens", tokens(text, mode))
    assert found.code == 2
    assert code in found.err
    assert "canary" not in found.out + found.err


def test_a_budget_of_nothing_asks_nobody(kimcore: Run, district: Path) -> None:
    """With a token too."""
    path = tokens('[tiktok]\ntoken = "made-up-token"\n')
    found = kimcore("collect", "--tokens", path, "--requests", 0, "--platform", "tiktok", "--format", "json")
    assert found.code == 0
    assert found.json["platforms"][0]["skipped"] == found.json["platforms"][0]["requested"]
