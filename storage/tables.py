"""All tables in one metadata: importing this module makes the schema complete."""

import pkgutil
from importlib import import_module

from sqlmodel import SQLModel

import storage

METADATA = SQLModel.metadata

for _found in pkgutil.iter_modules(storage.__path__, f"{storage.__name__}."):
    if not _found.ispkg and _found.name != __name__:
        import_module(_found.name)
