"""Run a sandbox by itself: python -m sandbox --port 8081 --token 1:abc."""

import argparse
import asyncio
import signal

from sandbox.server import SandboxServer


async def serve(arguments: argparse.Namespace) -> None:
    """Serve until interrupted."""
    server = SandboxServer(host=arguments.host, port=arguments.port)
    bot = server.sandbox.world.add_bot(arguments.username, token=arguments.token)
    person = server.sandbox.world.add_person("Ann", language_code="en")
    server.sandbox.world.private_chat(bot.id, person.id)
    await server.start()
    print(f"Bot API: {server.base_url}   token: {bot.token}")  # noqa: T201 - it is a command
    print(f"Chat:    {server.page_url}")  # noqa: T201 - the same
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    await ended.wait()
    await server.stop()


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--username", default="sandbox_bot")
    parser.add_argument("--token", help="the bot's token, such as 1:abc")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
