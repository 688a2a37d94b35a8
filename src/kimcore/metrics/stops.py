"""Stops: the tokens with which nothing more is asked in a collection, and why."""

import secrets
from hashlib import blake2b

from kimcore.metrics.secrets import Credential
from kimcore.ports import AuthExpired, PlatformFault, QuotaExhausted, RateLimited
from kimcore.terms import Text

__all__ = ["Stops"]


class Stops:
    """Remembers dead tokens and spent limits, each by its provider and a keyed digest of the token."""

    def __init__(self) -> None:
        self.key = secrets.token_bytes(32)
        self.reasons: dict[tuple[str, bytes], Text] = {}

    def add(self, provider: str, credential: Credential, fault: PlatformFault, reason: Text) -> bool:
        """Stop a token where a fault concerns it as a whole; tell whether it does."""
        is_stop = isinstance(fault, AuthExpired | RateLimited | QuotaExhausted)
        if is_stop:
            self.reasons[provider, self.digest(credential)] = reason
        return is_stop

    def reason(self, provider: str, credential: Credential) -> Text | None:
        """Return why nothing more is asked with a token, or None where it may be used."""
        return self.reasons.get((provider, self.digest(credential))) if self.reasons else None

    def digest(self, credential: Credential) -> bytes:
        """Return what stands for a token; two credentials with one token are the same."""
        return blake2b(credential.token.reveal().encode("utf-8", "surrogatepass"), key=self.key).digest()
