## Cash cards
cash-in = <b>+{ $amount }</b> · { $category }
cash-out = <b>−{ $amount }</b> · { $category }
cash-moved-in = <b>{ $amount } в кассу</b> · { $category }
cash-moved-out = <b>{ $amount } из кассы</b> · { $category }
cash-line-counterparty = { $name }
cash-line-order = заказ { $order }
cash-line-day = за { $day }
cash-line-belongs = относится к { $day }, тот период закрыт
cash-line-remembered = как вы уже записывали { $words }
cash-line-till = { $till }: <b>{ $balance }</b>
cash-line-number = № { $number }
cash-amended = Изменила:
cash-was-in = <s>+{ $amount } · { $category } · № { $number }</s>
cash-was-out = <s>−{ $amount } · { $category } · № { $number }</s>
cash-undone = Отменено: № { $number }, { $amount }
button-undo = Отменить
button-undo-number = Отменить № { $number }
button-change-number = Изменить № { $number }
button-amount = Сумма
button-date = Дата
button-category = Категория
button-counterparty = Кто
button-leave = Оставить
entry-ask-amount = Какая сумма правильная? Напишите её.
entry-ask-date = Какой это был день? Нажмите или напишите, например 05.11.
entry-ask-category = На что это было?
entry-ask-counterparty = Кто это был? Напишите имя или название.
entry-kept = Хорошо, оставляю как есть.

## Questions about a doubtful message
ask-amount = Сколько это было? Напишите сумму.
ask-direction = { $amount ->
    [none] Деньги пришли или ушли?
   *[other] { $amount }: пришли или ушли?
  }
ask-category = { $amount ->
    [none] Что это было?
   *[other] { $amount }: что это было?
  }
ask-date = В какой день это было? Нажмите или напишите, например 05.11.
ask-right = Я правильно поняла?
ask-right-model = Сама не уверена; языковая модель предлагает так:
ask-right-hint = Если сумма другая – просто напишите её.
button-right = Да, записать
button-other-category = Это за другое
ask-context = Не понимаю, о какой записи речь или что в ней изменить. Ответьте на неё или напишите так: «не 250, а 350», «отмени последнюю».
ask-which = О какой записи речь? Напишите и старую сумму: «не 250, а 350». Или отмените нужную здесь:
ask-what = Вижу деньги, но не всё понятно. Напишите проще: за что и сколько, каждое с новой строки.
draft-dropped = Хорошо, ничего не записываю.
direction-in = Пришли
direction-out = Ушли
button-not-cash = Это не про кассу
button-today = Сегодня
button-yesterday = Вчера
button-more = Ещё…
button-back = ← Назад
button-skip = Пропустить
button-yes = Да
button-no = Нет

## Answers that change nothing
stale = Это уже решено.
button-too-old = Эта кнопка уже устарела. Спросите меня, пожалуйста, ещё раз.
not-allowed = Вам это здесь недоступно. Если нужно, попросите владельца.
nothing-to-undo = Отменять нечего.
period-closed = Учёт закрыт по { $day } включительно, поэтому запись остаётся. Скажите бухгалтеру.
amend-kept = Не поняла правку, поэтому запись остаётся как была. Если нужно, отмените её и напишите заново.
cash-hint = Ничего не записала. Пишите про кассу так: <code>курьер 220</code>
file-not-yet = Файлы и голосовые пока не читаю. Напишите в нескольких словах, пожалуйста.

## The day
day-title = { $day }
day-in = Пришло: <b>{ $amount }</b>
day-out = Ушло: <b>{ $amount }</b>
day-net = Итог: <b>{ $amount }</b>
day-moved-in = Внесено в кассы: { $amount }
day-moved-out = Вынесено из касс: { $amount }
day-till = { $till }: { $balance }
day-empty = Наличные сегодня ещё не двигались.

## Chart
chart-title = Касса за день
chart-operations = { $count ->
    [one] { $count } операция
    [few] { $count } операции
   *[other] { $count } операций
  }
chart-net = Итог
chart-in = Пришло
chart-out = Ушло
chart-in-tills = В кассах
chart-by-category = По категориям
chart-tills = Кассы
chart-till = Касса
chart-category = Категория
chart-opening = На начало
chart-closing = На конец
chart-moved = Перемещения
chart-total = Всего
chart-other = Другое
chart-no-category = Без категории
chart-nothing = Ничего не было
chart-currencies = Другие валюты

