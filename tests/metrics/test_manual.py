"""Manual: nothing is asked, every pair says how to note it, and the rows that still need a figure."""

from datetime import date

import pytest
from attrs import evolve

from kimcore.media import Platform
from kimcore.monitoring import MANUAL, Content, Indicator
from kimcore.ports import HttpCall, HttpReply, MetricOutcome, PairState, Permanent
from kimcore_plugins.metrics.manual import BY_HAND, Manual, noted_by_hand
from kimcore_plugins.metrics.noting import NotedByHand, form_rows
from tests.intake.builders import codes, profile, read, sheet
from tests.metrics.recorded import asked
from tests.metrics.standins import ASKED_ON, REPLIED_AT

pytestmark = pytest.mark.clause("V.B.online")

LIKE, SHARE, AUDIENCE = Indicator.LIKE, Indicator.SHARE, Indicator.AUDIENCE
POST = Content(
    kim="3515102",
    platform=Platform.INSTAGRAM,
    account="@kim_made",
    title="Panen raya",
    format="Foto",
    shown=date(2026, 11, 1),
    link="https://www.instagram.com/p/made/",
)


def noted(
    *outcomes: MetricOutcome, content: Content = POST, platform: Platform | str = Platform.INSTAGRAM
) -> NotedByHand:
    """Return what was asked of a made-up account."""
    return NotedByHand(
        kim="KIM Made", platform=platform, account="@kim_made", on=ASKED_ON, contents=(content,), outcomes=outcomes
    )


def unknown(key: str, indicator: Indicator) -> MetricOutcome:
    """Return an outcome without a figure."""
    return MetricOutcome.unknown(key, indicator, PairState.UNSUPPORTED)


def test_nothing_is_asked() -> None:
    """It plans no call, offers nothing, and has no reply to read."""
    request = asked("a", indicators=(LIKE,), account="@kim_made")
    assert (Manual.name, Manual().plan(request, None), dict(Manual().supports)) == (MANUAL, (), {})
    with pytest.raises(Permanent):
        Manual().parse(HttpCall(url="https://made.example"), HttpReply(status=200, at=REPLIED_AT))


def test_every_pair_says_how_to_note_it() -> None:
    """Each is skipped, none is 0, and the reason names both sheets."""
    request = asked("a", "b", indicators=(LIKE, SHARE), account="@kim_made")
    outcomes = noted_by_hand(request).outcomes
    assert [o.pair for o in outcomes] == list(request.pairs)
    assert {(o.state, o.value, o.reason) for o in outcomes} == {(PairState.SKIPPED, None, BY_HAND)}
    assert "Media Sosial" in BY_HAND.id
    assert "Audiens" in BY_HAND.id


def test_a_content_that_lacks_a_figure_has_a_row() -> None:
    """The row finds the content again under the register's headings, and names the columns to fill in."""
    known = MetricOutcome.observed(POST.key, LIKE, 12)
    (row,) = form_rows([noted(known, unknown(POST.key, SHARE))])
    assert (row.sheet, row.needed) == ("Media Sosial", ("Share",))
    assert dict(row.cells) == {
        "Nama KIM": "KIM Made",
        "Judul Konten": "Panen raya",
        "Format": "Foto",
        "Platform": "Instagram",
        "Akun": "@kim_made",
        "Tanggal Tayang": date(2026, 11, 1),
        "Link": "https://www.instagram.com/p/made/",
        "Tanggal Catat": ASKED_ON,
    }


def test_what_is_known_has_no_row() -> None:
    """A content with all figures, 0 too, needs none; nor does an indicator that Tabel 5.3 does not ask for."""
    zero = MetricOutcome.observed(POST.key, LIKE, 0)
    assert form_rows([noted(zero, unknown(POST.key, Indicator.RETWEET))]) == ()
    assert form_rows([]) == ()


def test_an_audience_that_is_not_known_has_a_row() -> None:
    """It stands on the sheet Audiens, after the contents of the account."""
    first, second = form_rows([noted(unknown("", AUDIENCE), unknown(POST.key, LIKE))])
    assert (first.sheet, second.sheet, second.needed) == ("Media Sosial", "Audiens", ("Pengikut/Peserta/Pengunjung",))
    assert dict(second.cells) == {
        "Nama KIM": "KIM Made",
        "Media": "Instagram",
        "Akun": "@kim_made",
        "Tanggal Catat": ASKED_ON,
    }


def test_a_platform_without_a_row_in_the_table_takes_any_indicator() -> None:
    """Telegram has no row in Tabel 5.3: what was asked for is what is needed."""
    content = Content(kim="3515102", platform="telegram", title="Siaran")
    (row,) = form_rows([noted(unknown(content.key, Indicator.VIEW), content=content, platform="telegram")])
    assert (row.cells["Platform"], row.needed) == ("telegram", ("View",))
    page = Content(kim="3515102", platform=Platform.WEBSITE, title="Berita", link="https://kim-made.example/a")
    (row,) = form_rows([noted(unknown(page.key, Indicator.VIEW), content=page, platform=Platform.WEBSITE)])
    assert (row.cells["Platform"], row.needed) == ("Situs web", ("View",))


def test_a_row_that_is_filled_in_is_read_as_the_same_content() -> None:
    """Put into a register, each row finds its KIM among those of one name, and gives the figure of the same key."""
    asked_of = evolve(noted(unknown("", AUDIENCE), unknown(POST.key, SHARE)), village="Dua")
    rows = form_rows([asked_of])
    sheets = [sheet(row.sheet, [*row.cells, *row.needed], [*row.cells.values(), 9]) for row in rows]
    register = read(profile(["KIM Made", "Satu"], ["KIM Made", "Dua"]), *sheets)
    assert codes(register) == []
    figures = {(o.content, o.indicator, o.observed): o.value for o in register.observations}
    assert figures == {(POST.key, SHARE, ASKED_ON): 9, ("", AUDIENCE, ASKED_ON): 9}
    assert {o.kim for o in register.observations} == {register.kims[1].kim.id}


def test_rows_show_no_account_in_their_repr() -> None:
    """Accounts and links are personal where a person keeps them."""
    rows = form_rows([noted(unknown("", AUDIENCE), unknown(POST.key, LIKE))])
    assert "kim_made" not in repr(rows) + repr(noted())
