"""Protection: what Law 27/2022 on personal data asks: pseudonyms, erasure, retention, requests, small counts."""

from kimcore.protection.blanking import is_record, without_personal
from kimcore.protection.erasing import Eraser, Place, Trace, contacts_in, contacts_of, names_of
from kimcore.protection.known import KnownPersons
from kimcore.protection.pseudonyms import MASKED, PREFIX, Masks, Pseudonyms, folded
from kimcore.protection.requests import TERM, PersonRequest, RequestKind, RequestOutcome, instant_of
from kimcore.protection.retention import RETENTION, Due, RetentionKind, RetentionRule
from kimcore.protection.suppression import SMALLEST, Shown, Withheld, told, told_together, told_with
from kimcore.protection.traces import ERASED, Traces, first_name, parts_of

__all__ = [
    "ERASED",
    "MASKED",
    "PREFIX",
    "RETENTION",
    "SMALLEST",
    "TERM",
    "Due",
    "Eraser",
    "KnownPersons",
    "Masks",
    "PersonRequest",
    "Place",
    "Pseudonyms",
    "RequestKind",
    "RequestOutcome",
    "RetentionKind",
    "RetentionRule",
    "Shown",
    "Trace",
    "Traces",
    "Withheld",
    "contacts_in",
    "contacts_of",
    "first_name",
    "folded",
    "instant_of",
    "is_record",
    "names_of",
    "parts_of",
    "told",
    "told_together",
    "told_with",
    "without_personal",
]
