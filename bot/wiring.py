"""Puts the real handlers, words and word lists together."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.crm_talker import TalkWords
from bot.equipment import Equipment
from handlers.alerts.alert_news import alert_letter, alert_news
from handlers.approvals.approval_news import approval_news
from handlers.bank.bank_health import bank_alerts
from handlers.bank.bank_news import bank_file_news
from handlers.cash.draft_replies import asked_again
from handlers.cash.missing import missing_question
from handlers.cash.receipt_news import receipt_news
from handlers.command_menu import show_menu
from handlers.crm.crm_cards import crm_alerts
from handlers.exceptions.exception_news import (
    answer_news,
    failure_news,
    inquiry_news,
    settled_news,
)
from handlers.exceptions.inquiry_cards import comment_text
from handlers.filing.review_cards import morning_card
from handlers.results.close_card import begun_news
from handlers.results.digests import write_digest
from handlers.results.question_reader import NoQuestionAdviser, QuestionAdviser, QuestionReader
from handlers.results.restatements import restatement_news
from handlers.routers import build_routers
from handlers.second_opinion import Adviser, NoAdviser
from handlers.tills.transfer_notices import transfer_asked_again
from locales.words import Words, words_of
from parsing.advice.endpoint import Endpoint
from parsing.annotation.word_lists import load_lexicon
from parsing.guess.figures import load_figure_guesser
from parsing.guess.guess import load_guesser
from parsing.questions.lexicon import load_question_words
from services.filing.clerk import Clerk
from services.intake.report_types import KnownTables
from services.messages import OutgoingMessage
from services.ports import Books
from services.shop import Shop
from sources.bitrix24.reading import Bitrix24Reading

if TYPE_CHECKING:
    from categorisation.categorise import Categoriser
    from services.bank.bank_types import FileRead, TableAsked
    from services.intake.report_types import ReportRead


def equip(endpoint: Endpoint | None = None, voice: Endpoint | None = None) -> Equipment:
    """Give everything that the handlers bring along.

    Args:
        endpoint: where a language model is asked about what is unclear, if one is set.
        voice: where voice notes are written down, if anywhere.
    """
    load_guesser()
    load_figure_guesser()
    if endpoint is None and voice is None:
        return _equipment(NoAdviser(), NoQuestionAdviser())
    # Half a second and 50 MB that only a shop with a model pays.
    from parsing.advice.language_model import (  # noqa: PLC0415 - heavy
        LanguageModel,
        LineModel,
        QuestionModel,
        VoiceModel,
    )

    adviser = None if endpoint is None else LanguageModel(endpoint)
    transcriber = None if voice is None else VoiceModel(voice)
    lines = None if endpoint is None else LineModel(endpoint)
    questions = None if endpoint is None else QuestionModel(endpoint)
    asked = (adviser, transcriber, lines, questions)
    opened = [each.close for each in asked if each is not None]
    return replace(
        _equipment(adviser or NoAdviser(), questions or NoQuestionAdviser()),
        transcriber=transcriber,
        accounts_of=None if lines is None else lines.accounts_of,
        close=_all_of(opened),
    )


def _all_of(closings: Sequence[Callable[[], Awaitable[None]]]) -> Callable[[], Awaitable[None]]:
    async def close() -> None:
        for each in closings:
            await each()

    return close


def _equipment(adviser: Adviser, questions: QuestionAdviser) -> Equipment:
    lexicon = load_lexicon()
    return Equipment(
        router=build_routers(),
        words_of=_words,
        extras={
            "lexicon": lexicon,
            "adviser": adviser,
            "question_reader": QuestionReader(lexicon, load_question_words(), questions),
            "crm_reading": Bitrix24Reading(),
        },
        show_menu=show_menu,
        missing_question=missing_question,
        receipt_news=receipt_news,
        bank_file_news=bank_file_news,
        clerk=new_clerk,
        bank_alerts=source_alerts,
        exception_news=settled_news,
        closing_news=begun_news,
        restatement_news=restatement_news,
        alert_news=alert_news,
        alert_letter=alert_letter,
        inquiry_news=inquiry_news,
        talk=TalkWords(comment_text, answer_news, failure_news),
        read_bank_file=_read_dropped,
        is_statement=_is_statement,
        morning=morning_card,
        write_digest=write_digest,
        ask_again=asked_again,
        transfer_asked_again=transfer_asked_again,
        approval_news=approval_news,
    )


def source_alerts(books: Books, shop: Shop, at: dt.datetime) -> Sequence[OutgoingMessage]:
    """Tell of banks and CRMs that wait for a person, to whom it concerns."""
    return (*bank_alerts(books, shop, at), *crm_alerts(books, shop, at))


def new_clerk() -> Clerk:
    """Make a clerk that begins with the starter rules."""
    return Clerk(_categoriser)


def _categoriser() -> "Categoriser":
    # Numpy, 12 MB, which a shop without bank lines never needs: loaded where these are learned.
    from categorisation.categorise import Categoriser  # noqa: PLC0415 - heavy
    from categorisation.starter import starter_rules  # noqa: PLC0415 - heavy

    return Categoriser(starter_rules())


def _read_dropped(
    content: bytes, said: Mapping[str, str], known: KnownTables
) -> "FileRead | TableAsked | ReportRead":
    # The readers of all formats, 10 MB with lxml; files are read in a thread, so nobody waits.
    from bot.statement_files import read_dropped  # noqa: PLC0415 - heavy

    return read_dropped(content, said, known)


def _is_statement(content: bytes) -> bool:
    from sources.bank_files.registry import is_known  # noqa: PLC0415 - heavy, as above

    return is_known(content)


def _words(language: str) -> Words:
    """Give the words for Telegram's code of a language."""
    return words_of(language)
