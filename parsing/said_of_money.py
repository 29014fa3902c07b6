"""Tell what money itself is called: an advance of wages, what was not spent."""

from parsing.scene import Scene
from parsing.spans import SpanKind

_WAGES = ("salary", "wage", "pay", "зарплат", "зарпл", "зп", "з/п", "получк", "zarplat", "zp")


def is_of_wages(scene: Scene) -> bool:
    """Tell whether an advance is called one of wages: no customer pays it down."""
    return any(
        word.startswith(_WAGES)
        for span in scene.clues.all(SpanKind.PURPOSE)
        for word in span.folded.split()
    )


_UNSPENT = (
    "unspent", "unused", "back in the", "back into the", "невитрач", "невикорист", "неизрасх",
    "непотрач", "неистрач", "неиспольз", "підзвіт", "подотч",
)  # fmt: skip


def is_unspent(scene: Scene) -> bool:
    """Tell whether money is called unspent: "unspent 60 of the diesel money"."""
    return any(span.folded.startswith(_UNSPENT) for span in scene.clues.all(SpanKind.LEFTOVER))
