"""The counter strip: the convoy, who was served, who waits, and what this desk has left."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from app.domain.quantity import format_quantity
from app.services.desk_counter import Counter
from app.ui import tokens
from app.ui.tr import tr, words
from app.ui.widgets.labels import label
from app.words import dates
from app.words.numbers import decimal, isolated
from app.words.places import place_name

_MOST_ITEMS = 4
"""More items than this do not fit beside each other at 1366 pixels; the rest is in the tooltip."""


class CounterStrip(QFrame):
    """Numbers as of the last commit."""

    def __init__(self, parked: QPushButton) -> None:
        super().__init__()
        self.setProperty("surface", "strip")
        self._convoy = label("", "strong")
        self._served = label()
        self._stock = label("", "secondary")
        self._parked = parked
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.WITHIN, 2, tokens.WITHIN, 2)
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(self._convoy)
        row.addWidget(self._served)
        row.addWidget(self._stock)
        row.addStretch(1)
        row.addWidget(parked)

    def show_counter(self, counter: Counter) -> None:
        """New numbers."""
        today = counter.today
        self._convoy.setText(
            tr(
                "Desk",
                "{convoy} · desk {desk} · {day}",
                convoy=isolated(today.convoy_name),
                desk=isolated(today.desk_name),
                day=dates.day(words(), today.day),
            )
        )
        self._served.setText(tr("Desk", "%n families served", n=counter.served))
        left = [
            tr(
                "Desk",
                "{item}: {left}",
                item=place_name(words(), item),
                left=decimal(format_quantity(quantity, grouped=True), words().digits),
            )
            for item, quantity in counter.stock
        ]
        shown = left[:_MOST_ITEMS]
        more = [tr("Desk", "and %n more", n=len(left) - len(shown))] if left != shown else []
        self._stock.setText("   ".join(shown + more))
        self._stock.setToolTip("\n".join(left))
        self._parked.setText(tr("Desk", "%n cases parked", n=counter.parked))
        self._parked.setVisible(counter.parked > 0)
