"""The store: SQLCipher under SQLModel, the persistent journal, migrations, queries."""
