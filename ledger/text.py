"""Text from outside, made keepable."""

_NUL = "\x00"
_NUL_SHOWN = "\u2400"


def keepable(text: str) -> str:
    """Replace what no database or encoding keeps: NUL by its picture, half a pair by a sign."""
    if _NUL not in text:
        try:
            text.encode()
        except UnicodeEncodeError:
            pass  # half a pair, which no encoding keeps
        else:
            return text
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace(_NUL, _NUL_SHOWN)
