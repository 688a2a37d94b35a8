"""What alembic runs: the migrations, on the connection that the store has opened for them."""

from alembic import context

from kimcore_plugins.storage.sql.schema import VERSION_TABLE

__all__ = ["run"]


def run() -> None:
    """Run the migrations."""
    context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
    with context.begin_transaction():
        context.run_migrations()


run()
