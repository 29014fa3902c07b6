"""Whether two names are one party's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconciliation.evidence.names import read_name
from reconciliation.evidence.parties import Likeness, likeness, mentions, stems_in


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Василенко Михайло Олександрович", "ВАСИЛЕНКО МИХАЙЛО", Likeness.SAME),
        ("TKACHUK VIKTORIIA", "Вікторія Ткачук", Likeness.SAME),
        ("IEVHEN DIACHENKO", "Дяченко Евгений", Likeness.SAME),
        ("Владимир Сидоренко", "Сидоренко Володимир", Likeness.SAME),
        ("Dąbrowski Rafał", "DABROWSKI RAFAL", Likeness.SAME),
        ("Дашкевич Зоя Віталіївна", "Зоя Дашкевич", Likeness.SAME),
        ("ГРУШЕВСЬКА Л.В.", "Лариса Грушевська", Likeness.INITIAL),
        ("ФОП Заєць Олег Олександрович", "ФОП Заєць О.О.", Likeness.SAME),
        ("ФОП Заєць Олег Олександрович", "ФОП Заєць О.М.", Likeness.RELATIVE),
        ("КРАВЕЦЬ Я.Л.", "Кравець Ярина Львівна", Likeness.SAME),
        ("КРАВЕЦЬ ЯРИНА ЛЬВІВНА", "Кравець Ярина Лук'янівна", Likeness.RELATIVE),
        ("ДАШКЕВИЧ О.Ф.", "Олена Дашкевич (постійна)", Likeness.INITIAL),
        ('ФЕРМЕРСЬКЕ ГОСПОДАРСТВО "ДІБРОВА-2"', 'ФГ "Діброва-2"', Likeness.SAME),
        ('ПП "ДІБРОВА-2-90"', "Діброва-2-90", Likeness.SAME),
        ('ТОВ "ДІБРОВА-2"', 'ТОВ "Діброва-3"', Likeness.RELATIVE),
        ("Бондаренко", "Бондаренко Наталія", Likeness.SURNAME),
        ("ШАПОВАЛ МИРОСЛАВ ФЕДОРОВИЧ", "Мирослав", Likeness.GIVEN),
        ("Петровська Ганна Василівна", "Василь Петровський", Likeness.RELATIVE),
        ('ТОВ "ДОМОБУД ТРЕЙД"', 'ТОВ "Домобуд Захід"', Likeness.RELATIVE),
        ("ЕТАЛОН-ТРЕЙД-38 ФГ", "Еталон-Трейд", Likeness.RELATIVE),
        ("ВІННИК АРСЕН МАРКОВИЧ", "Вінник Арсен Вадимович", Likeness.RELATIVE),
        ("Вінник Арсен Алексеевич", "Вінник Арсен Олексійович", Likeness.SAME),
        ('ТОВ "ПОЛІССЯ-СЕРВІС"', 'ФГ "Зоряний-Сервіс"', Likeness.CONFLICT),
        ("MAKSYM BABENKO", 'ТОВ "Сигма-Буд"', Likeness.OTHER),
        ("Третяк Вадим", "Ващенко Тамара", Likeness.CONFLICT),
        ('АТ "УНІВЕРСАЛ БАНК"', "Василь Петренко", Likeness.UNKNOWN),
        ("", "Василь Петренко", Likeness.UNKNOWN),
        ("Маргарита Щ.", "Щерба Маргарита", Likeness.INITIAL),
        ("Маргарита Щ.", "СТЕПАНЕНКО МАРГАРИТА", Likeness.OTHER),
        ("ДЗЬОБА Ж.Я.", "Дзьоба Жанна", Likeness.INITIAL),
        ("ДЗЬОБА Р.Я.", "Аліна", Likeness.OTHER),
        ("ФОП Дорошенко Костян", "ФОП Дорошенко Костянтин Павлович", Likeness.INITIAL),
    ],
)
def test_names_are_compared_across_alphabets_initials_and_endings(
    one: str, other: str, found: Likeness
) -> None:
    assert likeness(read_name(one), read_name(other)) is found


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_has_no_direction(one: str, other: str) -> None:
    first, second = read_name(one), read_name(other)
    assert likeness(first, second) is likeness(second, first)


@pytest.mark.parametrize(
    ("text", "customer", "found"),
    [
        ("аванс за Стельмах Руслан", "Стельмах Руслан", Likeness.SAME),
        ("аванс за Стельмах Руслана", "Стельмах Руслана", Likeness.SAME),
        ("аванс за Стельмах Дарина", "Стельмах Руслан", Likeness.RELATIVE),
        ("аванс Стельмах", "Стельмах Руслан", Likeness.SURNAME),
        ("аванс за техніку", "Стельмах Руслан", Likeness.UNKNOWN),
    ],
)
def test_a_text_mentions_a_customer(text: str, customer: str, found: Likeness) -> None:
    assert mentions(stems_in(text), read_name(customer)) is found
