"""Stages and their history, funnels, kinds of records, users."""

from collections.abc import Callable

from sandbox.bitrix24 import fields
from sandbox.bitrix24.errors import RestError, invalid
from sandbox.bitrix24.filters import Grammar, test_of
from sandbox.bitrix24.lists import Answer, list_page
from sandbox.bitrix24.php import Json, listed, mapped, whole
from sandbox.bitrix24.portal import DEAL, Portal
from sandbox.bitrix24.table import Table
from sandbox.bitrix24.values import legacy, native

_MEANINGS = {"None": "process", "S": "success", "F": "failure"}


def _status_list(portal: Portal, params: Json) -> Answer:
    """Give a whole dictionary: this list has no pages."""
    grammar = Grammar(fields.STATUS, portal.zone, is_strict=False)
    passes = test_of(params.get("filter"), grammar)
    told = [
        {name: legacy(field, each[name], portal.zone) for name, field in fields.STATUS.items()}
        | {"EXTRA": {"SEMANTICS": _MEANINGS[str(each["SEMANTICS"])], "COLOR": "#39A8EF"}}
        for each in portal.statuses.records.values()
        if passes(each)
    ]
    return Answer(told, len(told))


def _category_list(portal: Portal, params: Json) -> Answer:
    type_id = whole(params.get("entityTypeId"))
    found = [each for each in portal.categories if each["entityTypeId"] == type_id]
    return Answer({"categories": found}, len(found))


def _type_list(portal: Portal, _params: Json) -> Answer:
    return Answer({"types": portal.types[:50]}, len(portal.types))


def _stage_history(portal: Portal, params: Json) -> Answer:
    type_id = whole(params.get("entityTypeId")) or DEAL
    mine = portal.histories.get(type_id, Table(0, fields.STAGE_HISTORY))
    page = list_page(mine, params, Grammar(fields.STAGE_HISTORY, portal.zone, is_strict=True))
    names = [str(each) for each in listed(params.get("select"))] or list(fields.STAGE_HISTORY)
    told = [
        {name: native(fields.STAGE_HISTORY[name], each[name], portal.zone) for name in names}
        for each in page.records
    ]
    return page.answer({"items": told})


def _user_get(portal: Portal, params: Json) -> Answer:
    said = {name.upper(): each for name, each in params.items()}
    wanted = mapped(said.get("FILTER")) | {k: v for k, v in said.items() if k in fields.USER}
    grammar = Grammar(fields.USER, portal.zone, is_strict=False)
    page = list_page(portal.users, {"filter": wanted, "start": said.get("START", 0)}, grammar)
    told = [
        {name: legacy(field, each[name], portal.zone) for name, field in fields.USER.items()}
        | {"ACTIVE": each["ACTIVE"]}
        for each in page.records
    ]
    return page.answer(told)


def table_of(portal: Portal, params: Json) -> Table:
    """Give the kind of records that is asked for.

    Raises:
        RestError: there is none such.
    """
    type_id = whole(params.get("entityTypeId"))
    if type_id is None:
        raise invalid("Parameter 'entityTypeId' is required")
    table = portal.tables.get(type_id)
    if table is None:
        raise RestError(400, "NOT_FOUND", "Entity type not found")
    return table


METHODS: dict[str, Callable[[Portal, Json], Answer]] = {
    "crm.status.list": _status_list,
    "crm.category.list": _category_list,
    "crm.type.list": _type_list,
    "crm.stagehistory.list": _stage_history,
    "user.get": _user_get,
}
