"""The methods that the portal answers, by name."""

from collections.abc import Callable, Mapping

from sandbox.bitrix24.lists import Answer
from sandbox.bitrix24.methods import application, comments, dictionaries, items, older, shop
from sandbox.bitrix24.php import Json
from sandbox.bitrix24.portal import Portal

Method = Callable[[Portal, Json], Answer]

METHODS: Mapping[str, Method] = {
    **application.METHODS,
    **comments.METHODS,
    **dictionaries.METHODS,
    **items.METHODS,
    **older.METHODS,
    **shop.METHODS,
}
