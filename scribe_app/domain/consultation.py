"""What is known of one consultation; `folding` makes it from events."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scribe_app.domain.audio import to_seconds
from scribe_app.domain.information import Information
from scribe_app.domain.note import Episode, Evidence, Note, Section
from scribe_app.domain.spans import Spans
from scribe_app.domain.transcript import Transcript

if TYPE_CHECKING:  # the window's first frame needs a consultation, but no event
    from scribe_app.domain.events import NoteDraft, SectionEdited

Field = tuple[int, Section]
"""One field of the note: the episode's number and its section."""


@dataclass(frozen=True, slots=True)
class Epoch:
    """One connection: its number, who answered, and the sample it starts at.

    `name` is what people call the vendor.
    """

    number: int
    vendor: str
    model: str
    start_sample: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Consultation:
    """Everything known of one consultation; times in seconds on its own clock.

    `speakers` pairs a vendor's label with the name that the clinician gave it; `missing` are the
    stretches for which no sound came, `forgotten` those that were destroyed, and `covered` has
    both too. `private` are the moments at which capture was held off. `typed` holds the clinician's
    last text of each field before later drafts were merged under it, `drafted` what drafts put
    into the episodes as they stand, `written` the drafts and edits that made the note.
    """

    source: str = ""
    language: str = ""
    transcript: Transcript = field(default_factory=Transcript)
    information: Information = field(default_factory=Information)
    note: Note = field(default_factory=Note)
    evidence: tuple[Evidence, ...] = ()
    drafts: "tuple[NoteDraft, ...]" = ()
    typed: Mapping[Field, str] = field(default_factory=dict)
    drafted: tuple[Episode, ...] = ()
    written: "tuple[NoteDraft | SectionEdited, ...]" = ()
    epochs: tuple[Epoch, ...] = ()
    speakers: tuple[tuple[str, str], ...] = ()
    covered: Spans = field(default_factory=Spans)
    missing: Spans = field(default_factory=Spans)
    forgotten: Spans = field(default_factory=Spans)
    private: tuple[float, ...] = ()
    captured_samples: int = 0

    def speaker_name(self, label: str | None) -> str:
        """Return the clinician's name for a speaker, else the vendor's label, "" for nobody."""
        return dict(self.speakers).get(label, label) if label else ""

    @property
    def settled(self) -> float:
        """Return the second up to which everything is covered."""
        return self.covered.unbroken

    def epoch_of(self, utterance_id: str) -> Epoch | None:
        """Return the epoch that an utterance's id names."""
        number = utterance_id.partition(":")[0]
        return next((each for each in reversed(self.epochs) if str(each.number) == number), None)

    def epoch_start(self, utterance_id: str) -> float:
        """Return the second at which the epoch began that an utterance's id names, else 0."""
        epoch = self.epoch_of(utterance_id)
        return to_seconds(epoch.start_sample) if epoch else 0.0

    @property
    def engines(self) -> tuple[str, ...]:
        """Return the vendors that answered, each once, in order."""
        return tuple(dict.fromkeys(epoch.vendor for epoch in self.epochs))
