"""Small steps through CAMT's elements, whatever namespace a version has."""

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable


def _strip_namespace(tag: str) -> str:
    return tag.rpartition("}")[2]


# Comments and the like are not read, so that every tag is text; the types don't know.
bare = cast("Callable[[object], str]", lru_cache(maxsize=1_024)(_strip_namespace))


def local_name(element: etree._Element) -> str:
    """Give an element's tag without its namespace."""
    return bare(element.tag)


def children(element: etree._Element | None) -> dict[str, etree._Element]:
    """Give an element's children by name; of those that repeat, the last."""
    return {} if element is None else {bare(each.tag): each for each in element}


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Find the first child of a name."""
    if element is not None:
        for each in element:
            if bare(each.tag) == name:
                return each
    return None


def text_of(element: etree._Element | None) -> str | None:
    """Give an element's text without the space around it; None where there is none."""
    if element is None or (text := element.text) is None:
        return None
    return text.strip() or None


def account_number(account: etree._Element | None) -> str | None:
    """Give an account's IBAN without spaces, or the number of another kind as it stands."""
    identified = child(account, "Id")
    if identified is None:
        return None
    for kind in identified:
        number = text_of(kind) or text_of(child(kind, "Id"))
        if number is not None:
            return number.replace(" ", "") if bare(kind.tag) == "IBAN" else number
    return None