## People
stranger = Здравствуйте! Это касса магазина, и мы пока не знакомы. Попросите у владельца приглашение.
stranger-first = Здравствуйте! У этого магазина ещё нет владельца. Если это вы, пришлите код, который появился там, где запустили Tilly.
welcome-owner = Здравствуйте, { $name }! Магазин теперь ваш. Несколько вопросов, и начнём.
welcome-person = Здравствуйте, { $name }! Ваша роль здесь: { $role }.
welcome-back = Рада видеть, { $name }.
invite-role = Кого приглашаете?
invite-link = Отправьте эту ссылку коллеге ({ $role }). Она сработает один раз, до { $expires }:
    { $link }
invite-bad-unknown = Эта ссылка никуда не ведёт. Попросите новую.
invite-bad-expired = Эта ссылка устарела. Попросите новую.
invite-bad-used = Этой ссылкой уже воспользовались. Попросите новую.
invite-already = Вы уже здесь. Ваша роль: { $role }. Ссылка по-прежнему ждёт того, для кого она.
invite-accepted = { $name } теперь в команде ({ $role }).
team-title = Команда
team-line = { $name } · { $role } · { $till }
team-line-plain = { $name } · { $role }
team-person = { $name }, { $role }. Что меняем?
team-role-changed = { $name } теперь { $role }.
team-removed = { $name } больше не имеет доступа.
team-last-owner = Магазину нужен владелец. Сначала сделайте владельцем кого-то другого.
team-gone = Этого человека уже нет в команде.
team-told-removed = Вы больше не в команде этого магазина. Спасибо за работу!
team-told-till = Теперь ваша касса — «{ $till }».
team-told-role = Ваша роль изменилась. Теперь вы { $role }.
team-till-changed = { $name } теперь отвечает за кассу «{ $till }».
button-role = Роль: { $role }
button-till = Касса: { $till }
button-remove = Убрать
role-cashier = кассир
role-accountant = бухгалтер
role-director = директор
role-owner = владелец
language-ask = На каком языке будем говорить?
language-done = Будем говорить по-русски.
language-name = Русский

## Set-up
setup-language = На каком языке будет говорить магазин?
setup-name = Как называется магазин? Напишите название.
setup-currency = В каких деньгах считаете? Нажмите или напишите код, например CZK.
setup-zone = Где магазин? Нажмите или напишите город.
setup-tills = Сколько у вас касс?
setup-till-name = Как называется эта касса? Сейчас она «{ $till }». Напишите название или пропустите.
setup-opening = «{ $till }»: сколько там сейчас наличных? Напишите сумму; если пусто — 0.
setup-refused-currency = Не знаю валюты «{ $text }». Напишите три буквы, например EUR.
setup-refused-zone = Не знаю «{ $text }». Напишите город побольше рядом или пояс, например Europe/Kyiv.
setup-refused-amount = «{ $text }» не похоже на сумму. Напишите цифрами, например 1250.
setup-refused-currency-kept = Деньги уже записаны, поэтому валюта остаётся: { $text }.
setup-refused-tills = «{ $text }» — это не число от 1 до 5. Сколько у вас касс?
setup-refused-language = Нажмите, пожалуйста, один из языков.
setup-done = { $shop }: всё готово.
setup-try = Попробуйте: напишите <code>курьер 220</code>, потом «что сегодня?». Команду пригласите через /invite.

## Help
help-title = { $name }, вот чем могу помочь (роль: { $role }).
help-cash = Пишите своими словами, что произошло с кассой:
help-examples = <code>дала монтажнику 250 за выезд</code>
    <code>продала бойлер, 12 400</code>
    <code>вчера курьер 220</code>
help-edit = Ошиблись? Исправьте сообщение или нажмите «Отменить».
help-command = /{ $command } — { $what }
command-start = начать
command-help = что я умею
command-today = итог дня
command-till = сколько в кассе
command-advance = выдать деньги под отчёт
command-advances = у кого деньги под отчётом
command-refunds = возвраты и их продажи
command-memory = чему вы меня научили
command-team = кто здесь работает
command-invite = пригласить человека
command-accounts = план счетов
command-close = закрыть учёт по день
command-leadership = сделать эту группу чатом руководства
command-language = выбрать язык

