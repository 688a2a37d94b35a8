"""Proofs of the dissemination log: what they are, and which lead to one content."""

from datetime import date

import pytest

from kimcore.community import Activity, Kim
from kimcore.monitoring import Content, Proofs, ProofState, activity_log, proofs_of
from kimcore.values import Period
from tests.monitoring.builders import a_kim

PERIOD = Period(date(2026, 7, 1), date(2026, 9, 30))
POST = "https://www.instagram.com/p/Ab1_x/"
SAME = "https://instagram.com/p/Ab1_x/?igsh=made-up"

pytestmark = pytest.mark.clause("V.B.log.link")


def kim(id: str, *proofs: str, on: date | None = PERIOD.start) -> Kim:
    """Return a KIM with a row for each proof."""
    return a_kim(id, f"KIM {id}", log=tuple(Activity(on=on, proof=p, activity=p) for p in proofs))


def found(*kims: Kim, contents: tuple[Content, ...] = ()) -> Proofs:
    """Return the proofs of the log of KIMs."""
    return proofs_of(activity_log(kims, PERIOD), contents)


@pytest.mark.parametrize(
    ("proof", "state"),
    [
        (POST, ProofState.ADDRESS),
        ("https://example.org/berita", ProofState.ADDRESS),
        ("https://bit.ly/made-up", ProofState.SHORT),
        ("https://www.instagram.com/accounts/login/", ProofState.UNCLEAR),
        ("dokumentasi di kantor", ProofState.WORDS),
        ("", ProofState.MISSING),
        ("  ", ProofState.MISSING),
    ],
)
def test_a_proof_is_told_by_its_address_alone(proof: str, state: ProofState) -> None:
    """Each kind has a reason, and is counted."""
    result = found(kim("k1", proof))
    assert [(p.state, bool(p.reason.id)) for p in result.every] == [(state, True)]
    assert {s: result.count(s) for s in ProofState if result.count(s)} == {state: 1}


def test_rows_of_a_kim_with_one_content_are_repeated() -> None:
    """Two spellings of an address lead to the same content; both rows count and both are told."""
    result = found(kim("k1", POST, SAME, "https://example.org/other"))
    assert [[r.activity.proof for r in one.rows] for one in result.repeated] == [[POST, SAME]]
    assert result.shared == ()


def test_a_content_that_proves_rows_of_two_kims_is_shared() -> None:
    """It is reported, and is no repetition within either."""
    result = found(kim("k1", POST), kim("k2", SAME))
    assert result.repeated == ()
    assert [one.kims for one in result.shared] == [("k1", "k2")]


@pytest.mark.parametrize("proof", ["foto kegiatan", "", "https://www.instagram.com/kim_contoh/"])
def test_what_names_no_content_is_not_the_same_content(proof: str) -> None:
    """Words, blanks and the address of an account prove no single row."""
    result = found(kim("k1", proof, proof), kim("k2", proof))
    assert (result.repeated, result.shared) == ((), ())


def test_a_short_link_written_twice_leads_to_one_content() -> None:
    """Where it leads is not known, but that it is the same is."""
    result = found(kim("k1", "https://bit.ly/made-up", "https://bit.ly/made-up"))
    assert len(result.repeated) == 1


def test_rows_whose_content_stands_in_table_53_are_linked() -> None:
    """Only for the same KIM."""
    contents = (
        Content(kim="k1", platform="x", link=SAME),
        Content(kim="k2", platform="x", link="https://example.org/x"),
    )
    result = found(kim("k1", POST), kim("k2", POST), contents=contents)
    assert [r.kim for r in result.linked] == ["k1"]


def test_every_row_has_its_proof_dated_first() -> None:
    """In the order of the log; rows outside the period have none."""
    result = found(kim("k1", POST, on=None), kim("k2", POST), kim("k3", POST, on=date(2020, 1, 1)))
    assert [p.kim for p in result.every] == ["k2", "k1"]
