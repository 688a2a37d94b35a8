"""Contracts: the tests that an adapter of a port inherits."""

import pytest

LAWS = (
    "backends capabilities claims documents drawn entries figures machine model observations records units"
    " metrics_mutations metrics_pages metrics_plans metrics_replies metrics_sockets metrics_stage metrics_walk"
)

# A failing law shows the values it compared, also outside a folder of tests; this must come before the imports.
pytest.register_assert_rewrite(*(f"{__name__}.{module}" for module in LAWS.split()))

from kimcore.testing.contracts.contract import Contract  # noqa: E402
from kimcore.testing.contracts.metrics import MetricProviderContract  # noqa: E402
from kimcore.testing.contracts.storage import StorageContract  # noqa: E402

__all__ = ["Contract", "MetricProviderContract", "StorageContract"]
