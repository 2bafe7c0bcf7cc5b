"""The look of a box that is typed in, the same wherever there is one."""

from scribe_app.ui.theme import Theme


def box_rules(theme: Theme, boxes: tuple[str, ...]) -> str:
    """Return the stylesheet's rules for boxes that are selected by these names."""
    t, px = theme.tokens, theme.px

    def each(state: str) -> str:
        return ", ".join(box + state for box in boxes)

    return f"""
{each("")} {{ background: {t.raised.name()}; color: {t.ink.name()};
  border: 1px solid {t.edge.name()}; border-radius: {px(6)}px; padding: 0 {px(10)}px;
  min-height: {px(34)}px; placeholder-text-color: {t.faint.name()};
  selection-background-color: {t.accent_soft.name()}; selection-color: {t.ink.name()}; }}
{each(":focus")} {{ border: 2px solid {t.focus.name()}; padding: 0 {px(10) - 1}px;
  min-height: {px(34) - 2}px; }}
{each(":disabled")} {{ background: {t.bg.name()}; color: {t.faint.name()};
  border-color: {t.line.name()}; }}
"""
