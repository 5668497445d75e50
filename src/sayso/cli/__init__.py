"""The command line: parses, calls the project, prints."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from sayso import __version__
from sayso.errors import SaysoError
from sayso.plugins import hook, hooks

# The order of a first day's work; commands of plug-ins follow by name.
_ORDER = (
    "demo", "open", "read", "add", "check", "search", "jobs", "report", "export", "import",
    "network", "reuse", "serve",
)  # fmt: skip


class Commands(click.Group):
    """All commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order of use."""
        known = hooks("commands")
        return [one for one in _ORDER if one in known] + sorted(set(known) - set(_ORDER))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command; None where there is none of that name."""
        if cmd_name not in hooks("commands"):
            return None
        command: click.Command = hook("commands", cmd_name)
        return command


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with 'sayso demo'. Nothing leaves this machine. See also: sayso COMMAND --help.",
)
@click.version_option(__version__, prog_name="sayso")
@click.option("-v", "--verbose", count=True, help="Say what is being done; twice for details.")
@click.pass_context
def sayso(ctx: click.Context, verbose: int) -> None:
    """Who says what, and on whose say-so?

    sayso reads a folder of pamphlets, articles, speeches and PDFs, records every statement with
    its exact words, checks the evidence, and draws the debate. Without a command it opens the
    workbench in the browser.
    """
    if verbose:
        level = logging.INFO if verbose == 1 else logging.DEBUG
        logging.basicConfig(level=level, format="%(name)s: %(message)s", stream=sys.stderr)
    if ctx.invoked_subcommand is None:
        from sayso.cli.workbench import start

        start(None)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; exit 0, 1 for a failure said in one line, 2 for wrong usage."""
    _survive_closed_pipes()
    try:
        status = sayso.main(
            list(arguments) if arguments is not None else None,
            prog_name="sayso",
            standalone_mode=False,
        )
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2 if isinstance(error, click.UsageError) else 1)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. What was finished is kept.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output went away (`sayso read ... | head`): no news to anyone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except SaysoError as error:
        fail(error)
    sys.exit(status if isinstance(status, int) else 0)


def fail(error: SaysoError) -> None:
    """Print a foreseen failure and exit 1, or 2 where the request itself is wrong."""
    from sayso.cli.output import shown
    from sayso.errors import UsageError

    click.echo(f"sayso: {shown(str(error))}", err=True)
    sys.exit(2 if isinstance(error, UsageError) else 1)


def _survive_closed_pipes() -> None:
    """Write UTF-8 whatever the terminal's encoding, so that no statement stops the output."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
