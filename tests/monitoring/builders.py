"""Made-up KIMs, contents and observations for the tests of monitoring, mapping and issues."""

from datetime import date

from kimcore.community import Activity, Identity, Kim, Profile
from kimcore.geography import RegionCode
from kimcore.media import Platform, find_platform
from kimcore.monitoring import Content, Indicator, Observation

OFFICE = RegionCode("99.01")


def seen(
    platform: str,
    account: str,
    day: date,
    value: int | None,
    *,
    content: str = "",
    indicator: str = "audience",
    kim: str = "k1",
) -> Observation:
    """Return an observation of a KIM's account, or of one of its contents."""
    return Observation(
        kim=kim,
        platform=find_platform(platform) or platform,
        account=account,
        content=content,
        indicator=next(i for i in Indicator if i.code == indicator),
        observed=day,
        value=value,
    )


def shown(link: str, day: date | None, platform: Platform | str = Platform.INSTAGRAM, kim: str = "k1") -> Content:
    """Return a content with a link."""
    return Content(kim=kim, platform=platform, link=link, shown=day)


def a_kim(
    id: str = "k1",
    name: str = "KIM Anyelir",
    *,
    log: tuple[Activity, ...] = (),
    profile: Profile | None = None,
    **seat: object,
) -> Kim:
    """Return a KIM with a log and a profile; `seat` are fields of its identity."""
    identity = Identity(name=name, **seat)  # type: ignore[arg-type]
    return Kim(id=id, office=OFFICE, identity=identity, profile=profile or Profile(), log=log)
