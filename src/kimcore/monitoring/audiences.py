"""Audiences: what an audience count counts, told by its medium (V.A.output)."""

from collections.abc import Mapping
from typing import Final

from kimcore.media import Channel, MediaKind, Platform
from kimcore.terms import Term

__all__ = ["AudienceKind", "audience_kind"]


class AudienceKind(Term):
    """What an audience count counts, told by its medium (V.A.output)."""

    FOLLOWERS = "followers", "pengikut", "followers"
    VISITORS = "visitors", "pengunjung", "visitors"
    ATTENDANCE = "attendance", "peserta", "attendees"


MEDIA: Final[Mapping[MediaKind | None, AudienceKind]] = {
    MediaKind.ONLINE: AudienceKind.VISITORS,
    MediaKind.FACE_TO_FACE: AudienceKind.ATTENDANCE,
}


def audience_kind(platform: Platform | str) -> AudienceKind:
    """Return what the audience of a platform or medium is: visitors of a site, attendees, else followers."""
    if isinstance(platform, Platform):
        return AudienceKind.VISITORS if platform is Platform.WEBSITE else AudienceKind.FOLLOWERS
    return MEDIA.get(Channel.named(platform).kind, AudienceKind.FOLLOWERS)
