"""The statements of a consultation that a note could hold, and what each is worth."""

from collections.abc import Sequence

from scribe_app.domain.transcript import Utterance
from scribe_app.notes.answers import with_answers
from scribe_app.notes.classify import classify
from scribe_app.notes.compress import capital, compress, tidy
from scribe_app.notes.evidence.omissions import Loaded
from scribe_app.notes.lexicon import Lexicon
from scribe_app.notes.roles import with_roles
from scribe_app.notes.trained import drafter as trained
from scribe_app.notes.trained.model import Model
from scribe_app.notes.trained.statements import statements_of
from scribe_app.notes.units import Unit, cut

_TOP_SCORE = 4.0
_TOP_WORTH = 0.5


def loaded(
    utterances: Sequence[Utterance], units: Sequence[Unit], words: Lexicon, model: Model
) -> list[Loaded]:
    """Return them in order of time: by the model where it can judge, else by the lexicon.

    `units` are those of the index: the utterances cut, with a role each.
    """
    if words.language == "en" and trained.is_long(utterances):
        return _by_model(units, words, model)
    return _by_lexicon(utterances, words)


def _by_model(units: Sequence[Unit], words: Lexicon, model: Model) -> list[Loaded]:
    found = statements_of(units, words)
    return [
        Loaded(
            found[each.order].line,
            each.section,
            min(1.0, each.worth / _TOP_WORTH),
            found[each.order].unit.utterances,
        )
        for each in trained.candidates(found, words, model)
    ]


def _by_lexicon(utterances: Sequence[Utterance], words: Lexicon) -> list[Loaded]:
    units = with_answers(with_roles(cut(utterances, words), words), words)
    placed = [found for unit in units if (found := classify(unit, words)) is not None]
    return [
        Loaded(
            capital(tidy(each.unit.text)) if each.unit.merged else compress(each.unit.text, words),
            each.section,
            min(1.0, each.score / _TOP_SCORE),
            each.unit.utterances,
        )
        for each in placed
    ]
