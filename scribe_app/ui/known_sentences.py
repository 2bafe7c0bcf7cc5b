"""Sentences of the other layers that the window knows how to say; `%1` to `%4` are names."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return the text: only its name matters, by which lupdate finds it."""
    return text


FAULTS = (
    QT_TRANSLATE_NOOP("Fault", "No microphone was found; connect one and try again."),
    QT_TRANSLATE_NOOP("Fault", "That microphone is no longer there; choose another one."),
    QT_TRANSLATE_NOOP("Fault", "The microphone stopped; check that it is still connected."),
    QT_TRANSLATE_NOOP("Fault", "The sound system does not answer."),
    QT_TRANSLATE_NOOP("Fault", "The microphone %1 is in use by another program."),
    QT_TRANSLATE_NOOP("Fault", "The microphone %1 does not answer."),
    QT_TRANSLATE_NOOP("Fault", "The microphone %1 cannot be opened; check that it is connected."),
    QT_TRANSLATE_NOOP(
        "Fault", "Scribe may not use the microphone %1; allow it in the system's settings."
    ),
    QT_TRANSLATE_NOOP("Fault", "The microphone %1 is gone; looking for another one."),
    QT_TRANSLATE_NOOP("Fault", "No sound comes from the microphone %1; trying again."),
    QT_TRANSLATE_NOOP("Fault", "The microphone %1 is muted; unmute it in the system's settings."),
    QT_TRANSLATE_NOOP(
        "Fault", "No microphone is left; connect one and the recording goes on by itself."
    ),
    QT_TRANSLATE_NOOP(
        "Fault", "The recording was moved to a loudspeaker; it goes back to the microphone."
    ),
    QT_TRANSLATE_NOOP("Fault", "The disk is full, so the recording can no longer be stored."),
    QT_TRANSLATE_NOOP(
        "Fault", "The disk reports an error, so the recording can no longer be stored safely."
    ),
    QT_TRANSLATE_NOOP(
        "Fault",
        "Scribe cannot write in its folder for consultations; check the disk and its permissions.",
    ),
    QT_TRANSLATE_NOOP(
        "Fault",
        "What was forgotten is gone from the screen; the disk refuses to destroy it now, and "
        "Scribe keeps trying.",
    ),
    QT_TRANSLATE_NOOP("Fault", "Something went wrong inside Scribe. What was recorded is kept."),
    QT_TRANSLATE_NOOP(
        "Fault",
        "Something went wrong inside Scribe; the recording goes on, without live text.",
    ),
    QT_TRANSLATE_NOOP("Fault", "Something unexpected happened; what was recorded is kept."),
    QT_TRANSLATE_NOOP("Fault", "The speech engine on this device stopped."),
    QT_TRANSLATE_NOOP("Fault", "The speech recogniser could not be started."),
    QT_TRANSLATE_NOOP("Fault", "The speech model could not be loaded; install it again."),
    QT_TRANSLATE_NOOP(
        "Fault", "The speech model %1 is not on this computer; download or import it."
    ),
    QT_TRANSLATE_NOOP("Fault", "The speech model %1 on this disk is damaged; install it again."),
    QT_TRANSLATE_NOOP("Fault", "The connection to %1 was lost."),
    QT_TRANSLATE_NOOP("Fault", "%1 did not get ready in time."),
    QT_TRANSLATE_NOOP("Fault", "%1 stopped answering."),
    QT_TRANSLATE_NOOP("Fault", "%1 cannot be reached; check the network."),
    QT_TRANSLATE_NOOP(
        "Fault", "The certificate of %1 is not trusted; ask your IT department or set its CA file."
    ),
    QT_TRANSLATE_NOOP("Fault", "The certificate of %1 is for another address; check the address."),
    QT_TRANSLATE_NOOP(
        "Fault", "The certificate of %1 is not valid at this time; check this computer's clock."
    ),
    QT_TRANSLATE_NOOP(
        "Fault", "The address of %1 is not an address Scribe can use; check it in the settings."
    ),
    QT_TRANSLATE_NOOP(
        "Fault",
        "Without encryption %1 may not be reached; use wss:// or https://, or allow the "
        "host in the settings.",
    ),
    QT_TRANSLATE_NOOP("Fault", "The CA file cannot be read; check it in the settings."),
    QT_TRANSLATE_NOOP(
        "Fault", "The proxy between this computer and %1 refuses; check the network."
    ),
    QT_TRANSLATE_NOOP("Fault", "The token of %1 has expired; get a new one in the settings."),
    QT_TRANSLATE_NOOP(
        "Fault", "The token of %1 expires within the hour; get a new one before you record."
    ),
    QT_TRANSLATE_NOOP(
        "Fault",
        "%1 refused the sign-in: the e-mail or password is wrong, or there is no subscription.",
    ),
    QT_TRANSLATE_NOOP("Fault", "%1 answered with something Scribe does not understand."),
    QT_TRANSLATE_NOOP("Fault", "The keyring does not answer; unlock it and try again."),
    QT_TRANSLATE_NOOP("Fault", "%1 gets too many requests now; try again in a moment."),
    QT_TRANSLATE_NOOP("Fault", "%1 is overloaded or down."),
    QT_TRANSLATE_NOOP(
        "Fault", "%1 was reached at an address that only points elsewhere; check the address."
    ),
    QT_TRANSLATE_NOOP("Fault", "%1 is not at that address; check the address."),
    QT_TRANSLATE_NOOP("Fault", "%1 says that the account is not paid."),
    QT_TRANSLATE_NOOP("Fault", "%1 reports an error."),
    QT_TRANSLATE_NOOP("Fault", "%1 refused the credentials; check them in the settings."),
    QT_TRANSLATE_NOOP("Fault", "%1 sent more than a line can carry."),
    QT_TRANSLATE_NOOP("Fault", "%1 needs the %2; enter it in the settings."),
    QT_TRANSLATE_NOOP("Fault", "%1 has no sign-in."),
    QT_TRANSLATE_NOOP("Fault", "The settings cannot be saved; check the disk."),
    QT_TRANSLATE_NOOP("Fault", "What %1 has as its token is none; paste it again."),
    QT_TRANSLATE_NOOP("Fault", "The client ID of %1 has characters it cannot have."),
    QT_TRANSLATE_NOOP("Fault", "%1 takes at most %2 own words."),
    QT_TRANSLATE_NOOP("Fault", "%1: own words are written as heard = written."),
    QT_TRANSLATE_NOOP("Fault", "%1: an own word is longer than %2 bytes."),
    QT_TRANSLATE_NOOP("Fault", "%1 has no engine free for this language; try again in a moment."),
    QT_TRANSLATE_NOOP("Fault", "%1 does not take this language with this account."),
    QT_TRANSLATE_NOOP("Fault", "That is no credential; copy it again."),
    QT_TRANSLATE_NOOP("Fault", "%1 has no model %2; there are: %3."),
    QT_TRANSLATE_NOOP("Fault", "%1 does not take the language %2 with the model %3; it takes: %4."),
    QT_TRANSLATE_NOOP("Fault", "There is no vendor %1; there are: %2."),
    QT_TRANSLATE_NOOP("Fault", "%1 has no setting %2."),
    QT_TRANSLATE_NOOP("Fault", "%1 does not take that value of %2; it takes: %3."),
    QT_TRANSLATE_NOOP(
        "Fault", "The setting %1 has a value that cannot be used; the default is used."
    ),
    QT_TRANSLATE_NOOP("Fault", "Scribe cannot write its log file; check the disk."),
    QT_TRANSLATE_NOOP(
        "Fault",
        "Scribe cannot write in its own folder; check its permissions, or choose another "
        "with --profile.",
    ),
    QT_TRANSLATE_NOOP("Fault", "The audio library PortAudio is missing; install libportaudio2."),
    QT_TRANSLATE_NOOP("Fault", "The folder for speech models cannot be read or written."),
    QT_TRANSLATE_NOOP("Fault", "There is no speech model named %1."),
    QT_TRANSLATE_NOOP("Fault", "A consultation on this disk cannot be read."),
    QT_TRANSLATE_NOOP("Fault", "The %1 cannot be read; %2."),
    QT_TRANSLATE_NOOP("Fault", "The %1 file is damaged; %2."),
)
"""What can reach the banner, or the panel of the engine."""

