"""Names the made-up customers go by, in several alphabets."""

import re
from functools import lru_cache

SURNAMES = tuple(
    "Бабич Базилевич Байрак Береза Білоус Богун Бойчук Бондар Борисенко Бугай Вакуленко "
    "Василів Ващенко Вербицький Вінник Власюк Войтенко Гавриленко Гайдук Галаган Ганжа "
    "Герасименко Глушко Голуб Гончаренко Горбач Гордійчук Григоренко Гуцул Давиденко Данилюк "
    "Дашкевич Деркач Дзюба Довженко Донець Дроботенко Дубовий Євтушенко Жадан Журавель "
    "Забіяка Загородній Зінченко Іщенко Кавун Калиниченко Карпович Касьяненко Кириленко "
    "Кисіль Клименко Книш Коваленко Козаченко Колісник Комаровський Кондратюк Корнієнко "
    "Косенко Котляр Кравцов Кузьменко Кулик Кучеренко Лазаренко Левчук Лещенко Литвин Лозовий "
    "Лук'яненко Лупій Лютий Магура Макаренко Малишко Мандзюк Марчук Матвієнко Мельничук "
    "Миколайчук Мороз Мостовий Музика Нагірний Найда Нечай Никифоров Новицький Овчаренко "
    "Одинець Онищенко Осадчий Остапчук Павлюк Паламарчук Панасюк Пархоменко Пилипенко "
    "Писаренко Підгірний Плющ Поліщук Пономаренко Прокопенко Радченко Решетник Рибалко "
    "Романенко Рудик Савчук Самойленко Семенюк Сердюк Скиба Слободян Соколовський Соловей "
    "Стельмах Сулима Таран Терещенко Тищенко Тимчук Ткач Третяк Тютюнник Усенко Федорук "
    "Філоненко Хмара Ходак Цимбалюк Чайка Червоненко Чорновіл Шаповал Швидкий Шинкаренко "
    "Шостак Щербак Юрчук Яковенко Ярошенко Яцюк".split()
)
OF_TOWN = tuple(
    "Андрусяк Бабенко Багрій Безкоровайний Біланюк Бойко Василенко Вдовиченко Волошин Гаврилюк "
    "Гнатюк Головко Гончар Грицай Гук Дацюк Демчук Дзьоба Дорошенко Дрозд Дячук Єременко Жук "
    "Заболотний Задорожний Захарченко Зозуля Іваненко Іванчук Ілляшенко Кваша Кіт Ковальчук "
    "Козак Коломієць Костюк Кравець Криворучко Крупа Куценко Лисенко Лобода Луценко Мазур Марко "
    "Маслюк Мельник Мисник Мостипан Назаренко Негода Ничипоренко Олійник Опанасюк Орел Петрів "
    "Підлісний Полторак Примак Приходько Пташник Ревуцький Рожко Руденко Сагайдак Сава Симоненко "
    "Скрипка Собко Сорока Степаненко Стець Сухий Ткаченко Токар Троян Угрин Філь Харченко "
    "Хоменко Цап Чабан Чепурний Черненко Чубенко Шевчук Шелест Шпак Штефан Щерба Юрків Яремчук "
    "Ясінський".split()
)
"""Surnames of another town."""

