"""How this computer reaches the vendors: a certificate of one's own, hosts without encryption."""

import re
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from scribe_app.ports.preferences import Preferences
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.settings.edits import PlainEdit
from scribe_app.ui.settings.page import Page
from scribe_app.ui.settings.rows import Row
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class NetworkPage(Page):
    """Two boxes that most clinicians leave empty."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        words = translate("Settings", "Leave this as it is unless your IT department says so.")
        super().__init__(theme, translate("Settings", "Network"), words, parent)
        self.ca_file, self.plain_hosts = PlainEdit("caFileEdit"), PlainEdit("plainHostsEdit")
        self.browse = PillButton(theme, Kind.GHOST)
        self.browse.setObjectName("caFileBrowse")
        self.browse.setAutoDefault(False)
        self.browse.show_as(translate("Settings", "Browse…"))
        self.browse.setAccessibleName(translate("Settings", "Browse for a CA file"))
        self.browse.clicked.connect(self._browse)
        self._build()

    def show_preferences(self, preferences: Preferences, locked: frozenset[str]) -> None:
        """Show both."""
        self.ca_file.setText(preferences.ca_file)
        self.plain_hosts.setText(", ".join(preferences.plain_hosts))
        self._ca_row.lock(on="ca_file" in locked)
        self.browse.setEnabled("ca_file" not in locked)
        self._hosts_row.lock(on="plain_hosts" in locked)

    def applied(self, preferences: Preferences) -> Preferences:
        """Return preferences with both as they are here."""
        hosts = tuple(filter(None, re.split(r"[,;\s]+", self.plain_hosts.text())))
        return replace(preferences, ca_file=self.ca_file.text().strip(), plain_hosts=hosts)

    def _browse(self) -> None:
        picker = QFileDialog(self, translate("Settings", "CA file"))
        picker.setObjectName("caFileDialog")
        picker.setFileMode(QFileDialog.FileMode.ExistingFile)
        picker.setNameFilters(["PEM (*.pem *.crt *.cer)", "* (*)"])
        picker.fileSelected.connect(self.ca_file.setText)
        picker.finished.connect(picker.deleteLater)
        picker.open()

    def _build(self) -> None:
        self._ca_row = Row(
            self.theme,
            translate("Settings", "Own CA file"),
            self.ca_file,
            translate("Settings", "Certificates (PEM) to trust beside those of this computer."),
        )
        line = QHBoxLayout()
        line.setSpacing(self.theme.px(8))
        self._ca_row.column.removeWidget(self.ca_file)
        line.addWidget(self.ca_file, 1)
        line.addWidget(self.browse)
        self._ca_row.column.insertLayout(1, line)
        self._hosts_row = Row(
            self.theme,
            translate("Settings", "Hosts that may be reached without encryption"),
            self.plain_hosts,
            translate(
                "Settings",
                "Names apart by commas; only for a server inside your own network.",
            ),
        )
        self.column.addWidget(self._ca_row)
        self.column.addWidget(self._hosts_row)
        self.column.addStretch(1)
