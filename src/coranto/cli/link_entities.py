"""`coranto entities link` and `unlink`: a person's word on who in a register an entity is."""

from __future__ import annotations

from typing import Annotated

import typer

from coranto.cli.console import tell
from coranto.cli.options import Db, choose_store

Who = Annotated[str, typer.Argument(metavar="ENTITY", help="The id or the name of an entity of the store.")]


def link(
    entity: Who,
    key: Annotated[str, typer.Argument(metavar="KEY", help="An actor's key in a register, perhaps as REGISTER:KEY.")],
    db: Db = None,
) -> None:
    """Link an entity to an actor of an imported register, whatever the rules say; no later run undoes it."""
    from coranto.compare.linking import decide_identity

    tell(decide_identity(choose_store(db), entity, key, "same"))


def unlink(
    entity: Who,
    key: Annotated[
        str | None, typer.Argument(metavar="[KEY]", help="The actor that it is not; else the one it is linked to.")
    ] = None,
    db: Db = None,
) -> None:
    """Say that an entity is not this actor of an imported register; no later run links them again."""
    from coranto.compare.linking import decide_identity

    tell(decide_identity(choose_store(db), entity, key, "different"))
