"""Asked: a request carried through over real sockets, and what became of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from attrs import field, frozen

from kimcore.metrics import Budget, Collected, Credential, HttpTransport, Limits, Secret, ask
from kimcore.metrics.addresses import Resolve
from kimcore.ports import MetricOutcome, MetricProvider
from kimcore.testing.contracts.faults_server import PATIENCE, FaultServer
from kimcore.testing.contracts.metrics_log import everything_logged
from kimcore.testing.scenes import Scene

__all__ = ["TOKEN", "Asked", "Asker", "hosts_of", "platform"]

TOKEN: Final = "made-up-token-9d41c07e"
"""What must be seen by the platform alone."""
LARGEST: Final = 2_000_000
"""Bytes that faults exceed soon; what a scene answers is far below."""


@frozen(kw_only=True)
class Asked:
    """What became of a request, what was looked up, and all that was logged.

    `pages` has what each page told, with the number of calls that the platform had seen by then.
    """

    collected: Collected
    pages: tuple[tuple[int, tuple[MetricOutcome, ...]], ...]
    names: frozenset[str]
    logged: str = field(repr=False)


@frozen
class Asker:
    """Asks a platform on the loopback interface under the names of the real one."""

    provider: MetricProvider
    scene: Scene
    server: FaultServer

    def ask(self, patience: float = PATIENCE) -> Asked:
        """Carry the request of the scene through, each call in so many seconds at most.

        Nothing is slept through, however long a reply says to wait.
        """
        pages: list[tuple[int, tuple[MetricOutcome, ...]]] = []
        names: set[str] = set()

        def resolve(host: str, _port: int) -> Sequence[tuple[str, int]]:
            """Return the address of the server for every name."""
            names.add(host)
            return [self.server.address]

        def on_page(outcomes: tuple[MetricOutcome, ...], _at: datetime) -> None:
            """Keep what a page tells."""
            pages.append((len(self.server.requests), outcomes))

        with everything_logged() as logged, self.transport(resolve, patience) as transport:
            request = self.scene.request
            collected = ask(
                self.provider,
                request,
                Credential(token=Secret(TOKEN), identity=request.identity, base=request.base),
                transport=transport,
                budget=Budget(money=None),
                on_page=on_page,
                sleep=lambda _: None,
            )
        return Asked(collected=collected, pages=tuple(pages), names=frozenset(names), logged="\n".join(logged))

    def transport(self, resolve: Resolve, patience: float) -> HttpTransport:
        """Return a transport that finds the platform at the server's address, and trusts its certificate."""
        return HttpTransport(
            resolve=resolve,
            private_hosts=hosts_of(self.provider, self.scene),
            ssl_context=self.server.client_context,
            limits=Limits(seconds=patience, size=LARGEST),
        )


def hosts_of(provider: MetricProvider, scene: Scene) -> frozenset[str]:
    """Return the hosts that a provider may ask in a scene."""
    base = urlsplit(scene.request.base).hostname
    return provider.hosts | ({base} if base else frozenset())


@contextmanager
def platform(provider: MetricProvider, scene: Scene) -> Iterator[Asker]:
    """Give what asks a platform that answers as the scene does, at all hosts of the provider."""
    with FaultServer(hosts_of(provider, scene), scene.answer, TOKEN) as server:
        yield Asker(provider, scene, server)
