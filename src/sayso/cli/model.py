"""`sayso model`: which language model may read, after your consent."""

from __future__ import annotations

import click

from sayso.cli.output import shown


@click.command("model")
@click.option("--address", metavar="URL", help="Endpoint, for example http://127.0.0.1:11434/v1.")
@click.option("--name", metavar="MODEL", help="The model's name there, for example llama3.1.")
@click.option("--off", is_flag=True, help="Switch it off and forget the address.")
@click.option("--yes", is_flag=True, help="Consent without being asked.")
def command(address: str | None, name: str | None, off: bool, yes: bool) -> None:
    """Let a language model read too: any server with OpenAI's chat interface.

    Says what is sent, and where, and asks for your consent; without it nothing is ever sent.
    Address
    and consent stay in your configuration and travel with no project. Then read with
    `sayso read PATH --reader ...` or `sayso add -p P --language-model`. A key that the server asks
    for goes into the environment variable SAYSO_MODEL_KEY.
    """
    from sayso.readers import language_model_settings as settings

    if off:
        settings.switch_off()
        click.echo("No language model reads.")
        return
    if address is None and name is None:
        held = settings.chosen()
        if held is None:
            click.echo("No language model is switched on. Nothing is sent anywhere.")
        else:
            click.echo(f"{shown(held.model)} at {shown(held.address)}, since {held.consent}.")
            click.echo(settings.consent_text(shown(held.address), shown(held.model)))
        return
    if not address or not name:
        raise click.UsageError("Give both --address and --name, or --off.")
    address = settings.checked(address)
    click.echo(settings.consent_text(address, name))
    if not yes and not click.confirm("Do you agree?"):
        click.echo("Nothing was switched on.")
        return
    settings.switch_on(address, name)
    click.echo(f"{shown(name)} may read now.")
