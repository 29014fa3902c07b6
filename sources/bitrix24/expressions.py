"""JMESPath over records: which field is what, as data; numbers stay exact.

Source: the grammar at jmespath.org, by the library that its author keeps.
"""

import functools
from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

import jmespath
from jmespath import exceptions, functions

_EXPRESSION_LETTERS_MAX = 500


class _Compiled(Protocol):
    def search(self, value: object, options: object) -> object:
        """Take a value apart."""


class _Exact(functions.Functions):  # type: ignore[misc]  # the library has no types
    """Sums without floats: the library's own sum knows none but them."""

    @functions.signature({"types": ["array"]})  # type: ignore[untyped-decorator]  # the same
    def _func_sum(self, values: Sequence[object]) -> Decimal:
        numbers = [each for each in values if isinstance(each, int | Decimal)]
        return sum((Decimal(each) for each in numbers), Decimal())


_OPTIONS = jmespath.Options(custom_functions=_Exact())


class ExpressionError(ValueError):
    """An expression that is none, or that doesn't fit what it is put to."""


def evaluate(expression: str, value: object) -> object:
    """Give what an expression takes from a value.

    Raises:
        ExpressionError: it is none, or it does with the value what can't be done.
    """
    try:
        return _compiled(expression).search(value, _OPTIONS)
    except (exceptions.JMESPathError, ArithmeticError, TypeError, ValueError) as error:
        raise ExpressionError(f"{expression}: {type(error).__name__}") from error


def what_is_wrong(expression: str) -> str | None:
    """Say why an expression is none; None where it is one."""
    if len(expression) > _EXPRESSION_LETTERS_MAX:
        return "too long"
    try:
        _compiled(expression)
    except ExpressionError as error:
        return str(error)
    return None


@functools.lru_cache(maxsize=512)
def _compiled(expression: str) -> _Compiled:
    try:
        compiled: _Compiled = jmespath.compile(expression)
    except (exceptions.JMESPathError, ValueError, RecursionError) as error:
        raise ExpressionError(f"{expression}: {error}") from error
    return compiled
