"""Sites: what a table of addresses says of a platform's site or a service of short links."""

from typing import Final

from attrs import field, frozen

from kimcore.media import Platform

__all__ = ["CODE", "NAME", "Site"]

NAME: Final = r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?"
"""How most platforms write the name of an account."""

CODE: Final = r"[A-Za-z0-9_-]+"
"""How most platforms write a code, whose case counts."""


@frozen(kw_only=True)
class Site:
    """A platform's site, or a service of short links: its domains, its forms, and names that are no account.

    A line of `forms` is a kind, the form of a path and query, and the canonical address under `home` (the address's
    own domain where there is none). In a form `a|b` is either, `*` anything, `/**` at the end whatever follows, and
    `{name}` a part written as `written` says; names that begin with `id` and `account` are the content id and the
    account. The kind `inside` means that the address of the content stands in `{link}`; a kind with `?` behind it
    needs resolving. The first form that fits is the one.
    """

    platform: Platform | str | None
    domains: str
    home: str = ""
    written: dict[str, str] = field(factory=dict)
    reserved: str = ""
    forms: str
