"""What kimcore's own adapters offer: one class per entry point, light, for it is imported whenever a host opens."""

from kimcore.plugins import ReportWriterDescriptor, StorageDescriptor, hookimpl

__all__ = ["Html", "Memory", "Sqlite", "Xlsx"]


class Memory:
    """The memory store."""

    @staticmethod
    @hookimpl
    def kimcore_storage_backends() -> list[StorageDescriptor]:
        """Offer the memory store."""
        factory = "kimcore_plugins.storage.memory:open_memory"
        return [StorageDescriptor(name="memory", schemes=("memory",), factory=factory)]


class Sqlite:
    """The SQLite store."""

    @staticmethod
    @hookimpl
    def kimcore_storage_backends() -> list[StorageDescriptor]:
        """Offer the SQLite store."""
        factory = "kimcore_plugins.storage.sqlite:open_sqlite"
        return [StorageDescriptor(name="sqlite", schemes=("sqlite",), factory=factory)]


class Xlsx:
    """The workbook writer."""

    @staticmethod
    @hookimpl
    def kimcore_report_writers() -> list[ReportWriterDescriptor]:
        """Offer the workbook writer."""
        factory = "kimcore_plugins.reports.xlsx:XlsxWriter"
        return [ReportWriterDescriptor(name="xlsx", extension=".xlsx", factory=factory, extra="xlsx")]


class Html:
    """The HTML writer."""

    @staticmethod
    @hookimpl
    def kimcore_report_writers() -> list[ReportWriterDescriptor]:
        """Offer the HTML writer."""
        factory = "kimcore_plugins.reports.html:HtmlWriter"
        return [ReportWriterDescriptor(name="html", extension=".html", factory=factory, extra="report")]
