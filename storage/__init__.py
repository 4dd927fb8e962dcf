"""What we keep: tables, the queries on them, and their migrations."""
