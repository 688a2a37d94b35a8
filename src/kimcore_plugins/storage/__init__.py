"""Storage adapters: each opens a store URL and satisfies `kimcore.ports.StorageBackend`."""
