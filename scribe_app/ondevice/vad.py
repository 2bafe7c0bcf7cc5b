"""How likely each moment holds speech: Silero's detector, kept running from piece to piece."""

from collections.abc import Sequence

import numpy as np
from faster_whisper.vad import get_vad_model

from scribe_app.ondevice.heard import Samples
from scribe_app.ondevice.speech import FRAME

_CONTEXT = 64  # samples of the former frame that the network wants in front


class SileroDetector:
    """The detector that faster-whisper carries, with its state kept from piece to piece."""

    def __init__(self) -> None:
        self._session = get_vad_model().session
        self._state = [np.zeros((1, 1, 128), np.float32)] * 2
        self._context = np.zeros(_CONTEXT, np.float32)
        self._rest = np.zeros(0, np.float32)

    def probabilities(self, samples: Samples) -> Sequence[float]:
        """Return one probability for each further frame that `samples` completes."""
        joined = np.concatenate([self._rest, samples])
        whole = len(joined) // FRAME * FRAME
        self._rest = joined[whole:]
        return self._run(joined[:whole]) if whole else ()

    def _run(self, samples: Samples) -> Sequence[float]:
        frames = samples.reshape(-1, FRAME)
        before = np.vstack([self._context, frames[:-1, -_CONTEXT:]])
        self._context = frames[-1, -_CONTEXT:]
        inputs = np.concatenate([before, frames], axis=1)
        h, c = self._state
        output, h, c = self._session.run(None, {"input": inputs, "h": h, "c": c})
        self._state = [h, c]
        return [float(p) for p in output.reshape(-1)]
