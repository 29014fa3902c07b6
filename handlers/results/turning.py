"""The buttons that turn a result to the days before it, and after."""

from handlers.cards import Setting
from handlers.results.result_callbacks import TurnedCallback
from ledger.days import Days
from parsing.questions.relative import begun_unit, unit_after, unit_before
from reports.numbers import begin_line, format_days
from services.messages import Button


def turning_row(setting: Setting, days: Days, unit: str | None = None) -> tuple[Button, ...]:
    """Lead to the whole unit before, and to the one after as far as it has come.

    Days that begin no week, month or other unit are turned nowhere.

    Args:
        setting: whose words and day it is.
        days: what is shown.
        unit: what is turned by; the smallest unit that the days are or begin, if it is not said.
    """
    unit = unit or begun_unit(days)
    if unit is None:
        return ()
    before, after = unit_before(unit, days.first), unit_after(unit, days.first, setting.today)
    language = setting.words.language

    def button(label: str, to: Days) -> Button:
        shown = setting.words.plain(label, days=begin_line(format_days(to, language)))
        data = TurnedCallback(first=to.first.isoformat(), last=to.last.isoformat(), unit=unit)
        return Button(shown, data=data.pack())

    row = [button("button-turn-back", before)]
    if after is not None:
        row.append(button("button-turn-on", after))
    return tuple(row)
