"""`kimcore link`."""

import csv
import io

import pytest

from tests.cli.conftest import Run

VIDEO = "https://www.youtube.com/watch?v=CsmdDsKjzN8"


@pytest.mark.clause("V.B.log.link")
def test_a_link_as_a_document(kimcore: Run) -> None:
    """`kimcore.link.v1`: what was given, what it is, and the reason in the language asked for."""
    ran = kimcore("link", "youtu.be/CsmdDsKjzN8", "belum ada", "--format", "json", "--lang", "en")
    assert ran.code == 0
    assert ran.json == {
        "format": "kimcore.link.v1",
        "office": None,
        "on": None,
        "rulebook": None,
        "links": [
            {
                "text": "youtu.be/CsmdDsKjzN8",
                "state": "recognised",
                "platform": "youtube",
                "kind": "video",
                "account": None,
                "content_id": "CsmdDsKjzN8",
                "canonical": VIDEO,
                "needs_resolving": False,
                "reason": "video on YouTube",
            },
            {
                "text": "belum ada",
                "state": "no_link",
                **dict.fromkeys(("platform", "kind", "account", "content_id", "canonical")),
                "needs_resolving": False,
                "reason": "words without a web address that begins with https://",
            },
        ],
    }


def test_links_as_csv_and_text(kimcore: Run) -> None:
    """A row a link; people see the label of the platform in their language."""
    shown = kimcore("link", "https://x.com/kimanyelir/status/123", "https://s.id/anyelir", "--format", "csv")
    first, second = csv.DictReader(io.StringIO(shown.out))
    assert (first["Platform"], first["Kode konten"], first["Keadaan"]) == ("X (Twitter)", "123", "dikenali")
    assert (second["Platform"], second["Keadaan"]) == ("", "perlu dibuka dahulu")
    assert "tautan pendek s.id" in kimcore("link", "https://s.id/anyelir").out


def test_a_dash_reads_standard_input(kimcore: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """One link a line, blank lines left out, bytes that are no text replaced."""
    given = io.TextIOWrapper(io.BytesIO(b"https://youtu.be/CsmdDsKjzN8\r\n\n\xff\xfe\n https://t.me/kimanyelir/1 "))
    monkeypatch.setattr("sys.stdin", given)
    links = kimcore("link", "-", VIDEO, "--format", "json").json["links"]
    assert [link["state"] for link in links] == ["recognised", "no_link", "recognised", "recognised"]
    assert links[0]["canonical"] == links[3]["canonical"] == VIDEO


def test_a_link_must_be_named(kimcore: Run) -> None:
    """Nothing to read is a wrong call."""
    ran = kimcore("link")
    assert (ran.code, ran.out) == (2, "")
    assert "URL" in ran.err
