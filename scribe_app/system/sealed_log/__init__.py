"""The sealed log of consultations: encrypted, append-only, synced off the capture path."""

from scribe_app.system.sealed_log.session import SealedSession
from scribe_app.system.sealed_log.session_store import SealedStore

__all__ = ["SealedSession", "SealedStore"]