ANSWERS = (
    QT_TRANSLATE_NOOP("Fault", "%1 is ready: it took audio and stayed."),
    QT_TRANSLATE_NOOP("Fault", "%1 closed the line at once."),
    QT_TRANSLATE_NOOP("Fault", "Kept in the keyring."),
    QT_TRANSLATE_NOOP("Fault", "Kept until Scribe closes: this computer has no keyring."),
    QT_TRANSLATE_NOOP("Fault", "Forgotten."),
    QT_TRANSLATE_NOOP("Fault", "Signed in to %1."),
    QT_TRANSLATE_NOOP("Fault", "Kept under your passphrase."),
    QT_TRANSLATE_NOOP("Fault", "Opened."),
    QT_TRANSLATE_NOOP("Fault", "The passphrase is another one now."),
    QT_TRANSLATE_NOOP("Fault", "That is not the passphrase."),
    QT_TRANSLATE_NOOP("Fault", "A passphrase was chosen already."),
    QT_TRANSLATE_NOOP(
        "Fault",
        "A passphrase has at least 12 characters; some words in a row are easy to remember.",
    ),
    QT_TRANSLATE_NOOP(
        "Fault", "The file that holds the key under your passphrase is damaged or gone."
    ),
    QT_TRANSLATE_NOOP("Fault", "Saved."),
    QT_TRANSLATE_NOOP("Fault", "%1 is on this computer now."),
    QT_TRANSLATE_NOOP("Fault", "%1 was removed."),
    QT_TRANSLATE_NOOP("Fault", "Stopped; the download goes on from there next time."),
    QT_TRANSLATE_NOOP("Fault", "The speech model %1 comes with the program."),
    QT_TRANSLATE_NOOP("Fault", "The speech model %1 is in use; choose another one first."),
    QT_TRANSLATE_NOOP("Fault", "The speech model %1 is not the one the program trusts."),
    QT_TRANSLATE_NOOP("Fault", "No complete speech model was found there."),
    QT_TRANSLATE_NOOP("Fault", "The speech model could not be read from there."),
    QT_TRANSLATE_NOOP("Fault", "The speech model could not be written to this disk."),
    QT_TRANSLATE_NOOP("Fault", "There is not enough room on this disk for the model."),
    QT_TRANSLATE_NOOP("Fault", "The download was interrupted; it goes on where it stopped."),
    QT_TRANSLATE_NOOP("Fault", "What was downloaded is not the speech model that was expected."),
    QT_TRANSLATE_NOOP("Fault", "The server sent more than the speech model holds."),
    QT_TRANSLATE_NOOP("Fault", "The server that holds the speech models did not deliver it."),
    QT_TRANSLATE_NOOP(
        "Fault",
        "A web page came instead of the speech model: the network asks to sign in or blocks it.",
    ),
    QT_TRANSLATE_NOOP(
        "Fault", "The proxy between this computer and %1 is of a kind Scribe cannot use."
    ),
)
"""What the settings say of something that was asked."""
