"""Replies: the parts of reading one that every platform shares: its status, its JSON, its counts."""

import json
from collections.abc import Mapping
from typing import Any, NoReturn

from kimcore.ports import AuthExpired, HttpReply, Permanent, RateLimited, Transient

__all__ = ["check_status", "count", "document"]

MOST_DIGITS = 19


def document(reply: HttpReply) -> dict[str, Any]:
    """Return the JSON object of a reply, whatever its status.

    Raises `Transient` for what is no JSON (the page of a proxy, a reply cut short), `Permanent` for JSON that no
    platform sends: not an object, a name twice, NaN, nested too deeply, a number of thousands of digits.
    """
    kind = reply.header("content-type").partition(";")[0].strip().lower()
    if kind and "json" not in kind and "javascript" not in kind:
        raise Transient(f"the reply is {kind}, not JSON", f"jawabannya {kind}, bukan JSON")
    try:
        found = loaded(reply.body.decode(json.detect_encoding(reply.body), "surrogatepass"))
    except (UnicodeDecodeError, json.JSONDecodeError):
        raise Transient("the reply is no whole JSON", "jawabannya bukan JSON yang utuh") from None
    except ValueError:
        raise Permanent(
            "the reply holds a number of too many digits", "jawabannya memuat angka terlalu panjang"
        ) from None
    except RecursionError:
        raise Permanent("the reply is nested too deeply", "jawabannya bersarang terlalu dalam") from None
    if not isinstance(found, dict):
        raise Permanent("the reply is no JSON object", "jawabannya bukan objek JSON")
    return found


def loaded(text: str) -> Any:
    """Return the value of a JSON text in which no object has a name twice.

    A repeated name leaves its object with fewer members than the text has. Before the colon of a member stands a quote
    or a blank, so there are at most as many members as such colons; only where some of these stand inside of strings
    are the names looked at one by one.
    """
    members = 0

    def counted(found: dict[str, Any]) -> dict[str, Any]:
        nonlocal members
        members += len(found)
        return found

    value = json.loads(text, object_hook=counted, parse_constant=refuse_constant)
    if members == text.count(":") or members == most_members(text):
        return value
    return json.loads(text, object_pairs_hook=once, parse_constant=refuse_constant)


def most_members(text: str) -> int:
    """Return how many members the objects of a JSON text have at most."""
    blanks = (blank for blank in "\t\n\r" if blank in text)
    return text.count('":') + text.count(" :") + sum(text.count(f"{blank}:") for blank in blanks)


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object in which no name stands twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Permanent("a name stands twice in the reply", "satu nama tertulis dua kali dalam jawaban")
    return found


def refuse_constant(text: str) -> NoReturn:
    """Refuse NaN and infinities."""
    raise Permanent(f"the reply holds {text}", f"jawabannya memuat {text}")


def check_status(reply: HttpReply) -> None:
    """Raise the fault that a status alone says; a platform's own error object is read before this is called.

    401 is `AuthExpired`, 429 `RateLimited`, 408 and 5xx `Transient`, any other but 2xx `Permanent`.
    """
    status, said = reply.status, f"HTTP {reply.status}"
    if status == 401:
        raise AuthExpired(f"the token is refused ({said})", f"token ditolak ({said})", code_of=said)
    if status == 429:
        raise RateLimited(f"too many calls ({said})", f"terlalu sering ({said})", code_of=said, retry_at=reply.retry_at)
    if status == 408 or status >= 500:
        en, id = f"the platform has an error of its own ({said})", f"platform sedang bermasalah ({said})"
        raise Transient(en, id, code_of=said, retry_at=reply.retry_at)
    if not 200 <= status < 300:
        raise Permanent(f"the platform refuses ({said})", f"platform menolak ({said})", code_of=said)


def count(values: Mapping[str, Any], name: str) -> int | None:
    """Return the count under a name, an integer or its digits as text, or None where it is absent or null.

    Raises ValueError for anything else, such as a fraction, a negative number, true.
    """
    found = values.get(name)
    if type(found) is int and found >= 0:
        return found
    if type(found) is str and is_whole(found):
        return int(found)
    if found is None:
        return None
    raise ValueError(name)


def is_whole(text: str) -> bool:
    """Tell whether a text is the digits of a number below 10 to the power of 19, without zeros before it."""
    is_number = text.isdecimal() and text.isascii() and len(text) <= MOST_DIGITS
    return is_number and (text[0] != "0" or text == "0")
