"""Hold what a sandbox took and answered against the Bot API's types, as two libraries do."""

import inspect
import json
from collections.abc import Iterator, Sequence
from functools import cache

import telegram
from aiogram import methods
from aiogram.client.bot import Bot
from aiogram.methods.base import TelegramMethod
from pydantic import BaseModel, TypeAdapter, ValidationError

_BOT = Bot("1:checker")


@cache
def _methods() -> dict[str, type[TelegramMethod[object]]]:
    """Give aiogram's method classes by the Bot API's names, in lower case."""
    found = {}
    for name, value in vars(methods).items():
        if inspect.isclass(value) and issubclass(value, TelegramMethod) and name[0].isupper():
            api_name = getattr(value, "__api_method__", None)
            if isinstance(api_name, str):
                found[api_name.lower()] = value
    return found


def check_log(requests: Sequence[dict[str, object]]) -> int:
    """Check each request and each answer that is no refusal; give how many were checked.

    Raises:
        AssertionError: one does not fit the Bot API's types.
    """
    for request in requests:
        number, name = request["number"], str(request["method"])
        method = _methods()[name.lower()]
        parameters = request["parameters"]
        assert isinstance(parameters, dict)
        _fits(f"request {number} {name}", method, _decoded(parameters))
        unknown = {
            each
            for each, value in parameters.items()
            if each not in method.model_fields and not str(value).endswith(" bytes>")
        }
        assert not unknown, f"request {number} {name}: no such parameters {unknown}"
        answer = request["answer"]
        assert isinstance(answer, dict)
        if answer["ok"]:
            returned: type[object] = method.__returning__
            _fits(f"answer {number} {name}", returned, answer["result"])
            _read_by_the_other_library(answer["result"])
        elif "error_code" in answer:
            assert answer["error_code"] == request["status"], f"answer {number} {name}: {answer}"
            assert isinstance(answer["description"], str)
    return len(requests)


def _fits(what: str, kind: type[object], value: object) -> None:
    try:
        read = TypeAdapter(kind).validate_python(value, context={"bot": _BOT})
        strange = [] if isinstance(read, TelegramMethod) else list(_strange_fields(read))
        assert not strange, f"{what}: aiogram knows no {strange}"
    except ValidationError as error:
        message = f"{what}: {error}"
        raise AssertionError(message) from error


def _strange_fields(value: object) -> Iterator[str]:
    """Name the fields that the types do not have."""
    if isinstance(value, list):
        for each in value:
            yield from _strange_fields(each)
    elif isinstance(value, BaseModel):
        yield from (f"{type(value).__name__}.{name}" for name in value.model_extra or {})
        for name in type(value).model_fields:
            yield from _strange_fields(getattr(value, name))


def _decoded(parameters: dict[str, object]) -> dict[str, object]:
    """Read the JSON that form fields carry; files stand as their names."""
    decoded = {}
    for name, value in parameters.items():
        if isinstance(value, str) and value[:1] in "[{":
            decoded[name] = json.loads(value)
        else:
            decoded[name] = value
    return decoded


def _read_by_the_other_library(result: object) -> None:
    for each in result if isinstance(result, list) else [result]:
        if not isinstance(each, dict):
            continue
        if "update_id" in each:
            assert telegram.Update.de_json(each) is not None
        elif "message_id" in each and "chat" in each:
            message = telegram.Message.de_json(each)
            assert message.to_dict()["message_id"] == each["message_id"]