## Accounts
accounts-title = План счетов
accounts-line = <code>{ $code }</code> { $name }
accounts-line-closed = <code>{ $code }</code> <s>{ $name }</s>
accounts-how = Переименовать: <code>/accounts 9331 Курьеры</code>
    Новый код: <code>/accounts 9331 -&gt; 9339</code>
    Добавить: <code>/accounts + 9340 expense Страхование</code>
    Закрыть: <code>/accounts - 9340</code>
accounts-renamed = <code>{ $code }</code> теперь называется «{ $name }».
accounts-recoded = У «{ $name }» теперь код <code>{ $code }</code>.
accounts-none = Счёта <code>{ $code }</code> нет.
accounts-code-taken = Код <code>{ $code }</code> уже у «{ $name }».
accounts-added = Добавлено: <code>{ $code }</code> { $name }.
accounts-closed = Закрыто: <code>{ $code }</code> { $name }.
accounts-needed = «{ $name }» остаётся: магазин им пользуется или на нём есть остаток.

## What the shop has taught
memory-title = Чему вы меня научили
memory-word = «{ $word }»
memory-line = { $word } → { $meaning }
memory-way-in = деньги приходят
memory-way-out = деньги уходят
memory-times = { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
  }
memory-usually = обычно от { $least } до { $most }
memory-always = всегда { $amount }
memory-empty = Вы меня пока ничему не научили. Когда вы отвечаете на мой вопрос или поправляете меня, я запоминаю ваше слово, чтобы больше о нём не спрашивать.
button-forget = Забыть { $word }

## Closing
close-ask = Закрыть всё по { $day } включительно? Потом этого никто не изменит.
close-done = Закрыто по { $day } включительно.
close-no = { $day } закрыть нельзя: день ещё не прошёл или уже закрыт.
close-how = Не знаю такого дня. Напишите так: <code>/close 31.10</code>

## Groups
leadership-made = Теперь это чат руководства. Сюда буду писать о важном.
leadership-only-group = Напишите /leadership в группе, которая станет чатом руководства.

## Trouble
storage-outage = Сейчас не могу сохранять. Ваше сообщение не потеряется и запишется само.
update-quarantined = Что-то в сообщении № { $number } мне не далось. Оно сохранено, но ничего из него не записано. Напишите ещё раз другими словами, пожалуйста.
books-broken = { $count ->
    [one] Учёт не сходится: { $count } проверка не прошла. Запустите <code>tilly verify</code>.
    [few] Учёт не сходится: { $count } проверки не прошли. Запустите <code>tilly verify</code>.
   *[other] Учёт не сходится: { $count } проверок не прошло. Запустите <code>tilly verify</code>.
  }

## Money to account for
advance-how = Кому, сколько и на что? Вот так: <code>/advance Пётр 2000 материалы</code>
advance-ask-who = { $amount ->
    [none] Кто берёт деньги? Напишите имя.
   *[other] { $amount } под отчёт: кто берёт? Напишите имя.
  }
advance-ask-what = { $amount ->
    [none] На что эти деньги? Чеки потом могут быть и на другое.
   *[other] { $amount } под отчёт: на что? Чеки потом могут быть и на другое.
  }
advance-holds = { $name }: под отчётом { $amount }
advance-owed = { $name }: магазин должен { $amount }, потрачено больше, чем выдано
advance-even = { $name }: за всё отчитались
advance-back = Возвращено из подотчётных, { $name }
advance-since = с { $day }, { $count ->
    [0] сегодня
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
  }
advance-open = { $day } · { $amount } · { $category } · № { $number } · { $count ->
    [0] сегодня
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
  }
