"""What the window says of a disk that is full, failing or elsewhere."""

from dataclasses import replace

import pytest

from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.domain.keeping import Keeping
from scribe_app.domain.session import Link, Phase, State
from scribe_app.ui.main_window import MainWindow
from tests.fixtures import consultations as made_up
from tests.gui.conftest import Say

LOST = Fault(FaultKind.TRANSPORT, True, "The connection was lost.")


@pytest.mark.parametrize(
    ("keeping", "fact", "sentence"),
    [
        (Keeping.LOW, "woorden verschijnen", "minder dan 500 MB"),
        (Keeping.VERY_LOW, "schijf bijna vol", "minder dan 10 minuten"),
        (Keeping.FAILING, "woorden verschijnen", "gaat door in een ander bestand"),
        (Keeping.SECOND, "bewaard op de tweede plaats", "tweede plaats op deze computer"),
        (Keeping.MEMORY_FULL, "schijf vol: in het geheugen", "zonder gat opgeslagen"),
        (Keeping.MEMORY, "geen schijf: in het geheugen", "zou verloren gaan"),
    ],
)
def test_each_trouble_of_the_disk_has_a_fact_and_a_sentence(
    window: MainWindow, say: Say, keeping: Keeping, fact: str, sentence: str
) -> None:
    say(replace(made_up.RECORDING, keeping=keeping))
    assert fact in window.top.state.fact()
    assert sentence in window.banner.text()
    assert window.banner.accessibleName() == window.banner.text()
    say(made_up.RECORDING)
    assert not window.banner.isVisible()


def test_what_may_be_lost_goes_before_a_fault_and_a_fault_before_what_is_only_told(
    window: MainWindow, say: Say
) -> None:
    down = replace(made_up.RECORDING, state=State(Phase.RECORDING, Link.DOWN), fault=LOST)
    say(replace(down, keeping=Keeping.MEMORY))
    assert "zou verloren gaan" in window.banner.text()
    assert "geheugen" in window.top.state.fact()
    say(replace(down, keeping=Keeping.SECOND))
    assert window.banner.text() == LOST.sentence
