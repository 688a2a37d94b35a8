"""From a KIM to its facts on a date."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from kimcore.community import Answers, Board, Case, Decree, Finding, Identity, Kim, KimType, PartnershipTerm, Profile
from kimcore.factsheet.record import Facts
from kimcore.geography import Level
from kimcore.values import DENIED, Answer, recorded

__all__ = ["facts"]

GROUNDS = range(1, 8)


def facts(kim: Kim, on: date) -> Facts:
    """Return the facts of a KIM on a date: what is recorded now, seen from that date."""
    return Facts(
        on=on,
        kim=kim.id,
        **formation(kim, on),
        **administration(kim, on),
        **qualification(kim, on),
        **grounds(kim, on),
    )


def answer(truth: bool) -> Answer:
    """Return yes or no."""
    return Answer.YES if truth else Answer.NO


def newest_first(days: Iterable[date | None], on: date) -> tuple[date, ...]:
    """Return the days on or before a date, newest first."""
    return tuple(sorted((d for d in days if d is not None and d <= on), reverse=True))


def formation(kim: Kim, on: date) -> dict[str, Any]:
    """Return the facts of formation and legality (II.A, II.B.3, II.B.4)."""
    identity, board, answers = kim.identity, kim.board, kim.answers
    return {
        "type_a": Answer.UNKNOWN if identity.type is None else answer(identity.type is KimType.A),
        "information_function": answers.information_function,
        "formed_by_community": answers.formed_by_community,
        "seated_in_village": seated(identity),
        "has_board": board.stated,
        "officers": len(board.officers),
        "people": len(board.people),
        "community_number": recorded(identity.community_number),
        "board_acknowledged": board.acknowledged,
        **decree_facts(kim.documents.decree_on(on), on),
    }


def seated(identity: Identity) -> Answer:
    """Answer II.B.3.b: a village-level code goes before the name; a denied village with no code is no."""
    region = identity.region
    if region is not None and region.level is Level.VILLAGE:
        return Answer.YES
    if identity.village is DENIED:
        return Answer.NO if region is None else Answer.UNKNOWN
    return recorded(identity.village)


def decree_facts(decree: Decree, on: date) -> dict[str, Any]:
    """Return the facts of the decree that is judged (R3, R33: a blank day of issue is not later)."""
    return {
        "decree_recorded": decree.recorded,
        "decree_pending": answer(decree.issued is not None and decree.issued > on),
        "decree_issued": decree.issued,
        "decree_until": decree.until,
        "decree_revoked": decree.revoked,
    }


def administration(kim: Kim, on: date) -> dict[str, Any]:
    """Return the facts of the administrative conditions (II.B.4, R23, R28)."""
    answers: Answers = kim.answers
    return {
        "officer_civil_servant": officer_civil_servant(kim.board, on),
        "criminal_case": answers.criminal_case,
        "party_affiliation": answers.party_affiliation,
        "ngo_affiliation": answers.ngo_affiliation,
        "statement_signed": kim.documents.statement_signed,
    }


def officer_civil_servant(board: Board, on: date) -> Answer:
    """Answer whether an officer is a civil servant on a date: yes if one is, unknown if one did not answer."""
    found = {person.is_civil_servant(on) for person in board.officers}
    return next((a for a in (Answer.YES, Answer.UNKNOWN) if a in found), Answer.NO)


def qualification(kim: Kim, on: date) -> dict[str, Any]:
    """Return the facts of the qualification (II.B.5)."""
    answers, profile = kim.answers, kim.profile
    return {
        "address": recorded(profile.address),
        "contact": contact(profile),
        "recognised": answers.recognised,
        "active": answers.active,
        "activities": newest_first((a.on for a in kim.log if a.took_place), on),
        "good_record": answers.good_record,
        "villages_reached": answers.villages_reached,
        "first_hand": answers.first_hand,
        "media": recorded(profile.channels or None),
        "other_means": answers.other_means,
        "resources": answers.resources,
    }


def contact(profile: Profile) -> Answer:
    """Answer whether a phone or an e-mail is recorded; no where both are denied and there is no WhatsApp number."""
    if any(recorded(way) is Answer.YES for way in (profile.phone, profile.whatsapp, profile.email)):
        return Answer.YES
    return Answer.NO if profile.phone is DENIED and profile.email is DENIED else Answer.UNKNOWN


def grounds(kim: Kim, on: date) -> dict[str, Any]:
    """Return the facts of the grounds and of the present term (II.B.6)."""
    term, members = kim.present_term(on), kim.board.members
    undated = [m for m in members if m.civil_servant_since is None and m.civil_servant is not Answer.NO]
    return {
        "members_became": newest_first((m.civil_servant_since for m in members), on),
        "members_undated": len(undated),
        "in_other_district": in_other_district(kim),
        **{f"case_{n}": answer(any(is_ground(c, n, term, on) for c in kim.cases)) for n in GROUNDS},
        "term_began": term.period.start if term else None,
        "term_until": term.period.end if term else None,
        "proven_in_term": proven_in(kim.cases, term, on),
    }


def in_other_district(kim: Kim) -> Answer:
    """Answer whether the code lies in another district than the office; unknown without a district in the code."""
    region, seat = kim.identity.region, kim.office.district or kim.office
    if region is None or region.district is None:
        return Answer.UNKNOWN
    return answer(not region.text.startswith(seat.text))


def is_ground(case: Case, number: int, term: PartnershipTerm | None, on: date) -> bool:
    """Tell whether a case is a ground on a date: indicated or proven, and neither cleared nor history (R26)."""
    if case.ground != number or not counts(case, on):
        return False
    finding = case.concluded_on(on)
    if finding is None:
        return True
    is_history = term is not None and case.concluded is not None and case.concluded < term.period.start
    return finding is Finding.PROVEN and not is_history


def counts(case: Case, on: date) -> bool:
    """Tell whether a case is dated on or before a day; one without a date counts for nothing."""
    return case.dated is not None and case.dated <= on


def proven_in(cases: tuple[Case, ...], term: PartnershipTerm | None, on: date) -> date | None:
    """Return the first day, on or before a date, on which a ground was proven within the term (R27); else None."""
    if term is None:
        return None
    proven = (c.concluded for c in cases if counts(c, on) and c.concluded_on(on) is Finding.PROVEN)
    return min((day for day in proven if day is not None and day in term.period), default=None)
