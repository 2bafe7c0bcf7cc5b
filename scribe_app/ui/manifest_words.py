"""Words of the manifests in the window's language; one that is not known stays as it is."""

from scribe_app.ui.patterns import translated


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return the text: only its name matters, by which lupdate finds it."""
    return text


KNOWN = (
    QT_TRANSLATE_NOOP("Manifest", "On this device"),
    QT_TRANSLATE_NOOP("Manifest", "The speech engine"),
    QT_TRANSLATE_NOOP("Manifest", "soap"),
    QT_TRANSLATE_NOOP("Manifest", "soep"),
    QT_TRANSLATE_NOOP("Manifest", "meeting"),
    QT_TRANSLATE_NOOP("Manifest", "dictation"),
    QT_TRANSLATE_NOOP("Manifest", "yes"),
    QT_TRANSLATE_NOOP("Manifest", "no"),
    QT_TRANSLATE_NOOP("Manifest", "API key"),
    QT_TRANSLATE_NOOP("Manifest", "staging API key"),
    QT_TRANSLATE_NOOP("Manifest", "client ID"),
    QT_TRANSLATE_NOOP("Manifest", "client secret"),
    QT_TRANSLATE_NOOP("Manifest", "user API key"),
    QT_TRANSLATE_NOOP("Manifest", "token"),
    QT_TRANSLATE_NOOP("Manifest", "E-mail"),
    QT_TRANSLATE_NOOP("Manifest", "e-mail"),
    QT_TRANSLATE_NOOP("Manifest", "Password"),
    QT_TRANSLATE_NOOP("Manifest", "password"),
    QT_TRANSLATE_NOOP("Manifest", "Audio"),
    QT_TRANSLATE_NOOP("Manifest", "Sessions address"),
    QT_TRANSLATE_NOOP("Manifest", "Socket address"),
    QT_TRANSLATE_NOOP("Manifest", "Service address"),
    QT_TRANSLATE_NOOP("Manifest", "Token address"),
    QT_TRANSLATE_NOOP("Manifest", "Token in the address"),
    QT_TRANSLATE_NOOP("Manifest", "Key in the address"),
    QT_TRANSLATE_NOOP("Manifest", "Problems in the note"),
    QT_TRANSLATE_NOOP("Manifest", "Subprotocol"),
    QT_TRANSLATE_NOOP("Manifest", "Codes and links"),
    QT_TRANSLATE_NOOP("Manifest", "merge"),
    QT_TRANSLATE_NOOP("Manifest", "replace"),
    QT_TRANSLATE_NOOP("Manifest", "Environment"),
    QT_TRANSLATE_NOOP("Manifest", "production"),
    QT_TRANSLATE_NOOP("Manifest", "staging"),
    QT_TRANSLATE_NOOP("Manifest", "Engine"),
    QT_TRANSLATE_NOOP("Manifest", "Punctuation"),
    QT_TRANSLATE_NOOP("Manifest", "Generated"),
    QT_TRANSLATE_NOOP("Manifest", "Dictated"),
    QT_TRANSLATE_NOOP("Manifest", "Own words"),
    QT_TRANSLATE_NOOP("Manifest", "Old end message"),
    QT_TRANSLATE_NOOP("Manifest", "Silent server"),
    QT_TRANSLATE_NOOP("Manifest", "patient"),
    QT_TRANSLATE_NOOP("Manifest", "strict"),
    QT_TRANSLATE_NOOP("Manifest", "Strict: a server that stands still for 6 seconds is given up."),
    QT_TRANSLATE_NOOP("Manifest", "Lines at once"),
    QT_TRANSLATE_NOOP("Manifest", "With two, missed speech is caught up while live text goes on."),
    QT_TRANSLATE_NOOP("Manifest", "Sign in to %1"),
    QT_TRANSLATE_NOOP("Manifest", "From signing in."),
    QT_TRANSLATE_NOOP("Manifest", "From %1, for your organisation."),
    QT_TRANSLATE_NOOP("Manifest", "From %1, beside the API key."),
    QT_TRANSLATE_NOOP("Manifest", "Empty lets %1 decide."),
    QT_TRANSLATE_NOOP("Manifest", "For production."),
    QT_TRANSLATE_NOOP("Manifest", "For the token address."),
    QT_TRANSLATE_NOOP("Manifest", "v1: servers of 2024."),
    QT_TRANSLATE_NOOP("Manifest", "A JSON Web Token."),
    QT_TRANSLATE_NOOP("Manifest", "Empty: the token is pasted."),
    QT_TRANSLATE_NOOP("Manifest", "Where the token address wants a person."),
    QT_TRANSLATE_NOOP("Manifest", "Only for servers that want it there."),
    QT_TRANSLATE_NOOP("Manifest", "Not a token; keys end up in logs."),
    QT_TRANSLATE_NOOP("Manifest", "heard = written; at most 100."),
    QT_TRANSLATE_NOOP("Manifest", "For self-hosted gateways of before 2026."),
    QT_TRANSLATE_NOOP("Manifest", "Whether newer ones are added to the former or replace them."),
    QT_TRANSLATE_NOOP(
        "Manifest", "Gets your own key with your %1 subscription; the password is not kept."
    ),
    QT_TRANSLATE_NOOP(
        "Manifest", "Sends the sound of the consultation to %1, which also writes the note."
    ),
    QT_TRANSLATE_NOOP(
        "Manifest",
        "Sends the sound of the consultation to %1; its Dutch is general, not medical.",
    ),
    QT_TRANSLATE_NOOP(
        "Manifest", "Sends the sound to the server at this address, which keeps a copy of it."
    ),
    QT_TRANSLATE_NOOP(
        "Manifest",
        "Works without an account and sends nothing anywhere. A larger model or a speech "
        "vendor hears better: check the text.",
    ),
    QT_TRANSLATE_NOOP("Manifest", "Hears better than base; needs about four times the processor."),
    QT_TRANSLATE_NOOP("Manifest", "Hears better still; live text wants a fast computer."),
    QT_TRANSLATE_NOOP("Manifest", "Hears best; live text wants a fast computer."),
    QT_TRANSLATE_NOOP("Manifest", "The server of the speech models"),
    QT_TRANSLATE_NOOP("Manifest", "settings"),
    QT_TRANSLATE_NOOP("Manifest", "policy"),
    QT_TRANSLATE_NOOP("Manifest", "the defaults are used"),
    QT_TRANSLATE_NOOP("Manifest", "it is not applied"),
)
"""Names, labels, helps and choices that manifests use; `%1` stands for a name."""


def in_our_words(text: str) -> str:
    """Return a word of a manifest as the window says it."""
    return translated("Manifest", KNOWN, text) or text


def as_label(text: str) -> str:
    """Return a word of a manifest as it begins a line."""
    words = in_our_words(text)
    return words[:1].upper() + words[1:]
