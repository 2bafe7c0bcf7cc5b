"""The drafter that works without any model: every line of the note was said."""

from collections.abc import Mapping, Sequence

from scribe_app.domain.information import Measurement
from scribe_app.domain.note import Episode, Evidence, Note, Origin, Section
from scribe_app.domain.transcript import Utterance
from scribe_app.domain.wording import objective_wording
from scribe_app.notes.answers import with_answers
from scribe_app.notes.classify import Sorted, classify
from scribe_app.notes.compress import capital, compress, tidy
from scribe_app.notes.episodes import plan_episodes
from scribe_app.notes.lexicon import Lexicon, lexicon
from scribe_app.notes.measurements import measure
from scribe_app.notes.readings import by_unit, only_readings
from scribe_app.notes.roles import with_roles
from scribe_app.notes.select import Line, budget, select
from scribe_app.notes.trained import drafter as trained
from scribe_app.notes.trained.model import english
from scribe_app.notes.units import Role, Unit, cut
from scribe_app.ports.drafter import Draft

_MERGED_SUPPORT = 0.9
_ALWAYS = 9.0
_SPARE = 2
_FEW = 3


class ExtractiveDrafter:
    """Drafts by selection and deletion; pure, and needs nothing but the package's word lists."""

    def draft(self, utterances: Sequence[Utterance], language: str) -> Draft:
        """Return a note of which every line was said; an empty transcript gives an empty note."""
        words = lexicon(language)
        if words.language == "en" and trained.is_long(utterances):
            return trained.draft(utterances, words, english())
        return self.draft_short(utterances, words)

    def draft_short(self, utterances: Sequence[Utterance], words: Lexicon) -> Draft:
        """Return a note in telegrams, by the lexicon alone, whatever the length."""
        units = with_answers(with_roles(cut(utterances, words), words), words)
        plan = plan_episodes(units, words)
        readings = by_unit(units, measure(utterances, words), words)
        lines: list[list[Line]] = [[] for _ in plan.titles]
        for order, (unit, episode) in enumerate(zip(units, plan.of_unit, strict=True)):
            lines[episode] += _lines(unit, order, readings.get(order, ()), words)
        headings = words.headings if trained.is_long(utterances) else {}
        return _draft(lines, plan.titles, words, headings)

    def measure(self, utterances: Sequence[Utterance], language: str) -> tuple[Measurement, ...]:
        """Return the measurements that were spoken, in order of time."""
        return measure(utterances, lexicon(language))


def _lines(unit: Unit, order: int, readings: Sequence[Measurement], words: Lexicon) -> list[Line]:
    found = [
        Line(
            capital(objective_wording(each, words.language)),
            Section.OBJECTIVE,
            (each.utterance,),
            _ALWAYS,
            order,
        )
        for each in readings
    ]
    if readings and only_readings(unit, words):
        return found
    placed = classify(unit, words)
    return found if placed is None else [*found, _line(placed, order, words)]


def _line(found: Sorted, order: int, words: Lexicon) -> Line:
    unit = found.unit
    if unit.merged:
        return Line(
            capital(tidy(unit.text)),
            found.section,
            unit.utterances,
            found.score,
            order,
            _MERGED_SUPPORT,
        )
    text = compress(_own(unit, words), words)
    return Line(text, found.section, unit.utterances, found.score, order)


def _own(unit: Unit, words: Lexicon) -> str:
    """Return a clinician's statement without the "no" that answered a question before it."""
    opening = words.cues["no"].match(unit.text)
    if unit.role is not Role.CLINICIAN or opening is None:
        return unit.text
    rest = unit.text[opening.end() :].lstrip(" ,.")
    tells = len(words.content(rest)) > _SPARE or words.has("opinion", rest)
    return rest if tells else unit.text


def _draft(
    lines: list[list[Line]], titles: Sequence[str], words: Lexicon, headings: Mapping[str, str]
) -> Draft:
    kept = _substantial(lines, titles)
    chosen = [{part: _chosen(own, part, len(kept), words) for part in Section} for own, _ in kept]
    episodes = tuple(
        _episode(title, own, headings) for (_, title), own in zip(kept, chosen, strict=True)
    )
    evidence = tuple(
        Evidence(number, part, line.text, line.utterances, line.support)
        for number, own in enumerate(chosen)
        for part in Section
        for line in own[part]
    )
    origin = Origin.ON_DEVICE if evidence else Origin.NONE
    return Draft(Note(origin, episodes if evidence else (Episode(),)), evidence)


def _chosen(lines: Sequence[Line], part: Section, episodes: int, words: Lexicon) -> list[Line]:
    own = [line for line in lines if line.section is part and line.text]
    return select(own, budget(part, episodes), words)


def _episode(title: str, own: Mapping[Section, list[Line]], headings: Mapping[str, str]) -> Episode:
    episode = Episode(title=title)
    for part, lines in own.items():
        texts = [line.text for line in lines]
        episode = episode.with_text(part, "\n".join(_headed(part, texts, headings)))
    return episode


def _headed(part: Section, texts: list[str], headings: Mapping[str, str]) -> list[str]:
    """Put the heading of a section before its lines; what the patient came for has its own."""
    if not texts or part not in headings:
        return texts
    if part is not Section.SUBJECTIVE:
        return [headings[part], *texts]
    told = [headings[part], *texts[1:]] if texts[1:] else []
    return [headings["first"], texts[0], *told]


def _substantial(
    lines: Sequence[list[Line]], titles: Sequence[str]
) -> list[tuple[list[Line], str]]:
    """Return the episodes with their titles; one that came to nothing joins the one before."""
    kept: list[tuple[list[Line], str]] = []
    for own, title in zip(lines, titles, strict=True):
        settled = any(line.section in (Section.EVALUATION, Section.PLAN) for line in own)
        if kept and not (settled and len(own) >= _FEW):
            kept[-1][0].extend(own)
        else:
            kept.append((list(own), title))
    return kept
