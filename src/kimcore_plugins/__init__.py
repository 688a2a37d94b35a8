"""The adapters that come with kimcore; each reaches it through an entry point, as any other plug-in does."""
