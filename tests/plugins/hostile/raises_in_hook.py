"""Raises when its hook is called."""

from kimcore.plugins import ReportWriterDescriptor, hookimpl


@hookimpl
def kimcore_report_writers() -> list[ReportWriterDescriptor]:
    """Raise an error that cannot even be told."""

    class Mute(Exception):
        def __str__(self) -> str:
            raise ValueError("no words")

    raise Mute
