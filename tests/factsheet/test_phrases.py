"""How facts are said in reasons, and what the record of facts says of itself."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from kimcore.clauses import cite
from kimcore.factsheet import Facts, column_of, counts_gaps, fact_names, facts, never_if_absent, phrase
from kimcore.factsheet.phrases import PHRASES
from kimcore.testing import TODAY, a_candidate, a_kim
from kimcore.values import OPEN_ENDED, Answer

EMPTY = Facts(on=TODAY)
FULL = facts(a_kim(), TODAY)


@pytest.mark.parametrize("name", fact_names())
@pytest.mark.parametrize("record", [EMPTY, FULL], ids=["empty", "full"])
def test_every_fact_can_be_said_whatever_it_is(name: Any, record: Any) -> None:
    """Each fact has a wording in both languages, without a placeholder left in it."""
    said = phrase(record, name)
    for text in (said.id, said.en):
        assert text
        assert "{" not in text
        assert "Answer" not in text
        assert "None" not in text


def test_every_fact_has_a_phrase_and_a_column() -> None:
    """No fact is forgotten, no phrase is of a fact that does not exist."""
    assert set(PHRASES) == set(fact_names())
    assert all(column_of(name) for name in fact_names())


BLANK = ("kolom “{}” belum diisi", "the column “{}” is not filled in")
LOGGED = (date(2026, 5, 2), date(2026, 5, 1))
SAID = [
    ("active", Answer.NO, "aktivitas berkala tidak ada", "there is no periodic activity"),
    ("decree_until", OPEN_ENDED, "SK berlaku tanpa batas waktu", "the decree is open-ended"),
    ("decree_until", date(2026, 5, 1), "SK berlaku sampai 1 Mei 2026", "the decree runs until 1 May 2026"),
    ("decree_revoked", None, "tidak ada pencabutan SK yang tercatat", "no revocation of the decree is recorded"),
    ("villages_reached", 0, "tidak menjangkau satu pun desa/kelurahan", "reaches no village"),
    ("villages_reached", 3, "menjangkau 3 desa/kelurahan", "reaches 3 villages"),
    ("activities", LOGGED, "catatan diseminasi 2 Mei 2026", "the last logged activity was on 2 May 2026"),
    ("activities", (), "catatan diseminasi belum memuat kegiatan", "the log holds no activity"),
    ("term_until", OPEN_ENDED, "tidak ada akhir masa kemitraan", "the term of partnership has no end"),
    ("active", Answer.UNKNOWN, *(words.format("Aktivitas Berkala") for words in BLANK)),
    ("decree_until", None, *(words.format("SK Berlaku Sampai") for words in BLANK)),
    ("villages_reached", None, *(words.format("Jangkauan Desa (jumlah)") for words in BLANK)),
]


@pytest.mark.parametrize(("name", "value", "id", "en"), SAID)
def test_a_fact_is_said_with_its_value_and_date(name: Any, value: Any, id: Any, en: Any) -> None:
    """A blank names its column; 0, none and open-ended are known and said as such."""
    said = phrase(evolve(EMPTY, **{name: value}), name)
    assert said.id.endswith(id)
    assert said.en == en


def test_what_an_absent_date_means_is_part_of_the_fact() -> None:
    """A revocation, a term and a proof that are absent did not happen; other dates are not recorded."""
    never = {name for name in fact_names() if never_if_absent(name)}
    assert never == {"decree_revoked", "term_began", "term_until", "proven_in_term"}
    assert [name for name in fact_names() if counts_gaps(name)] == ["members_undated"]


def test_every_fact_cites_a_clause() -> None:
    """A fact exists because a clause asks for it."""
    for attribute in Facts.__attrs_attrs__:
        if attribute.name not in ("on", "kim"):
            assert cite(attribute.metadata["clause"]).term


def test_dates_of_facts_are_newest_first_and_not_later_than_the_date() -> None:
    """Activity dates and the days members became civil servants."""
    days = [date(2026, 11, n) for n in (3, 25, 24, 1)]
    member = a_kim().board.people[0]
    people = tuple(evolve(member, is_officer=False, civil_servant_since=day) for day in days)
    found = facts(a_candidate(board__people=people), TODAY)
    assert found.members_became == (date(2026, 11, 24), date(2026, 11, 3), date(2026, 11, 1))
    assert (found.officers, found.people, found.members_undated) == (0, 4, 0)
