"""Networks: the sites of the platforms that have their own row in Tabel 5.3, as tables of public addresses."""

from typing import Final

from kimcore.links.site import CODE, NAME, Site
from kimcore.media import Platform

__all__ = ["NETWORKS"]

INSTAGRAM = Site(
    platform=Platform.INSTAGRAM,
    domains="instagram.com instagr.am",
    home="www.instagram.com",
    written={"id": r"[A-Za-z0-9_-]{5,64}", "id_number": r"\d{5,}", "account": NAME, "id_code": CODE}
    | {"step": "p|reel|reels", "shared": r"[A-Za-z0-9_=-]+"},
    reserved="p reel reels tv stories share s explore accounts direct about developer legal web api graphql oauth "
    "challenge emails session popular directory press highlights",
    forms="""
    inside      ?u={link}                                       -
    inside      accounts/login?next={link}                      -
    post        p/{id}/**                                       p/{id}/
    post        {account}/p/{id}/**                             p/{id}/
    reel        reel|reels/{id}/**                              p/{id}/
    reel        {account}/reel|reels/{id}/**                    p/{id}/
    video       tv/{id}/**                                      p/{id}/
    video       {account}/tv/{id}/**                            p/{id}/
    highlight   stories/highlights/{id_number}/**               stories/highlights/{id_number}/
    story       stories/{account}/{id_number}/**                stories/{account}/{id_number}/
    story       stories/{account}                               stories/{account}/
    highlight?  s/{shared}                                      s/{shared}
    short?      share/{id_code}                                 share/{id_code}/
    short?      share/{step}/{id_code}                          share/{step}/{id_code}/
    profile     {account}                                       {account}/
    profile     {account}/reels|tagged|feed|channel|followers|following {account}/
    """,
)

FACEBOOK = Site(
    platform=Platform.FACEBOOK,
    domains="facebook.com fb.com",
    home="www.facebook.com",
    written={
        "id": r"\d{3,}|pfbid[A-Za-z0-9]+",
        "id_code": r"[A-Za-z0-9_-]+",
        "id_story": r"[A-Za-z0-9_=-]+",
        "account": r"(?!.*\.php$)" + NAME,
        "account_number": r"\d{5,}",
        "step": "[a-z]",
    },
    reserved="ads ajax business careers checkpoint dialog directory donate events flx friends fundraisers gaming "
    "games groups hashtag help home l legal live login marketplace media memories messages notes p pages people "
    "permalink photo photos plugins policies policy posts privacy public reel reels reg recover saved search settings "
    "share sharer stories story terms tr video videos watch",
    forms="""
    inside      l.php?u={link}                                  -
    inside      login|login.php?next={link}                     -
    inside      sharer|share.php?u={link}                       -
    inside      sharer/sharer.php?u={link}                      -
    inside      plugins/video.php|post.php?href={link}          -
    post        story.php|permalink.php?story_fbid={id}&id={account_number}  {account_number}/posts/{id}
    post        story.php|permalink.php?story_fbid={id}         permalink.php?story_fbid={id}
    photo       photo|photo.php?fbid={id}                       photo/?fbid={id}
    video       watch|video.php|live?v={id}                     watch/?v={id}
    video       watch/live?v={id}                               watch/?v={id}
    video       video/embed?video_id={id}                       watch/?v={id}
    reel        reel|reels/{id}/**                              watch/?v={id}
    group_post  groups/{account}/posts/*/{id}/**                groups/{account}/posts/{id}/
    group_post  groups/{account}/posts|permalink/{id}/**        groups/{account}/posts/{id}/
    group_post  groups/{account}?multi_permalinks={id}          groups/{account}/posts/{id}/
    group       groups/{account}/**                             groups/{account}/
    event       events/s/*/{id}/**                              events/{id}/
    event       events/*/{id}/**                                events/{id}/
    event       events/{id}/**                                  events/{id}/
    story       stories/{account}/{id_story}/**                 stories/{account}/{id_story}/
    post        {account}/posts/*/{id}/**                       {account}/posts/{id}
    post        {account}/posts/{id}/**                         {account}/posts/{id}
    photo       {account}/photos/*/{id}/**                      photo/?fbid={id}
    photo       {account}/photos/{id}/**                        photo/?fbid={id}
    photo       {account}/photos?fbid={id}                      photo/?fbid={id}
    video       {account}/videos/*/{id}/**                      watch/?v={id}
    video       {account}/videos/{id}/**                        watch/?v={id}
    reel        {account}/reels/{id}/**                         watch/?v={id}
    short?      share/{id_code}                                 share/{id_code}/
    short?      share/{step}/{id_code}                          share/{step}/{id_code}/
    profile     profile.php?id={account_number}                 {account_number}
    profile     pages|people/*/{account_number}/**              {account_number}
    profile     pages/category/*/*-{account_number}/**          {account_number}
    profile     p/*-{account_number}/**                         {account_number}
    profile     {account}                                       {account}
    profile     {account}/about|events|photos|posts|reels|reviews|videos  {account}
    """,
)

