"""Fields that several vendors ask for in the same words."""

from scribe_app.domain.capabilities import AudioForm
from scribe_app.ports.vendor import Field


def address(key: str, label: str, default: str) -> Field:
    """Return the field of an address."""
    return Field(key, label, default=default)


def audio(default: AudioForm, *others: AudioForm) -> Field:
    """Return the field that says how audio is packed."""
    return Field("audio", "Audio", default=default, choices=(default, *others))


def choice(key: str, label: str, default: str, *others: str, hint: str = "") -> Field:
    """Return the field of one out of a few."""
    return Field(key, label, default=default, choices=(default, *others), help=hint)


def connections(most: int) -> Field:
    """Return the field of how many lines may be open at once: a second one fills a backlog."""
    others = tuple(str(each) for each in (1, 2) if each != most)
    return choice(
        "connections",
        "Lines at once",
        str(most),
        *others,
        hint="With two, missed speech is caught up while live text goes on.",
    )


def yes_or_no(key: str, label: str, hint: str = "") -> Field:
    """Return the field of something that is off unless it is wanted."""
    return choice(key, label, "no", "yes", hint=hint)
