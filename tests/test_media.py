"""Channels, their kinds and groups, frequencies, platforms."""

from typing import Any

import pytest

from kimcore.errors import InvalidValue
from kimcore.media import Channel, Frequency, MediaGroup, MediaKind, Platform, Span, find_platform, kinds


@pytest.mark.parametrize(
    ("name", "kind", "group"),
    [
        ("Blog", MediaKind.ONLINE, MediaGroup.DIGITAL),
        ("WhatsApp Group", MediaKind.MESSAGING, MediaGroup.DIGITAL),
        ("WAG", MediaKind.MESSAGING, MediaGroup.DIGITAL),
        (" Radio komunitas ", MediaKind.BROADCAST, MediaGroup.CONVENTIONAL),
        ("majalah", MediaKind.PRINT, MediaGroup.CONVENTIONAL),
        ("Baliho", MediaKind.OUTDOOR, MediaGroup.CONVENTIONAL),
        ("INSTAGRAM", MediaKind.SOCIAL, MediaGroup.DIGITAL),
        ("Musyawarah", MediaKind.FACE_TO_FACE, MediaGroup.FACE_TO_FACE),
        ("kentongan", None, None),
    ],
)
@pytest.mark.clause("III.A.l", "III.A.o")
def test_a_channel_has_a_kind_and_a_group(name: Any, kind: Any, group: Any) -> None:
    """R8: one of seven kinds, from which one of three groups follows; an unknown name has neither."""
    channel = Channel.named(name)
    assert (channel.name, channel.kind, channel.group) == (name, kind, group)


def test_every_kind_is_had_by_some_name_and_in_one_group() -> None:
    """The seven kinds are all in use, each has a group, and a name has one kind."""
    assert set(kinds().values()) == set(MediaKind)
    assert len(MediaKind) == 7
    assert {Channel("x", kind).group for kind in MediaKind} == set(MediaGroup)
    assert all(name == name.casefold().strip() for name in kinds())


@pytest.mark.clause("III.A.p")
def test_a_frequency_counts_from_nothing() -> None:
    """0 and unknown are frequencies, less than nothing is none."""
    assert Frequency(0, Span.WEEK).count == 0
    assert Frequency(None, None, "sesekali").text == "sesekali"
    with pytest.raises(InvalidValue) as caught:
        Frequency(-1, Span.WEEK)
    assert caught.value.clause == "III.A.p"


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("X", "twitter"),
        ("Twitter", "twitter"),
        ("x (twitter)", "twitter"),
        (" IG ", "instagram"),
        ("FB", "facebook"),
        ("You Tube", "youtube"),
        ("yt", "youtube"),
        ("Tik Tok", "tiktok"),
        ("Situs web", "website"),
        ("blog", "website"),
    ],
)
@pytest.mark.clause("V.B.social.twitter")
def test_a_platform_is_found_by_what_officers_type(text: Any, platform: Any) -> None:
    """R10: Twitter and X are one platform."""
    assert find_platform(text) is Platform.of(platform)


def test_every_platform_is_found_by_code_and_label() -> None:
    """The code of JSON and the label of reports are read back; another platform is none of them."""
    assert all(find_platform(p.code) is find_platform(p.say("id")) is p for p in Platform)
    assert find_platform("Threads") is None
    assert Platform.TWITTER.say("id") == "X (Twitter)"
