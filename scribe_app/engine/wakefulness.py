"""Keeps the machine awake while a consultation is recorded, without ever waiting for that."""

import asyncio

from scribe_app.engine.daemon import in_daemon
from scribe_app.ports.power import SleepInhibitor


class Wakefulness:
    """One recording's hold on the machine; lives on the engine's loop, the asking beside it."""

    def __init__(self, inhibitor: SleepInhibitor | None) -> None:
        self._inhibitor = inhibitor
        self._wanted = self._is = False
        self._following: asyncio.Task[None] | None = None

    def keep(self, *, awake: bool) -> None:
        """Ask for it from now on, or no longer; returns at once."""
        self._wanted = awake
        if self._inhibitor is not None and self._following is None and awake != self._is:
            self._following = asyncio.create_task(self._follow(self._inhibitor), name="awake")

    async def close(self) -> None:
        """Let the machine sleep again."""
        self.keep(awake=False)
        if self._following is not None:
            await asyncio.wait({self._following})

    async def _follow(self, inhibitor: SleepInhibitor) -> None:
        """Ask one thing after another, until what is so is what is wanted."""
        while self._is != self._wanted:
            self._is = self._wanted
            await in_daemon(inhibitor.hold if self._is else inhibitor.release, "sleep-inhibitor")
        self._following = None
