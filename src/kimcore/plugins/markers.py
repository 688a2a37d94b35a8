"""Markers: what a plug-in puts on its hooks, and the version of the hook API."""

from typing import Final

import pluggy

__all__ = ["HOOK_API", "PROJECT", "hookimpl", "hookspec"]

PROJECT: Final = "kimcore"
"""The name under which pluggy keeps the markers."""

HOOK_API: Final = (1, 1)
"""The version of the hook API (major, minor); a plug-in may state the one it needs as its attribute `hook_api`.

What is added raises the minor; what would break a plug-in raises the major and comes with an adapter for the last.
"""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
