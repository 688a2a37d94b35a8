"""Offers what kimcore itself offers, under the same name."""

from kimcore.plugins import ReportWriterDescriptor, hookimpl


@hookimpl
def kimcore_report_writers() -> list[ReportWriterDescriptor]:
    """Offer another workbook writer."""
    return [ReportWriterDescriptor(name="xlsx", extension=".xlsx", factory="nowhere:Writer")]
