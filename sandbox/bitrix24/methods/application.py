"""Who calls, what he may, what time the portal has."""

from collections.abc import Callable

from sandbox.bitrix24.errors import RestError
from sandbox.bitrix24.lists import Answer
from sandbox.bitrix24.php import Json
from sandbox.bitrix24.portal import Portal
from sandbox.bitrix24.values import write_moment


def _profile(portal: Portal, _params: Json) -> Answer:
    user = portal.users.records[1]
    told = {"ID": "1", "ADMIN": portal.is_admin, "PERSONAL_GENDER": "", "TIME_ZONE": ""}
    return Answer(told | {"NAME": user["NAME"], "LAST_NAME": user["LAST_NAME"]})


def _scope(portal: Portal, _params: Json) -> Answer:
    return Answer(["crm", "user", *(["sale"] if portal.has_shop else [])])


def _app_info(_portal: Portal, params: Json) -> Answer:
    if "auth" not in params:
        raise RestError(403, "ACCESS_DENIED", "Access denied! Application context required")
    told: Json = {"ID": 1, "CODE": "local.app", "VERSION": 1, "STATUS": "L", "INSTALLED": True}
    return Answer(told | {"PAYMENT_EXPIRED": "N", "DAYS": None, "LANGUAGE_ID": "en"})


def _server_time(portal: Portal, _params: Json) -> Answer:
    return Answer(write_moment(portal.clock(), portal.zone))


METHODS: dict[str, Callable[[Portal, Json], Answer]] = {
    "profile": _profile,
    "scope": _scope,
    "app.info": _app_info,
    "server.time": _server_time,
}
