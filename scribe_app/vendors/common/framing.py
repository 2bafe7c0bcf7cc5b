"""Audio as a vendor wants it in its frames: bare samples, one WAV stream, or WAV files."""

from scribe_app.domain.capabilities import AudioForm
from scribe_app.vendors.common.wav import wav_file, wav_stream_header


class Framing:
    """Turns samples into the bytes of one frame each."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._begun = False

    def frame(self, pcm: bytes) -> bytes:
        """Return the next frame; a stream's first one carries the header."""
        first, self._begun = not self._begun, True
        match self._form:
            case AudioForm.WAV_CHUNKS:
                return wav_file(pcm)
            case AudioForm.WAV_STREAM if first:
                return wav_stream_header() + pcm
        return pcm
