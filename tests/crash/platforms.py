"""Collections in a process of their own, that can be killed, against a server that stands in for five platforms."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kimcore.plugins import MetricProviderDescriptor, PluginHost
from kimcore.ports import HttpCall, HttpReply
from kimcore.testing.contracts.faults_server import FaultServer
from kimcore.testing.contracts.faults_wire import Request, Wire
from tests.metrics.standins import json_reply
from tests.workspace.made_accounts import PROVIDERS, MadeOffice

__all__ = ["PlatformServer", "started"]

COLLECT: Final = """
import json, ssl, sys
from decimal import Decimal
from kimcore.metrics import Budget, HttpTransport, Limits, Retries
from kimcore.workspace import Workspace
from tests.workspace.made_accounts import NOON, MadeOffice
store, authority, port, kims, size = sys.argv[1:6]
made, context = MadeOffice(int(kims), int(size)), ssl.create_default_context(cafile=authority)
names = frozenset(sys.argv[6:])
settings = {"private_hosts": names, "ssl_context": context, "limits": Limits(seconds=5.0), "clock": lambda: NOON}
with Workspace.open(f"sqlite:///{store}", "99.01", clock=lambda: NOON) as workspace:
    with HttpTransport(resolve=lambda host, _: [("127.0.0.1", int(port))], **settings) as transport:
        found = workspace.collect(
            made.tokens, transport=transport, budget=Budget(money=Decimal(1000)), retries=Retries(first=0.001)
        )
print(json.dumps(found.to_document("en")))
"""

TOKEN: Final = re.compile(rb"made-token-[a-z]+-[0-9]{5}")
EACH: Final = 20
"""Of so many requests one meets a fault that is gone at the next try."""


class PlatformServer(FaultServer):
    """Answers by the platform behind the token of a request; each twentieth request meets a passing fault.

    The tokens in `dead` are refused. `told` is called with the number of each request before it is answered.
    """

    def __init__(self, office: MadeOffice, dead: frozenset[str] = frozenset()) -> None:
        self.names = hosts()
        super().__init__(self.names, nothing, "")
        self.office, self.dead, self.count = office, dead, 0
        self.told: Callable[[int], object] = id

    def reply(self, wire: Wire, request: Request) -> None:
        """Answer a request."""
        found = TOKEN.search(request.head + request.body)
        token = found.group().decode() if found else ""
        with self.lock:
            number = self.count
            self.count += 1
            self.told(number)
        if token not in self.office.standins or token in self.dead:
            wire.send(
                json_reply({"error": {"code": 190, "message": "made up", "errors": [{"reason": "keyInvalid"}]}}, 401)
            )
            return
        right = self.office.standins[token].answer(request.call(token))
        faults: list[Callable[[], None]] = [
            lambda: wire.send(json_reply({}, 500)),
            lambda: wire.cut(right, len(right.body)),
            wire.reset,
        ]
        faults[number // EACH % 3]() if number % EACH == EACH - 1 else wire.send(right)


def nothing(call: HttpCall) -> HttpReply:
    """Return an empty reply; what is answered is chosen by the token."""
    return json_reply({})


def hosts() -> frozenset[str]:
    """Return the hosts of the five platforms."""
    host = PluginHost()
    named = {d.name for d in host.descriptors(MetricProviderDescriptor)} & set(PROVIDERS.values())
    return frozenset(name for provider in named for name in host.metric_provider(provider).hosts)


def started(server: PlatformServer, authority: Path, store: Path, env: dict[str, str]) -> "subprocess.Popen[str]":
    """Start a collection into a store."""
    made = server.office
    arguments = [
        str(store),
        str(authority),
        str(server.address[1]),
        str(made.kims),
        str(made.size),
        *sorted(server.names),
    ]
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", COLLECT, *arguments], stdout=subprocess.PIPE, text=True, env=env, cwd=root
    )
