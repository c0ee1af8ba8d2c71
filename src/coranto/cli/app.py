"""The command line: its verbs, its manual page, and how it ends."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from coranto.cli import (
    doctor,
    entities,
    events,
    explain,
    export,
    failures,
    import_actors,
    link_entities,
    read,
    report,
    search,
    show,
)
from coranto.cli.console import tell
from coranto.errors import CorantoError

WRONG_CALL, BROKEN, INTERRUPTED = 2, 70, 130
BRACES, PYTHON_TYPE = re.compile(r"\{(\w+)\}"), re.compile(r" <[\w\[\]]+>(?=  )")
VERBS: dict[str, dict[str, Callable[..., None] | dict[str, Callable[..., None]]]] = {
    "Read articles": {"read": read.read, "failures": failures.failures},
    "Bring your own knowledge": {"import": {"actors": import_actors.import_actors}},
    "Say who is who": {"entities": {**entities.SUBVERBS, "link": link_entities.link, "unlink": link_entities.unlink}},
    "Look into the record": {"events": events.events, "show": show.show, "search": search.search},
    "Hand it on": {"report": report.report, "export": export.export},
    "Mend": {"explain": explain.explain, "doctor": doctor.doctor},
}
ABOUT = {
    "import": "Import what is known beforehand: `actors`, registers of people and bodies.",
    "entities": "Who is one across articles, and who in a register: `list`, `show`, `merge`, `split` ...",
}
"""What the verbs do that have verbs of their own."""
DESCRIPTION = """\
Coranto reads news articles and keeps an attributed event record of them: who did what to whom, when, where, and
according to whom. Events are coded in PLOVER's categories; each has a holder, the article's author or a source,
with those who passed it on. Every record carries the words it stands on, by their offsets in the text as found.
What cannot be known from the text stays unknown. Nothing is fetched: all of it works without a network."""
EXAMPLES = """\
coranto read articles/                       read a folder: text, HTML, JSONL, each perhaps as .gz
coranto read news.jsonl.gz --workers 4       read one article a line, in four processes
coranto read a.txt --outlet "Harbour Courier" --published 2023-12-12
coranto failures                             what could not be read, and why
coranto events --type CONSULT --actor RUS    who met whom, as the articles have it
coranto events --holder author --since 2023-12-01 --json
coranto show a.txt                           one article with its spans, and who says what
coranto search '"cease fire" harbour*'       articles with a phrase, and a word that begins so
coranto report -o record.html                one page to read in a browser
coranto export jsonl -o record.jsonl         the whole record, one article a line
coranto import actors people.tsv             people and bodies that are known, with their identifiers
coranto explain "Peru expelled two envoys."   why a sentence is coded so, down to the lexicon's line
coranto doctor                               what is wrong with this installation, and how to mend it"""
STATUS = """\
0    all well
1    some inputs failed (they are listed), or doctor found something to mend
2    the call was wrong: no such file, option or store
70   an error of Coranto itself; please report it, with the output of --debug
130  stopped with Ctrl-C; what was read is kept, and the same call goes on from there"""
FILES = """\
coranto.db           the store, an SQLite database; every verb takes another with --db FILE
coranto.toml         settings, read from the current folder: db, workers, limits
articles.toml        beside articles: their outlets, dates and titles
NAME.json            beside NAME.txt or NAME.html: the same for one article"""


class Verb(TyperCommand):
    """A verb, whose help names its arguments as the manual does: without Python's types and Typer's braces."""

    def get_help(self, ctx: Any) -> str:
        """The help page of the verb."""
        return PYTHON_TYPE.sub("", BRACES.sub(r"\1", super().get_help(ctx)))


class Manual(TyperGroup):
    """The group of verbs, whose help is a manual page and whose errors are one line."""

    def main(
        self,
        args: Any = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a verb and end with its status; never with a traceback, unless --debug was given."""

        def run() -> Any:
            return super(Manual, self).main(
                args, prog_name or "coranto", complete_var, False, windows_expand_args, **extra
            )

        return sys.exit(end_well(run)) if standalone_mode else run()

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 (the signature is Typer's)
        """The verbs in the manual's order."""
        return [name for group in VERBS.values() for name in group]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the manual page."""
        verbs = []
        for group, names in VERBS.items():
            verbs.append(f"{group}:")
            for name in names:
                command = self.get_command(ctx, name)
                verbs.append(f"  {name:<10} {command.get_short_help_str(90) if command else ''}")
        sections = {
            "NAME": "coranto - an attributed event record of news articles",
            "SYNOPSIS": "coranto [--debug] VERB [OPTION...] [ARGUMENT...]\ncoranto VERB --help\ncoranto --version",
            "DESCRIPTION": DESCRIPTION,
            "VERBS": "\n".join(verbs),
            "OPTIONS": "--debug     Tell of errors in full, with where they were raised.\n"
            "--version   Print the version and end.\n--help      Print this page and end.",
            "EXAMPLES": EXAMPLES,
            "EXIT STATUS": STATUS,
            "FILES": FILES,
        }
        for title, content in sections.items():
            formatter.write(f"{title}\n")
            for line in content.splitlines():
                formatter.write(f"    {line}\n")
            formatter.write("\n")


def end_well(run: Callable[[], Any]) -> int:
    """Run, and turn whatever is raised into an exit status and one line on stderr."""
    try:
        status = run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        tell("stopped")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe has enough. Python would complain again when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except CorantoError as error:
        logging.getLogger("coranto").debug("", exc_info=True)
        tell(str(error))
        return WRONG_CALL
    except typer.Abort:
        tell("stopped")
        return INTERRUPTED
    except Exception as error:
        if hasattr(error, "format_message"):  # (an error in the call, as Typer found it)
            tell(f"{error.format_message()}{_point_to_help(error)}")
            return WRONG_CALL
        logging.getLogger("coranto").debug("", exc_info=True)
        tell(f"internal error: {type(error).__name__}: {error}; please report it, with the output of `coranto --debug`")
        return BROKEN
    return status if isinstance(status, int) else 0


def _point_to_help(error: Any) -> str:
    context = getattr(error, "ctx", None)
    return f" (see `{context.command_path} --help`)" if context else ""


def _print_version(wanted: bool) -> None:
    if wanted:
        import coranto

        typer.echo(f"coranto {coranto.__version__}")
        raise typer.Exit


def _start(
    context: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Tell of errors in full.")] = False,
    version: Annotated[  # noqa: ARG001 (answered by its callback)
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    if debug:
        logging.basicConfig(format="%(name)s: %(message)s")
        logging.getLogger("coranto").setLevel(logging.DEBUG)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(WRONG_CALL)


def _write_examples(verb: str) -> str:
    """The manual's examples of a verb, for the end of its help; the sign before them keeps their lines."""
    lines = [line for line in EXAMPLES.splitlines() if line.startswith(f"coranto {verb} ")]
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines))) if lines else ""


def _do_nothing() -> None:
    """Before the verb of a verb."""


def build_app() -> typer.Typer:
    """The command with all its verbs."""
    made = typer.Typer(
        cls=Manual, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, name="coranto"
    )
    made.callback(invoke_without_command=True)(_start)
    for group in VERBS.values():
        for name, verb in group.items():
            if not isinstance(verb, dict):
                made.command(name, cls=Verb, epilog=_write_examples(name))(verb)
                continue
            inner = typer.Typer(name=name, help=ABOUT[name], rich_markup_mode=None, pretty_exceptions_enable=False)
            inner.callback()(_do_nothing)
            for part, action in verb.items():
                inner.command(part, cls=Verb, epilog=_write_examples(f"{name} {part}"))(action)
            made.add_typer(inner, name=name, help=ABOUT[name])
    return made


app = build_app()


def main() -> None:
    """The program `coranto`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # (a terminal that cannot show a sign shows another)
    app()