advance-reminded = Напоминаю лично: { $name }.
advance-changed = Тем временем здесь что-то изменилось, поэтому я ничего не делала. Сейчас так:
advance-ask-receipts = { $name }: на что потрачено? Напишите, например: 1800 материалы, 150 топливо
advance-ask-change = { $name }: сколько возвращено? Напишите сумму.
advance-ask-team = { $name } – это кто из команды? Буду напоминать лично.
advance-too-much = { $amount } – это больше, чем осталось под отчётом. Напишите, сколько из этого возвращено; другие деньги – обычным сообщением, пожалуйста.
advance-accounted = Отчёт принят, { $name }:
advance-part = { $amount } · { $category } · № { $number }
advance-paid = Возвращено из кассы: { $amount } · № { $number }
advances-title = Деньги под отчётом
advances-none = Под отчётом ни у кого ничего нет. Выдать можно так: <code>/advance Пётр 2000 материалы</code>
advances-total = Всего: { $amount }
advances-remind-own = У вас ещё есть деньги под отчётом. Скажите тому, кто их выдал, на что потратили, или верните остаток:
advances-remind-given = За это ещё не отчитались. Чеки и сдачу внесите в /advances:
button-advance-turn = Под отчёт
button-advance-ordinary = Обычная запись
button-advance-show = Что ещё под отчётом
button-advance-receipts = Чеки: потрачено…
button-advance-change = Вернули сдачу
button-advance-all = Потрачено всё
button-advance-pay = Отдать из кассы
button-advance-team = Кто это из команды?
button-advance-nobody = Никто из команды
spending-ask-whose = { $name }: потрачено { $amount }, а под отчётом { $held }. Откуда эти деньги?
spending-ask-category = { $amount }: на что?
spending-ask-own = { $name }: потрачено { $amount }, а было только { $held }. Остальное, { $over }, – свои деньги?
button-spending-advance = Из подотчётных
button-spending-till = Сейчас из кассы
button-spending-own-paid = Да, отдать { $amount } из кассы
button-spending-own-owed = Да, магазин должен
button-spending-drop = Нет, это ошибка

## Refunds
refund-for = за продажу № { $number } от { $day } ({ $why })
refund-no-sale = без продажи
refund-broken = продажа № { $number }, с тех пор отменена
refund-over = ⚠️ На { $amount } больше продажи
refund-own = ⚠️ Продал и вернул один и тот же человек
refund-because-order = тот же заказ
refund-because-name_and_amount = те же имя и сумма
refund-because-name = то же имя
refund-because-amount = та же сумма
refund-because-told = с ваших слов
refund-ask = Возврат { $amount }: за какую продажу?
refund-ask-none = Возврат { $amount }: не нахожу такой продажи. Может, она была ещё до меня?
refund-candidate = № { $number } · { $day } · { $amount } · { $why } { $who }
refund-left = осталось { $amount }
refund-asked-from = Хорошо: буду спрашивать о продаже только от { $amount }. Изменить можно в /refunds.
refund-asked-always = Хорошо: буду спрашивать о продаже при каждом неясном возврате.
refunds-title = Возвраты за 30 дней
refunds-none = За последние 30 дней возвратов не было.
refunds-line = № { $number } · { $day } · <b>{ $amount }</b> · { $who }
refunds-total = Всего: { $amount }
refunds-look = На эти возвраты стоит взглянуть. Все – в /refunds
button-refund-sale = № { $number } · { $day } · { $amount }
button-refund-without = Без продажи
button-refund-wrong = Сумма не та
button-refund-ask-from = Не спрашивать до { $amount }
button-refund-ask-always = Всегда спрашивать о продаже

## Categories
category-sale_cash = Продажа
category-customer_prepayment = Предоплата
category-customer_refund = Возврат клиенту
category-supplier_goods = Товар
category-installer_services = Монтажник
category-delivery = Доставка
category-fuel_transport = Топливо и транспорт
category-salary = Зарплата
category-salary_advance = Аванс
category-rent = Аренда
category-utilities = Коммунальные
category-phone_internet = Связь и интернет
category-office_household = Офис и хозяйственные
category-packaging_supplies = Упаковка
category-repairs_maintenance = Ремонт и инструмент
category-advertising = Реклама
category-bank_fees = Комиссия банка
category-taxes_fees = Налоги и штрафы
category-other_expense = Другой расход
category-other_income = Другое поступление
category-owner_draw = Забрал владелец
category-owner_contribution = Внёс владелец
category-bank_deposit = В банк
category-cash_from_bank = Из банка
category-desk_transfer = Между кассами
category-cash_shortage = Недостача
category-cash_surplus = Излишек
