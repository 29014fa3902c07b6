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
command-deposit = сдать наличные в банк, что ещё в пути
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

## Tills
till-in = +{ $amount }
till-out = −{ $amount }
till-line = <b>{ $amounts }</b> · { $what } · № { $number }
till-line-off = <s>{ $amounts } · { $what } · № { $number }</s>
till-found = «{ $asked }», сначала новые:
till-nothing-found = Про «{ $asked }» ничего не нашла.
till-nothing-yet = Здесь про «{ $asked }» ничего нет.
till-nothing-that-day = В этой кассе движения не было.
till-looked-back = Просмотрела записи вплоть до № { $number }.
till-how = Что-то ищете? <code>/till курьер</code>, <code>/till 250</code>, <code>/till 11.11</code>
till-and-more = … и ещё { $count }
till-opened = Касса «{ $till }» открыта, счёт { $code }. Кто за неё отвечает, укажите в /team.
till-opened-again = Касса «{ $till }» снова открыта, счёт { $code }. Кто за неё отвечает, укажите в /team.
till-closed = Касса «{ $till }» закрыта. Её записи остаются в учёте.
till-name-taken = Касса «{ $till }» уже есть. Выберите, пожалуйста, другое название.
till-too-many = Касс уже столько, сколько я могу различить. Закройте ненужную: <code>/till - Название</code>
till-unknown = Открытой кассы «{ $till }» нет. Все кассы покажет /till.
till-not-empty = В кассе «{ $till }» ещё есть деньги. Сначала передайте их в другую кассу.
till-awaited = Из кассы «{ $till }» или в неё ещё идут деньги. Когда дойдут, кассу можно будет закрыть.
till-last = «{ $till }» — единственная касса, поэтому она остаётся открытой.
button-newer = ← Новее
button-newest = ← Самые новые
button-older = Раньше →
button-further = Искать дальше →
transfer-ask = { $sender } передаёт <b>{ $amount }</b> из кассы «{ $source }» в «{ $till }». Получили?
transfer-was-sent = { $sender } передаёт <b>{ $amount }</b> из кассы «{ $source }» в «{ $till }».
transfer-somewhere = другую кассу
transfer-decided-received = Получено: { $name }, { $at }.
transfer-decided-refused = { $name } говорит, что деньги не пришли: { $at }. Они всё ещё в пути.
transfer-decided-withdrawn = Отменено: { $name }, { $at }. Ждать ничего не нужно.
transfer-which = В какую кассу идут { $amount }?
transfer-line-sent = В пути: { $amount }, «{ $source }» → «{ $till }», { $sender }, с { $at }
transfer-line-refused = Не пришло: { $amount }, «{ $source }» → «{ $till }», { $sender }, ответ { $at }
transfer-line-received = Получено: { $amount }, «{ $source }» → «{ $till }», { $sender }, { $at }
transfer-line-withdrawn = Отменено: { $amount }, «{ $source }» → «{ $till }», { $sender }, { $at }
transfer-told-asked = Спросила, пришли ли { $amount } в кассу «{ $till }»: { $names }.
transfer-told-received = { $name } подтверждает: { $amount } от вас пришли в кассу «{ $till }».
transfer-told-settled = Это те { $amount }, что передаёт { $sender } из кассы «{ $source }». Теперь они дошли.
transfer-told-refused = { $name } говорит, что { $amount } от вас в кассу «{ $till }» не пришли. Они всё ещё в пути: выясните, пожалуйста, где они.
transfer-told-directors = { $name } говорит, что { $amount } из кассы «{ $source }» не пришли в «{ $till }». Передача от: { $sender }.
transfer-told-reopened = { $name } отменяет получение: { $amount } для кассы «{ $till }» снова в пути.
transfer-kept = Эти { $amount } уже получены ({ $name }), поэтому запись не изменить. Если деньги всё же не пришли, сначала отмените их поступление, № { $number }.
button-got-it = Получено
button-not-so = Не пришло
button-found = Всё же пришло
button-got-amount = Получено { $amount }
deposit-slip = Ответьте на это сообщение фотографией квитанции.
deposit-title = В пути в банк
deposit-line = { $left } · { $till } · { $days ->
    [0] сегодня
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
  } · № { $number }
deposit-line-part = { $left } из { $amount } · { $till } · { $days ->
    [0] сегодня
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
  } · № { $number }
deposit-total = Всего: <b>{ $amount }</b>
deposit-late-hint = ⚠️ в пути дольше { $days ->
    [one] { $days } дня
   *[other] { $days } дней
  }: спросите в банке.
deposit-none = В банк сейчас ничего не идёт.
deposit-how = Сдаёте наличные в банк? <code>/deposit 15000</code>

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
