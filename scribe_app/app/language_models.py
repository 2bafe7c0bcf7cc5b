"""The language model that a command names: its server, its key and its instruction."""

import argparse
import os

from scribe_app.app.dialler import Network
from scribe_app.notes.drafter import ExtractiveDrafter
from scribe_app.notes.model_drafter import ModelDrafter
from scribe_app.system.paths import policy_file, profile
from scribe_app.system.settings import load
from scribe_app.ui.paths import resources

_KEY = "SCRIBE_LLM_API_KEY"


def model_drafter(arguments: argparse.Namespace) -> ModelDrafter:
    """Return the drafter on the server of `--llm`; raises `ScribeError` (configuration).

    A key, where the server wants one, comes from the environment.
    """
    from scribe_app.system.network.language_model import LanguageModelServer

    settings = load(profile(arguments.profile).settings_file, policy_file()).settings
    network = Network(settings.ca_file, settings.plain_hosts)
    server = LanguageModelServer(
        arguments.llm,
        network.context,
        model=arguments.llm_model or "",
        key=os.environ.get(_KEY, ""),
        plain_hosts=settings.plain_hosts,
    )
    template = (resources() / "templates" / "soep.md").read_text("utf-8")
    return ModelDrafter(server, template, ExtractiveDrafter())
