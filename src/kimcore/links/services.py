"""Services: messaging, and services whose every address is a short link, as tables of public addresses."""

from typing import Final

from kimcore.links.site import CODE, Site
from kimcore.media import Platform

__all__ = ["SERVICES"]

TELEGRAM = Site(
    platform="telegram",
    domains="t.me telegram.me telegram.dog",
    home="t.me",
    written={"id": r"\d{1,20}", "account": r"[A-Za-z][A-Za-z0-9_]{3,31}", "account_code": CODE},
    reserved="addlist addstickers addemoji boost contact invoice iv joinchat login proxy setlanguage share socks",
    forms="""
    group_invite  joinchat/{account_code}                       joinchat/{account_code}
    group_invite  +{account_code}                               joinchat/{account_code}
    post          s/{account}/{id}                              {account}/{id}
    post          {account}/{id}                                {account}/{id}
    profile       s/{account}                                   {account}
    profile       {account}                                     {account}
    """,
)

WHATSAPP = Site(
    platform="whatsapp",
    domains="whatsapp.com wa.me",
    home="whatsapp.com",
    written={"id": r"\d{1,20}", "account_code": CODE},
    forms="""
    post          channel/{account_code}/{id}                   channel/{account_code}/{id}
    channel       channel/{account_code}                        channel/{account_code}
    """,
)

WHATSAPP_CHAT = Site(
    platform="whatsapp",
    domains="chat.whatsapp.com",
    home="chat.whatsapp.com",
    written={"account_code": r"[A-Za-z0-9_-]{10,}"},
    forms="""
    group_invite  invite/{account_code}                         {account_code}
    group_invite  {account_code}                                {account_code}
    """,
)

SHORT_CODE: Final = r"[A-Za-z0-9_](?:[A-Za-z0-9._~-]*[A-Za-z0-9_-])?"
SHORT_FORMS = """
    short?      {id_code}                                       {id_code}
    short?      {step}/{id_code}                                {step}/{id_code}
"""
SHORT_WRITTEN = {"id_code": SHORT_CODE, "step": SHORT_CODE}

SHORT_SITES = (
    Site(platform=Platform.FACEBOOK, domains="fb.watch fb.me", written=SHORT_WRITTEN, forms=SHORT_FORMS),
    Site(platform=Platform.TIKTOK, domains="vm.tiktok.com vt.tiktok.com", written=SHORT_WRITTEN, forms=SHORT_FORMS),
    Site(
        platform=None,
        domains="bit.ly buff.ly cutt.ly goo.gl is.gd lnkd.in ow.ly pic.twitter.com pic.x.com rb.gy rebrand.ly s.id "
        "shorturl.at t.co t.ly tiny.cc tinyurl.com",
        written=SHORT_WRITTEN,
        forms=SHORT_FORMS,
    ),
)
"""Services whose every address is a short link; those without a platform lead anywhere."""

SERVICES: Final = (TELEGRAM, WHATSAPP, WHATSAPP_CHAT, *SHORT_SITES)