MEN = (
    ("Андрій", "Андрей"), ("Антон", "Антон"), ("Арсен", "Арсен"), ("Вадим", "Вадим"),
    ("Віталій", "Виталий"), ("Владислав", "Владислав"), ("Григорій", "Григорий"),
    ("Данило", "Даниил"), ("Денис", "Денис"), ("Костянтин", "Константин"), ("Кирило", "Кирилл"),
    ("Мирослав", "Мирослав"), ("Назар", "Назар"), ("Остап", "Остап"), ("Павло", "Павел"),
    ("Петро", "Пётр"), ("Ростислав", "Ростислав"), ("Руслан", "Руслан"), ("Степан", "Степан"),
    ("Федір", "Фёдор"), ("Ярослав", "Ярослав"), ("Олексій", "Алексей"),
)  # fmt: skip
WOMEN = (
    ("Аліна", "Алина"), ("Анастасія", "Анастасия"), ("Богдана", "Богдана"), ("Віра", "Вера"),
    ("Дарина", "Дарья"), ("Зоя", "Зоя"), ("Ілона", "Илона"), ("Ксенія", "Ксения"),
    ("Леся", "Леся"), ("Любов", "Любовь"), ("Маргарита", "Маргарита"), ("Мар'яна", "Марьяна"),
    ("Ніна", "Нина"), ("Олеся", "Олеся"), ("Поліна", "Полина"), ("Раїса", "Раиса"),
    ("Соломія", "Соломия"), ("Софія", "София"), ("Тамара", "Тамара"), ("Уляна", "Ульяна"),
    ("Христина", "Кристина"), ("Юлія", "Юлия"),
)  # fmt: skip
FATHERS = (
    ("Антонович", "Антонівна"), ("Борисович", "Борисівна"), ("Вадимович", "Вадимівна"),
    ("Віталійович", "Віталіївна"), ("Григорович", "Григорівна"), ("Данилович", "Данилівна"),
    ("Кирилович", "Кирилівна"), ("Львович", "Львівна"), ("Маркович", "Марківна"),
    ("Олексійович", "Олексіївна"), ("Павлович", "Павлівна"), ("Романович", "Романівна"),
    ("Степанович", "Степанівна"), ("Федорович", "Федорівна"), ("Юрійович", "Юріївна"),
    ("Ярославович", "Ярославівна"),
)  # fmt: skip
COMPANIES = tuple(
    "Аграрний Берегиня Будальянс Вимір Гарант Глобус Горизонт Дельта Добробут Еколайн Еталон "
    "Зоряний Імпульс Інтерліфт Карат Квант Клен Контур Криниця Лагуна Ладіс Магнат Маяк "
    "Меридіан Мрія Обрій Оазис Орбіта Парус Перспектива Пломінь Полісся Престиж Прогрес Ранок "
    "Ресурс Світанок Січ Стандарт Стимул Сузір'я Техноград Тріумф Фаворит Форвард Хорса "
    "Цитадель Шанс Яворина".split()
)
TAILS = (
    "", "", "", "-Буд", "-Сервіс", " Плюс", " Південь", " Схід", "-Трейд", " Україна",
    "-2", " Груп",
)  # fmt: skip
LEGAL = ("ТОВ", "ТОВ", "ТОВ", "ПП", "ФГ", "ПрАТ")
LEGAL_LONG = {
    "ТОВ": "ТОВАРИСТВО З ОБМЕЖЕНОЮ ВІДПОВІДАЛЬНІСТЮ",
    "ПП": "ПРИВАТНЕ ПІДПРИЄМСТВО",
    "ФГ": "ФЕРМЕРСЬКЕ ГОСПОДАРСТВО",
    "ПрАТ": "ПРИВАТНЕ АКЦІОНЕРНЕ ТОВАРИСТВО",
}
POLISH = tuple(
    "Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski "
    "Mazur Krawczyk Piotrowski Grabowski Pawłowski Michalski Król Wieczorek Jabłoński Wróbel "
    "Stępień Górski Rutkowski Sikora Walczak Baran Szewczyk Ostrowski Pietrzak Duda Zalewski "
    "Wróblewski Jasiński Sadowski Bąk Chmielewski Włodarczyk Borkowski Czarnecki Sawicki "
    "Urbański".split()
)
ENGLISH = tuple(
    "Adams Baker Barnes Bennett Brooks Carter Clarke Collins Cooper Davies Edwards Ellis "
    "Foster Graham Harris Hughes Jenkins Kelly Lawson Marshall Mitchell Morgan Murphy Owen "
    "Palmer Parker Pearson Phillips Price Reynolds Rogers Shaw Simpson Stevens Turner Walker "
    "Watson Webb Wright".split()
)
POLISH_GIVEN = (
    ("Tomasz", "Marcin", "Paweł", "Łukasz", "Grzegorz", "Krzysztof", "Rafał", "Wojciech"),
    ("Agnieszka", "Małgorzata", "Katarzyna", "Joanna", "Ewa", "Zofia", "Iwona", "Beata"),
)
ENGLISH_GIVEN = (
    ("Oliver", "James", "Henry", "Thomas", "George", "Edward", "Daniel", "Samuel"),
    ("Emily", "Charlotte", "Grace", "Alice", "Hannah", "Lucy", "Sophie", "Rebecca"),
)
WESTERN_COMPANIES = tuple(
    "Northwind Bluestone Harbour Redwood Silverline Westgate Brightwell Oakfield Mostbud "
    "Drewpol Termika Elmont Polkuch Domar Bramax Zefir Helvex Karpol".split()
)
_SOUNDS = "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch  iu ia  y e e "
_LATIN = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'ыэёъ",
        _SOUNDS.split(" "),
        strict=True,
    )
)
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_PLAIN = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")
_RUSSIAN = str.maketrans("іїєґІЇЄҐ", "ииегИИЕГ")


@lru_cache(maxsize=20_000)
def latin(word: str) -> str:
    """Return the word as Ukrainian passports spell it; Polish without its marks."""
    small = word.lower()
    head = _FIRST.get(small[:1], _LATIN.get(small[:1], small[:1]))
    text = head + "".join(_LATIN.get(letter, letter) for letter in small[1:])
    return text.title().replace("'", "").translate(_PLAIN)


@lru_cache(maxsize=20_000)
def careless_latin(word: str) -> str:
    """Return the word as people spell it who do not know the rule."""
    text = latin(word).lower()
    text = re.sub(r"(?<![zcsk])h", "g", text)
    for ours, theirs in (("y", "i"), ("ie", "e"), ("iu", "yu"), ("ia", "ya"), ("kh", "h")):
        text = text.replace(ours, theirs)
    return text.title()


def russian(surname: str) -> str:
    """Return a Ukrainian surname in Russian letters."""
    return surname.replace("'", "ь").translate(_RUSSIAN)


def of_her(surname: str) -> str:
    """Return a woman's form of a surname."""
    if surname.endswith("ий"):
        return surname[:-2] + "а"
    if surname.endswith(("ов", "ів")):
        return surname.removesuffix("ів") + "ова" if surname.endswith("ів") else surname + "а"
    if surname.endswith(("ski", "cki")):
        return surname[:-1] + "a"
    return surname