TWITTER = Site(
    platform=Platform.TWITTER,
    domains="x.com twitter.com",
    home="x.com",
    written={"id": r"\d{1,20}", "account": r"[A-Za-z0-9_]{1,20}"},
    reserved="i home explore search hashtag intent share settings login logout signup messages notifications compose "
    "tos privacy about download jobs account who_to_follow",
    forms="""
    post        i/web/status/{id}/**                            i/web/status/{id}
    post        i/status/{id}/**                                i/web/status/{id}
    post        {account}/status|statuses/{id}/**               i/web/status/{id}
    profile     {account}                                       {account}
    profile     {account}/with_replies|media|likes|followers|following|highlights  {account}
    """,
)

YOUTUBE = Site(
    platform=Platform.YOUTUBE,
    domains="youtube.com youtube-nocookie.com youtubekids.com",
    home="www.youtube.com",
    written={
        "id": r"[A-Za-z0-9_-]{11}",
        "id_list": r"[A-Za-z0-9_-]{12,64}",
        "id_post": r"Ug[A-Za-z0-9_-]{10,}",
        "account": r"[\w·-](?:[\w.·-]*[\w·-])?",
        "account_code": r"UC[A-Za-z0-9_-]{22}",
    },
    forms="""
    inside      redirect?q={link}                               -
    inside      attribution_link?u={link}                       -
    playlist    embed/videoseries?list={id_list}                playlist?list={id_list}
    live        embed/live_stream?channel={account_code}        channel/{account_code}/live
    other       embed/videoseries|live_stream                   -
    video       watch?v={id}                                    watch?v={id}
    video       embed|shorts|v|e/{id}/**                        watch?v={id}
    live        live/{id}/**                                    watch?v={id}
    playlist    playlist?list={id_list}                         playlist?list={id_list}
    post        post/{id_post}                                  post/{id_post}
    live        channel/{account_code}/live                     channel/{account_code}/live
    live        @{account}/live                                 @{account}/live
    channel     channel/{account_code}/**                       channel/{account_code}
    channel     @{account}/**                                   @{account}
    channel     c/{account}/**                                  c/{account}
    channel     user/{account}/**                               user/{account}
    """,
)

YOUTU_BE = Site(
    platform=Platform.YOUTUBE,
    domains="youtu.be",
    home="www.youtube.com",
    written={"id": r"[A-Za-z0-9_-]{11}"},
    forms="""
    video       watch?v={id}                                    watch?v={id}
    video       {id}/**                                         watch?v={id}
    """,
)

TIKTOK = Site(
    platform=Platform.TIKTOK,
    domains="tiktok.com tiktokv.com",
    home="www.tiktok.com",
    written={"id": r"\d{5,20}", "account": NAME, "id_code": CODE},
    forms="""
    video       @/video/{id}/**                                 @/video/{id}
    video       @{account}/video/{id}/**                        @/video/{id}
    photo       @/photo/{id}/**                                 @/video/{id}
    photo       @{account}/photo/{id}/**                        @/video/{id}
    live        @{account}/live                                 @{account}/live
    profile     @{account}                                      @{account}
    video       share/video/{id}/**                             @/video/{id}
    video       i18n/share/video/{id}/**                        @/video/{id}
    video       embed|v/{id}/**                                 @/video/{id}
    video       embed/v2|v3/{id}/**                             @/video/{id}
    video       player/v1/{id}/**                               @/video/{id}
    video       v/{id}.html                                     @/video/{id}
    short?      t/{id_code}                                     t/{id_code}/
    """,
)

NETWORKS: Final = (INSTAGRAM, FACEBOOK, TWITTER, YOUTUBE, YOUTU_BE, TIKTOK)
