"""The closed list of what a log file may say: names, and typed fields that hold no text."""

from enum import StrEnum


class LogEvent(StrEnum):
    """Every event by name; a record that says anything else is written without its words."""

    STARTED = "started"
    STOPPED = "stopped"
    SETTINGS_FALLBACK = "settings-fallback"
    KEYRING_UNAVAILABLE = "keyring-unavailable"
    LOG_SYNC_FAILED = "log-sync-failed"
    MICROPHONE_OPENED = "microphone-opened"
    MICROPHONE_REFUSED = "microphone-refused"
    MICROPHONE_STOPPED = "microphone-stopped"
    RECORDING_STARTED = "recording-started"
    RECORDING_STOPPED = "recording-stopped"
    SAMPLES_LOST = "samples-lost"
    RECOGNISER_STARTED = "recogniser-started"
    RECOGNISER_DIED = "recogniser-died"
    CONNECTED = "connected"
    DISCONNECTED = "disconnected"
    MESSAGES_IGNORED = "messages-ignored"
    FAULT = "fault"
    NOTE_READY = "note-ready"
    NOTE_COPIED = "note-copied"
    UNEXPECTED_ERROR = "unexpected-error"
