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
till-below-zero = 💡 Касса теперь в минусе: { $balance }. Сумма верна? Или приходили наличные, которых не записали?
cash-accounted = <b>{ $amount }</b> из подотчётных · { $category }
cash-line-number = № { $number }
cash-amended = Изменила:
cash-became = → № { $number }
cash-was-in = <s>+{ $amount } · { $category } · № { $number }</s>
cash-was-out = <s>−{ $amount } · { $category } · № { $number }</s>
cash-undone = Отменено: № { $number }, { $amount }
button-undo = Отменить
button-undo-number = Отменить № { $number }
button-undo-all = Отменить всё: { $count }
button-change-number = Изменить № { $number }
button-amount = Сумма
button-date = Дата
button-category = Категория
button-counterparty = Кто
button-leave = Оставить как есть
entry-ask-amount = Какая сумма правильная? Напишите её.
entry-ask-date = Какой это был день? Нажмите или напишите, например 05.11.
entry-ask-category = Что это было?
entry-ask-counterparty = Кто это был? Напишите имя или название.
entry-how = Напишите с номером записи: <code>/entry 12</code>
entry-none = Такой записи нет.
entry-words = «{ $text }»
entry-no-amount = Это не похоже на сумму: она должна быть больше нуля. Напишите правильную.
entry-no-date = Не знаю такого дня. Напишите, например, 05.11.
entry-no-category = Не знаю, что это. Нажмите, что это было, или скажите иначе.
entry-no-counterparty = Это не похоже на имя. Кто это был?
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
already-so = Там уже так и записано:
ask-context = Не понимаю, о какой записи речь или что в ней изменить. Ответьте на неё или напишите так: «не 250, а 350», «отмени последнюю».
ask-which = О какой записи речь? Напишите и старую сумму: «не 250, а 350». Или отмените нужную здесь:
ask-which-all = Отменить всё из последнего сообщения или что-то одно?
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
period-closed = Учёт закрыт по { $day } включительно, записать это уже нельзя.
button-too-old = Эта кнопка уже устарела. Спросите меня, пожалуйста, ещё раз.
not-allowed = Вам это здесь недоступно. Если нужно, попросите владельца.
nothing-to-undo = Отменять нечего.
amend-kept = Не поняла правку, поэтому запись остаётся как была. Если нужно, отмените её и напишите заново.
cash-hint = Ничего не записала. Пишите про кассу так: <code>курьер 220</code>. Всё, что умею: /help
cash-hint-asker = Ничего не записала и вопроса, который знаю, здесь не вижу. Пишите про кассу так: <code>курьер 220</code>, а спрашивайте так: <code>кто нам должен?</code> Всё, что умею: /help
still-asked = Это не то, о чём я спрашивала. Ещё раз:
other-not-read = Такое сообщение я прочитать не могу. Напишите в нескольких словах, пожалуйста.

## The day
day-title = { $day }
day-in = Пришло: <b>{ $amount }</b>
day-out = Ушло: <b>{ $amount }</b>
day-net = Итог: <b>{ $amount }</b>
day-moved-in = Внесено в кассы: { $amount }
day-moved-out = Вынесено из касс: { $amount }
day-till = { $till }: { $balance }
day-empty = Наличные сегодня ещё не двигались.
day-norm-now = Обычно к этому часу в такой день недели: { $usual }
day-norm-whole = Обычно в такой день недели: { $usual }
day-norm-now-compared = Обычно к этому часу в такой день недели: { $usual } ({ $percent } %)
day-norm-whole-compared = Обычно в такой день недели: { $usual } ({ $percent } %)
day-short = ⚠️ { $till }: недостача { $amount } · { $name }
day-over = ⚠️ { $till }: излишек { $amount } · { $name }
day-questions = { $count ->
    [one] { $count } открытый вопрос
    [few] { $count } открытых вопроса
   *[other] { $count } открытых вопросов
  }: /drafts
day-approvals = { $count ->
    [one] { $count } выплата ждёт
    [few] { $count } выплаты ждут
   *[other] { $count } выплат ждут
  }: /approvals
day-earned = По начислению: продажи { $sales }, результат <b>{ $result }</b>
day-plan = План месяца: { $percent } % из { $planned }, дней прошло { $passed } %
day-exceptions = { $count ->
    [one] { $count } дело в учёте ждёт кого-то
    [few] { $count } дела в учёте ждут кого-то
   *[other] { $count } дел в учёте ждут кого-то
  }: /exceptions
day-entries = Все записи: /cash
button-dark = Тёмная картинка
button-light = Светлая картинка

## Итоги за любые дни
results-accrual = Результат по начислению (оплачено или нет)
results-sales = Продажи
results-refunds = Возвраты клиентам
results-no-channel = на месте или без канала
results-cost = Себестоимость товаров
results-cost-unknown = Себестоимость не проведена, результат без неё.
results-margin = Валовая маржа
results-margin-percent = Валовая маржа, { $percent } %
results-expenses = Расходы
results-net = Чистый результат
results-cash = От результата к деньгам
results-change = Изменение денег
results-places = Где деньги
results-place = { $place } (приход { $incoming }, расход { $outgoing })
results-on-hand = Всего
results-before = до этого { $amount }
results-before-percent = до этого { $amount }, { $percent } %
results-usual = Обычно в этот день недели: { $usual } (медиана за { $count ->
    [one] { $count } неделю
    [few] { $count } недели
   *[other] { $count } недель
})
results-usual-now = Обычно к этому часу в такой день недели: { $usual } (медиана за { $count ->
    [one] { $count } неделю
    [few] { $count } недели
   *[other] { $count } недель
})
results-plan = План: продажи { $planned }, выполнено на { $percent } %
results-plan-part = План за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
} из { $whole }, пропорционально: продажи { $planned }, выполнено на { $percent } %
results-plan-margin = План: маржа { $planned } %, факт { $found } %
results-unfiled = { $count ->
    [one] { $count } строка банка ещё не разнесена
    [few] { $count } строки банка ещё не разнесены
   *[other] { $count } строк банка ещё не разнесено
  }: приход { $incoming }, расход { $outgoing }. На столько результат ещё может измениться.
results-exceptions = { $count ->
    [one] { $count } расхождение ещё не объяснено
    [few] { $count } расхождения ещё не объяснены
   *[other] { $count } расхождений ещё не объяснены
}, речь о { $amount }
results-questions = { $count ->
    [one] { $count } сообщение о наличных ждёт ответа
    [few] { $count } сообщения о наличных ждут ответа
   *[other] { $count } сообщений о наличных ждут ответа
}: { $amount }
results-as-of = По состоянию на { $at }
results-source = { $source }: строки по { $day }
source-name = { $name ->
        [bitrix24] Битрикс24
       *[other] { $name }
    }
results-source-read = { $source }: { $at }
results-source-quiet = ⚠️ { $source }: молчит { $time }
results-source-loading = { $source }: ещё читается в первый раз
results-source-silent = { $source }: строк ещё нет
results-nothing = За эти дни ничего не проведено.
results-column-before = дни до этого
plain-text = { $text }
plain-amount = { $amount }
results-how = Напишите, за какие дни: <code>/report прошлая неделя</code>, <code>/report октябрь</code>, <code>/report 1–15 ноября</code>
today-how = Назовите один день: <code>/today вчера</code>, <code>/today 05.11</code>. За несколько дней есть <code>/report прошлая неделя</code>.

## Ответы на вопросы об учёте
understood-as = Поняла так: { $what }
understood-by-model = Языковая модель поняла так: { $what }
measure-sales = продажи
measure-net_sales = продажи за вычетом возвратов
measure-refunds = возвраты клиентам
measure-expenses = расходы
measure-result = чистый результат
measure-margin = валовая маржа
measure-cost = себестоимость проданных товаров
measure-fees = комиссии банка и платёжных сервисов
measure-purchases = закупки товара
measure-staff = выплаты сотрудникам
measure-money_in = поступления денег
measure-money_out = выбытие денег
measure-flow = поступления за вычетом выбытия денег
measure-paid_to_suppliers = оплаты поставщикам
measure-paid_by_customers = оплаты от клиентов
measure-money = деньги
measure-receivable = долги клиентов
measure-payable = долги поставщикам
measure-prepaid = предоплаты клиентов, которые ещё не закрыты
measure-advances = деньги под отчёт
measure-unfiled = ещё не разнесено
measure-entries = записи
measure-in_transit = наличные в пути в банк
measure-drafts = непроведённые сообщения о наличных
measure-problems = что в учёте требует внимания
measure-plan = выполнение плана
asked-total = { $what }
asked-count = сколько раз: { $what }
asked-count-counterparty = сколько контрагентов: { $what }
asked-count-supplier = сколько поставщиков: { $what }
asked-count-customer = сколько клиентов: { $what }
asked-average-entry = { $what }, в среднем на запись
asked-average-day = { $what }, в среднем на день
asked-average-week = { $what }, в среднем за неделю
asked-average-month = { $what }, в среднем на месяц
asked-average-quarter = { $what }: среднее за квартал
asked-top-supplier = крупнейшие поставщики по оплатам
asked-top-customer = крупнейшие клиенты: { $what }
asked-top-category = расходы по категориям
asked-top-paid-for = { $what }: за что
asked-top-counterparty = { $what }, по именам
asked-over-month = месяцы, когда { $what } больше, чем { $over }, на сколько
asked-over-week = недели, когда { $what } больше, чем { $over }, на сколько
asked-over-day = дни, когда { $what } больше, чем { $over }, на сколько
asked-top-day = лучшие дни: { $what }
asked-top-week = лучшие недели: { $what }
asked-top-month = лучшие месяцы: { $what }
asked-worst-day = самые слабые дни: { $what }
asked-worst-week = самые слабые недели: { $what }
asked-worst-month = самые слабые месяцы: { $what }
asked-top-place = { $what }, по месту оплаты
asked-top-order = заказы по марже, сначала лучшие
asked-worst-order = заказы по марже, сначала худшие
asked-top-weekday = { $what } по дням недели, в среднем за один
asked-top-recorder = { $what }, по тому, кто записал
asked-top-channel = { $what }, по источнику
asked-top-bought = крупнейшие поставщики по закупкам
asked-without = кроме: { $what }
asked-at-most = до { $amount }
asked-at-a-loss = убыточные
asked-none = когда их не было
asked-oldest = сначала самые старые
asked-weekdays = только: { $days }
weekday-monday = понедельник
weekday-tuesday = вторник
weekday-wednesday = среда
weekday-thursday = четверг
weekday-friday = пятница
weekday-saturday = суббота
weekday-sunday = воскресенье
asked-biggest = { $what }, сначала самые крупные
asked-least = { $what }, сначала наименьшие
asked-last = { $what }, сначала самые новые
asked-balance = сколько есть денег
asked-owed = { $what }
asked-order = заказ { $order }
asked-compare = { $what }, сравнение
asked-why = { $what }: почему изменилось
asked-why-channel = { $what }, по источникам: что изменилось
asked-results = весь итог
asked-plan = выполнение плана
asked-series-day = { $what } по дням
asked-series-week = { $what } по неделям
asked-series-month = { $what } по месяцам
asked-series-quarter = { $what } по кварталам
asked-place-tills = в кассах
asked-place-banks = на счетах
asked-on-delivery = оплата при получении
asked-place-couriers = у курьеров
asked-place-gateways = в платёжных сервисах
asked-place = { $place }
asked-about = «{ $about }»
asked-told-by = записи, которые делает { $name }
asked-exactly = ровно { $amount }
asked-at-least = от { $amount }
asked-share = доля: { $of }
asked-days-usual = { $days } (дней вы не назвали)
asked-ever = за всё время
asked-at-end-of = по состоянию на { $day }
asked-against = против { $days }
asked-left-out = без слов «{ $words }»
asked-older = старше { $count ->
    [one] { $count } дня
   *[other] { $count } дней
  }
asked-younger = не старше { $count ->
    [one] { $count } дня
   *[other] { $count } дней
  }
answer-amount = <b>{ $amount }</b>
answer-up = <b>+{ $amount }</b>
answer-up-by = <b>+{ $amount }</b> ({ $percent } %)
answer-amount-by = <b>{ $amount }</b> ({ $percent } %)
answer-sold = Продано, без возвратов: <b>{ $amount }</b>
answer-difference = Разница: <b>{ $amount }</b>
answer-share = { $percent } % ({ $of }, { $amount })
answer-count-names = <b>{ $count }</b>, вместе { $amount }
answer-count-change = <b>{ $change }</b>
answer-count = { $count ->
    [one] <b>{ $count }</b> запись
    [few] <b>{ $count }</b> записи
   *[other] <b>{ $count }</b> записей
  }, вместе { $amount }
answer-open = Всего <b>{ $count }</b>, вместе { $amount }
answer-taken = Сдано в банк за эти дни: { $amount }
answer-none-in_transit = В пути в банк ничего нет.
answer-none-drafts = Непроведённых сообщений о наличных нет.
answer-none-problems = Открытых расхождений нет: всё в порядке.
answer-owed-nobody = Среди долгов нет никого по имени «{ $about }».
answer-payouts = Столько они держат и ещё не выплатили; в какой день выплатят, в учёте нет.
answer-row-without = Не учтено: { $name }: { $amount }
answer-row-apart = { $name }: сюда и так не входит, { $amount }
answer-row-until = { $name }: { $amount }, строки до { $day }
answer-row-order = заказ { $order }: { $amount } ({ $percent } %)
answer-row-problem = { $name } ({ $count }): { $amount }, с { $day }
answer-row-no-channel = источник не указан
answer-row-left = Маржа: { $amount } ({ $percent } %)
answer-none = В учёте такого нет.
answer-none-says = Имени, похожего на «{ $about }», здесь нет, и в записях такого слова тоже.
answer-named = это { $names }
answer-by-words = Имени, похожего на «{ $about }», нет, поэтому это записи с такими словами.
answer-row = { $name }: { $amount }
answer-row-since = { $name }: { $amount }, с { $day }
answer-row-name-order = { $name }, заказ { $order }
answer-row-entry = { $day } · { $amount } · { $name } · № { $number }
answer-no-pieces = Сколько штук какого товара продано, в учёте нет.
answer-all-banks = На что была строка банка, учёт хранит отдельно от счёта, с которого она ушла, поэтому здесь все банковские счета вместе.
answer-waiting = { $count ->
    [one] Ещё { $count } строка банка за эти дни ждёт
    [few] Ещё { $count } строки банка за эти дни ждут
   *[other] Ещё { $count } строк банка за эти дни ждут
  } в /review, расход { $amount }: потрачено может быть больше.
answer-no-stranger = Никого по имени «{ $names }» здесь нет, так что ничего не отброшено.
answer-row-nobody = без имени
answer-row-now = { $days }: { $amount }
answer-row-now-count = { $days }: { $count }, вместе { $amount }
answer-row-in = Пришло: { $amount }
answer-row-out = Ушло: { $amount }
answer-row-other = всё остальное: { $amount }
answer-row-total_of_days = { $amount } за { $count } { $count ->
    [one] день
    [few] дня
   *[other] дней
  }
answer-row-total = { $amount } за { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[other] { $count } записей
  }
answer-row-planned = План на эти дни: { $amount }, выполнено { $count } %
answer-row-plan-over = Больше плана на { $amount }
answer-row-plan-short = Меньше плана на { $amount }
answer-row-plan-whole = План на весь месяц: { $amount }
answer-row-plan-left = Ещё продать: { $amount }
answer-no-plan = На эти дни плана нет. Его можно написать: «план ноября 1.2 млн, маржа 22%».
answer-all-together = Всё вместе: { $amount }
answer-row-whole = { $name }, всё вместе: { $amount }
answer-row-owed_still = Долг всё ещё есть: { $amount }, с { $day }
answer-row-paid = Клиент заплатил: { $amount }
answer-row-sold = Продано: { $amount }
answer-row-spent = Расходы: { $amount }
answer-causes = Из чего сложилась разница:
answer-until = Сегодняшний день ещё идёт, поэтому другой взят только до { $time }.
answer-order-none = Ни одна запись не упоминает заказ { $order }.
doubt-no-question = Я отвечаю только по учёту: без советов, погоды и чужих цен. Например: «Сколько потратили на рекламу в октябре?»
doubt-of-what = Сколько чего? Например: «продажи за прошлую неделю», «расходы на аренду в октябре».
doubt-whose-debt = Кто кому должен? Спросите «сколько нам должны клиенты?» или «сколько мы должны поставщикам?».
doubt-words = Не знаю, что делать со словами «{ $words }» в этом вопросе. Учёт знает суммы по дням, категориям, именам, кассам и банкам. Например: «продажи за прошлую неделю», «сколько заплатили Игорю в октябре».
doubt-ahead = Эти дни ещё не наступили, а вперёд могу сказать лишь, сколько будет денег: «сколько будет денег через две недели». Спросите о том, что уже есть: «продажи этого месяца», «идём ли по плану?». Для прикидки есть нынешний темп: «средние продажи в день в этом месяце».
doubt-stock = В учёте суммы, а не штуки: что лежит на складе, здесь не видно. Можно спросить «сколько закупили товара в октябре» или «себестоимость за этот месяц».
doubt-no-day = Такого дня, как { $day }, не бывает. Какой день вы имели в виду?
doubt-vat = НДС отдельно здесь не ведётся, только вместе со всеми налогами. Можно спросить «налоги за квартал» или «когда последний раз платили налоги?».
doubt-exchange = У обмена валюты здесь нет своей категории, поэтому отдельно я его не вижу. Зато знаю, сколько есть в каждой валюте: «сколько долларов на счетах?», и что двигалось: «последние 20 записей».
doubt-goods = Продажи здесь не поделены на отдельные товары. Можно спросить «топ клиентов этого года», «средний чек в октябре» или «маржа по месяцам».
doubt-deadline = Будущих дат в учёте нет. Можно спросить, что уплачено и что должны: «налоги с начала года», «когда последний раз платили аренду?», «сколько мы должны поставщикам?».
doubt-plan = План здесь – только продажи и маржа всего магазина. Можно спросить «идём ли по плану?», «расходы за ноябрь против октября», «почему выросли расходы?».
doubt-supposed = Сколько было бы тогда, я не свожу, но могу сразу сказать, из чего это складывается: «сколько у нас денег, кто нам должен и сколько мы должны поставщикам?».
doubt-team = Кто здесь работает и с какой кассой, видно в /team. А я могу сказать, кто сколько записал: «какой кассир принял больше всего в этом месяце».
doubt-private = О людях я знаю лишь, сколько им заплатили и что за ними под отчёт. Можно спросить «сколько заплатили Игорю в октябре» или «кто не отчитался?».
doubt-margin-of = Маржа известна всего магазина и каждого заказа, а не клиентов или поставщиков. Можно спросить «лучшие заказы по марже в октябре» или «топ клиентов этого года».
measure-on_its_way = деньги в пути
answer-row-held = держит { $name }
answer-none-on_its_way = Денег в пути нет: ничего не везут в банк, ничего не держат платёжные сервисы и курьеры.
answer-no-gateway = Ни один отчёт в книгах не говорит о деньгах у них.
asked-restated = дни, о которых раньше было сказано иначе
answer-lines-wait = { $count ->
    [one] { $count } строка выписки ждёт
    [few] { $count } строки выписки ждут
   *[other] { $count } строк выписки ждёт
  }: /review
answer-unfiled = За что именно, ещё никто не разнёс: /review
asked-closed = закрыты ли книги
answer-closed = Да, книги закрыты до { $day } включительно.
answer-not-closed = Нет, эти дни ещё открыты.
answer-closed-through = Книги закрыты до { $day } включительно.
answer-close-them = Что ещё мешает, покажет <code>/close</code>.
asked-unpaid = неоплаченные заказы
answer-unpaid = { $count ->
    [one] <b>{ $count }</b> заказ, не оплачено { $amount }
    [few] <b>{ $count }</b> заказа, не оплачено { $amount }
   *[many] <b>{ $count }</b> заказов, не оплачено { $amount }
}
answer-none-unpaid = Платить больше нечего.
answer-row-unpaid = заказ { $order }, { $name }: { $amount }, с { $day }
asked-forecast = сколько будет денег
answer-ahead-none = За книгами ещё меньше четырёх недель, так что обычного ещё нет и о днях вперёд сказать нечего.
answer-ahead-band = В четырёх случаях из пяти это от { $low } до { $high }.
answer-ahead-short = Похоже, деньги кончатся { $day }.
answer-ahead-held = есть с утра в кассах, банках и платёжных сервисах: { $amount }
answer-ahead-due = ежемесячные платежи к тому дню: { $amount }
answer-ahead-usual = что ещё обычно приходит и уходит: { $amount }
answer-ahead-owed = Сюда не входит { $amount } долга поставщикам: дня, когда платить, в книгах нет.
doubt-too-far = О деньгах могу сказать на 60 дней вперёд, не дальше. Можно спросить «сколько будет денег через две недели».
asked-repeated = больше одного раза
answer-row-times = { $name }: { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[many] { $count } раз
}, { $amount }
channel-online = онлайн
channel-counter = в самом магазине
answer-channels = Посчитано: { $names }
answer-no-channels = Ни один документ за эти дни не говорит, где продано, так что всё посчитано как проданное в самом магазине.
doubt-channel = По тому, где продано, я знаю продажи, возвраты, себестоимость и валовую маржу, больше ничего. Можно спросить «продажи сайта в этом месяце», «возвраты по каналам», «сайт против магазина».
doubt-nobody = Среди тех, кто ведёт записи, нет никого по имени «{ $name }». Спросите по кассе: «поступления сегодня, касса 2».
asked-times = { $count ->
    [one] от { $count } записи на каждого
   *[other] от { $count } записей на каждого
  }
asked-begun = с началом: { $days }
asked-part-paid = частично оплаченные
answer-no-due = До какого числа нужно заплатить, в учёте нет; сказано, с какого дня долг.
answer-no-arrival = В какой день придёт, в учёте нет.
answer-no-currency = В валюте { $currency } там ничего нет.
answer-ahead-lasts = До { $day } они вряд ли закончатся.
answer-lines = До какого дня есть строки выписки, сказано у каждого счёта; где не сказано, там их нет.
doubt-currency = По валютам я знаю только остатки: «сколько долларов на счетах». Продажи и расходы — по дням, категориям, именам, кассам и банкам.
doubt-closed = Я говорю только о том, что открыто сейчас; закрытые не считаю. Можно спросить: «что требует внимания?» или «исключения старше 5 дней».
doubt-head = Сколько людей работает, в учёте нет, поэтому на человека не считаю. Можно спросить: «кто получил зарплату в октябре» или «средняя зарплата в месяц».
ask-how = Спросите об учёте: <code>/ask сколько потратили на рекламу в октябре?</code>
asked-count-order = сколько заказов, по тому, что оставили
asked-count-day = в сколько дней: { $what }
asked-count-week = в сколько недель: { $what }
asked-count-month = в сколько месяцев: { $what }
asked-count-each-day = сколько в день: { $what }
asked-count-each-week = сколько в неделю: { $what }
asked-count-each-month = сколько в месяц: { $what }
asked-average-order = { $what }, в среднем на заказ
asked-top-weekend = { $what } в выходные и в будни, в среднем за день
asked-top-weekend-sale = { $what } в выходные и в будни, в среднем на запись
asked-by-age = по давности
asked-of-days-had = только дни, когда что-то было
asked-usual = против обычного
asked-grown = только то, что выросло
asked-fallen = только то, что уменьшилось
asked-least-percent = { $percent } % и больше
asked-most-percent = меньше { $percent } %
asked-spending = если потратить { $amount }
answer-count-order = { $count ->
    [one] <b>{ $count }</b> заказ
    [few] <b>{ $count }</b> заказа
   *[other] <b>{ $count }</b> заказов
  }, вместе оставили { $amount }
answer-count-day = { $count ->
    [one] <b>{ $count }</b> день
    [few] <b>{ $count }</b> дня
   *[other] <b>{ $count }</b> дней
  }, вместе { $amount }
answer-count-week = { $count ->
    [one] <b>{ $count }</b> неделя
    [few] <b>{ $count }</b> недели
   *[other] <b>{ $count }</b> недель
  }, вместе { $amount }
answer-count-month = { $count ->
    [one] <b>{ $count }</b> месяц
    [few] <b>{ $count }</b> месяца
   *[other] <b>{ $count }</b> месяцев
  }, вместе { $amount }
answer-count-each-day = <b>{ $average }</b> в день: { $count } за { $units ->
    [one] { $units } день
    [few] { $units } дня
   *[other] { $units } дней
  }
answer-count-each-week = <b>{ $average }</b> в неделю: { $count } за { $units ->
    [one] { $units } неделю
    [few] { $units } недели
   *[other] { $units } недель
  }
answer-count-each-month = <b>{ $average }</b> в месяц: { $count } за { $units ->
    [one] { $units } месяц
    [few] { $units } месяца
   *[other] { $units } месяцев
  }
answer-row-of_all = Просмотрено: { $count }
answer-empty = Кроме того, совсем пустых: { $count }
answer-row-empty = Из них совсем пустых: { $count }
answer-row-orders = { $amount } на { $count ->
    [one] { $count } заказе
   *[other] { $count } заказах
  }, затраты которых известны
answer-row-age = { $name } дней ({ $count }): { $amount }
answer-row-weekend = Суббота или воскресенье
answer-row-workdays = День с понедельника по пятницу
answer-row-usual = Обычно: { $amount } (середина из { $count } прежних)
answer-row-usual-count = Обычно: { $count }, вместе { $amount }
answer-no-usual = Таких дней позади слишком мало, обычного пока нет.
answer-row-held-on = Когда закончилось { $day }: { $amount }
answer-ahead-lowest = Меньше всего по пути: { $amount }, { $day }
answer-ahead-after = Если потратить { $spent }, в тот день, вероятно, останется { $amount }.
answer-row-counted = { $day }, { $name }: посчитали, разошлась на { $amount }
answer-row-agreed = { $day }, { $name }: посчитали, сошлась
answer-row-never_counted = В эти дни кассу никто не считал.
asked-privately = Ответ – в нашем личном чате.
button-made-of = Из чего это складывается
button-turn-back = ‹ { $days }
button-turn-on = { $days } ›
button-chart-expenses = 📊 Расходы
button-chart-flow = 📊 Деньги
button-chart-debts = 📊 Долги
button-chart-margins = 📊 Маржа
button-chart-gap = 📊 Банк и CRM
button-chart-plan = 📊 План
made-of-title = Из чего складывается: { $what }
made-of-none = Записей за этим нет.
command-ask = спросить об учёте своими словами

## Digests
digest-card = Что присылать вам и когда? По часам магазина; нажмите, чтобы выбрать.
digest-morning = Утром, за вчера
digest-evening = Вечером, за день
digest-week = По понедельникам, за неделю
digest-month = Первого числа, за месяц
digest-off = нет
digest-none = Не присылать
digest-when = { $what }: в какое время?
digest-morning-greeting = ☀️ Доброе утро! Так прошёл вчерашний день.
digest-evening-greeting = 🌙 Как проходит день.
digest-week-greeting = 🗓 Итоги недели.
digest-month-greeting = 🗓 Итоги месяца.

## Files of reports
button-file = Файл…
file-ask = Каким файлом?
file-what = Что
file-amount = Сумма
file-note = Примечание
file-day = День
file-on-hand = В наличии
file-name = Кто
file-count = Записей
file-number = №
file-account = Счёт
file-narration = Текст
file-since = С какого дня

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
chart-others = Остальные
chart-no-category = Без категории
chart-nothing = Операций не было
chart-currencies = Другие валюты

## The director's pictures, and the way from the CRM to the bank
picture-expenses = Расходы
picture-spent = Потрачено
picture-days-before = Предыдущие дни
picture-up-to = до { $amount }
picture-by-category = По категориям; тонкая полоска — предыдущие дни
picture-no-expenses = Расходов не было
picture-debts = Долги клиентов
picture-debtors = { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
  }
picture-owed = Всего должны
picture-in-time = До 30 дней
picture-late = Больше 30 дней
picture-by-age = По давности долга
picture-age-first = До { $days } дней
picture-age = { $first }–{ $last } дней
picture-age-older = Больше { $days } дней
picture-oldest-debts = Самые старые долги
picture-since = с { $day }
picture-no-debts = Никто ничего не должен
picture-margins = Маржа по заказам
picture-orders = { $count ->
    [one] { $count } заказ
    [few] { $count } заказа
   *[many] { $count } заказов
  }
picture-costs = Затраты
picture-cost-unknown = Без себестоимости
picture-percent = { $percent } %
picture-by-margin = По марже
picture-margin-band = { $least }–{ $most } %
picture-margin-over = { $least } % и больше
picture-at-a-loss = В убыток
picture-bad-orders = Заказы с маржой до 10 %
picture-order = Заказ { $order }
picture-order-costs = продажа { $sales }, затраты { $cost }
picture-no-orders = Нет проданных заказов с себестоимостью
picture-flow = Движение денег
picture-change = Пришло минус ушло
picture-in = Пришло
picture-out = Ушло
picture-on-hand = Остаток на конец
picture-curve = В кассах и на счетах
picture-flow-by-day = По дням
picture-flow-by-week = По неделям
picture-flow-by-month = По месяцам
picture-flow-nothing = Движения денег не было
picture-plan = Месяц и план
picture-plan-day = { $day }-й день из { $days }
picture-plan-sold = Продано
picture-plan-done = { $percent } % плана
picture-plan-planned = План
picture-plan-due = План на { $day }
picture-plan-a-day = { $days ->
    [one] Ещё { $days } день по
    [few] Ещё { $days } дня по
   *[other] Ещё { $days } дней по
}
picture-plan-over = Сверх плана
picture-plan-short = Ниже плана
picture-plan-usual = Как обычно
picture-plan-usual-month = Обычный месяц
picture-plan-usual-over = Больше обычного
picture-plan-usual-short = Меньше обычного
picture-plan-to-reach = До плана
picture-plan-none = Плана на этот месяц ещё нет: /plan
picture-plan-no-sales = План продаж на месяц не задан: /plan
picture-plan-added-up = Продажи нарастающим итогом
picture-plan-margin = { $percent } %
picture-plan-margin-planned = { $percent } %, по плану { $planned } %
file-added-up = Нарастающим итогом
gap-title = Банк против CRM
gap-difference = Банк отличается от CRM на
gap-crm = Продано в CRM
gap-bank = Пришло в банк
gap-steps = От CRM к банку
gap-timing = Разница в сроках
gap-timing-note = долги, предоплаты, деньги в эквайринге
gap-fees = Комиссии
gap-fees-note = удержали банки и платёжные сервисы
gap-refunds = Возвраты
gap-refunds-note = возвращено клиентам
gap-cash = Наличные не в банке
gap-cash-note = взяли наличными и не сдали
gap-exchange = Обмен валют
gap-exchange-note = обменяно из другой валюты или на неё
gap-beside = Продано мимо CRM
gap-beside-note = продажи без заказа
gap-other = Другие проводки
gap-other-note = списания и подобное
gap-unknown = Неизвестно
gap-unknown-note = в банке, ещё не сказано за что
gap-nothing = Не было ни продаж, ни оплат
gap-how = Напишите, за какие дни: <code>/gap</code> — сегодня, <code>/gap вчера</code>, <code>/gap октябрь</code>

## People
stranger = Здравствуйте! Это касса магазина, и мы пока не знакомы. Попросите у владельца приглашение.
stranger-first = Здравствуйте! У этого магазина ещё нет владельца. Если это вы, пришлите код, который появился там, где запустили Tilly.
welcome-owner = Здравствуйте, { $name }! Магазин теперь ваш. Несколько вопросов, и начнём.
welcome-person = Здравствуйте, { $name }! Ваша роль здесь: { $role }.
welcome-back = Рада видеть вас, { $name }.
invite-role = Кого приглашаете?
invite-link = Отправьте эту ссылку коллеге ({ $role }). Она сработает один раз, до { $expires }:
    { $link }
button-copy-amount = Копировать { $amount }
button-copy-account = Копировать счёт …{ $tail }
button-copy-number = 📋 № { $number }
button-copy-link = Скопировать ссылку
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
team-told-till = Теперь ваша касса – «{ $till }».
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
setup-zone-london = Лондон
setup-zone-berlin = Берлин
setup-zone-warsaw = Варшава
setup-zone-kyiv = Киев
setup-tills = Сколько у вас касс?
setup-till-name = Как называется эта касса? Сейчас она «{ $till }». Напишите название или пропустите.
setup-opening = «{ $till }»: сколько там сейчас наличных? Напишите сумму; если пусто – 0.
setup-refused-currency = Не знаю валюты «{ $text }». Напишите три буквы, например EUR.
setup-refused-zone = Не знаю «{ $text }». Напишите город побольше рядом или пояс, например Europe/Kyiv.
setup-refused-amount = «{ $text }» не похоже на сумму. Напишите цифрами, например 1250.
setup-refused-currency-kept = Деньги уже записаны, поэтому валюта остаётся: { $text }.
setup-refused-tills = «{ $text }» – это не число от 1 до 5. Сколько у вас касс?
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
help-ask = Спрашивайте об учёте, как спросили бы коллегу:
help-questions = <code>сегодня?</code>
    <code>почему в этом месяце меньше?</code>
    <code>кто нам должен?</code>
help-files = Бросьте сюда выписку банка файлом: CAMT, MT940, OFX, 1С, CSV или XLSX. Что знаю, разнесу, об остальном спрошу.
help-group-results = Итоги
help-group-cash = Касса
help-group-books = Учёт
help-group-tilly = Мы с вами
help-command = /{ $command } – { $what }
command-start = начать
command-help = что я умею
command-today = итог дня
command-week = итог недели
command-month = итог месяца
command-report = итог за любые дни, словами
command-gap = банк против CRM
command-digest = что присылать по расписанию
command-till = сколько в кассе
command-entry = запись по номеру
command-order = заказ и его проводки
command-exceptions = что в учёте требует человека
command-alerts = о чём я сама говорю руководителям
command-count = посчитать кассу
command-handover = передать кассу
command-cash = кассовая книга: по дням или файлом
command-drafts = что ещё ждёт ответа
command-deposit = сдать наличные в банк, что ещё в пути
command-advance = выдать деньги под отчёт
command-advances = у кого деньги под отчётом
command-refunds = возвраты и их продажи
command-memory = чему вы меня научили
command-team = кто здесь работает
command-invite = пригласить человека
command-accounts = план счетов
command-close = закрыть месяц или учёт по день
command-plan = план на месяц
command-restatements = дни, чей результат изменился
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
close-left = Хорошо, ничего не закрываю.
close-no = { $day } закрыть нельзя: день ещё не прошёл или уже закрыт.
close-how = Не знаю таких дней. Напишите так: <code>/close октябрь</code> или <code>/close 31.10</code>

## Groups
leadership-made = Теперь это чат руководства. Сюда буду писать о важном.
leadership-only-group = Напишите /leadership в группе, которая станет чатом руководства.

## Trouble
storage-outage = Сейчас не могу сохранять. Ваше сообщение не потеряется и запишется само.
update-quarantined = Что-то в сообщении № { $number } мне не далось. Оно сохранено, но ничего из него не записано. Напишите ещё раз другими словами, пожалуйста.

## What was not told
missing-takings = Сегодня ещё не записана выручка, а в такой день недели она обычно есть. Правда ничего не было?
missing-habit = В такой день недели вы обычно записываете: { $what }. Сегодня ещё нет. Не было?
missing-of-month = Примерно в эти дни месяца вы обычно записываете: { $what }. В этот раз ещё нет. Не было?
missing-type = Если было, просто напишите.
button-none = Не было
button-mute = Не спрашивать
missing-was-none = Хорошо: не было.
missing-muted = Хорошо, о «{ $what }» больше не спрошу.
missing-word-takings = выручка

## Counting the till
count-title = Считаем наличные: «{ $till }»
count-title-currency = Считаем наличные: «{ $till }», { $currency }
count-ask = Пересчитайте наличные и напишите общую сумму или купюры:
    <code>12 450</code>
    <code>{ $example } мелочь 35</code>
count-ask-total = Пересчитайте наличные и напишите общую сумму, например <code>12 450</code>
button-count-notes = Отметить купюры и монеты
button-count-skip = Пропустить { $currency }
button-never-mind = Не надо
count-so-far = Пока: <b>{ $amount }</b>
count-tap = Нажимайте, сколько каких. Или нажмите на купюру и напишите её количество.
count-piece = { $value }×{ $number }
button-count-loose = Мелочь: { $amount }
button-count-done = Готово: { $amount }
count-ask-number = Сколько там по { $amount }? Напишите количество.
count-ask-loose = Сколько там мелочи? Напишите сумму.
count-no-such-note = Номинала { $value } в { $currency } нет. Проверьте эту цифру и напишите подсчёт ещё раз, пожалуйста.
count-other-money = Сейчас считаем { $currency }. Напишите, пожалуйста, сколько именно их.
count-sure = У вас получилось <b>{ $amount }</b>. Сумма верная?
button-count-sure = Да, столько и есть
button-count-again = Пересчитать
count-counted = «{ $till }», насчитали: <b>{ $amount }</b>
count-short = Это на <b>{ $amount }</b> меньше, чем по записям.
count-over = Это на <b>{ $amount }</b> больше, чем по записям.
count-moved = Тем временем появилась новая запись, поэтому я сверила ещё раз.
count-hints = Последние записи за сегодня:
button-count-forgot = Что-то не записано
button-count-book-short = Записать недостачу
button-count-book-over = Записать излишек
count-forgot = Напишите, чего не хватает, как обычно. Потом сверим ещё раз.
button-count-compare = Сверить ещё раз
count-why-short = Почему в кассе не хватает { $amount }? Нажмите или напишите.
count-why-over = Почему в кассе лишние { $amount }? Нажмите или напишите.
count-reason-change = ошиблись со сдачей
count-reason-entry = что-то не записали
count-reason-unknown = неизвестно
count-agrees = «{ $till }» сходится: <b>{ $amount }</b>
count-booked-short = Записала недостачу <b>{ $amount }</b>: «{ $reason }». Остаток «{ $till }»: { $balance }.
count-booked-over = Записала излишек <b>{ $amount }</b>: «{ $reason }». Остаток «{ $till }»: { $balance }.
count-skipped = { $currency } не считаем.
count-dropped = Хорошо, подсчёт завершён.
count-left = Подсчёт «{ $till }» давно не завершён, и я его закрыла. Ничего не записано; начать новый: /count
count-told-changed = { $name } исправляет то, что записано по подсчёту кассы:
count-told-undone = { $name } отменяет то, что записано по подсчёту кассы:
count-by = { $name }, { $at }
count-told-short = «{ $till }»: недостача <b>{ $amount }</b>. { $name }: насчитано { $counted }, по записям { $expected }. Причина: «{ $reason }».
count-told-over = «{ $till }»: излишек <b>{ $amount }</b>. { $name }: насчитано { $counted }, по записям { $expected }. Причина: «{ $reason }».
count-told-giver = Кассу считали при приёме ({ $name }); за разницу отвечает { $giver }.
count-told-left-short = «{ $till }»: { $name }, насчитано { $counted } – на <b>{ $amount }</b> меньше, чем по записям; подсчёт на этом оставлен.
count-told-left-over = «{ $till }»: { $name }, насчитано { $counted } – на <b>{ $amount }</b> больше, чем по записям; подсчёт на этом оставлен.
count-amount = { $amount }
count-last-title = Последние подсчёты
count-last = «{ $till }»: { $at }, { $name }
count-last-never = «{ $till }»: ещё не считали
count-result-agrees = { $amount }, сходится
count-result-short = { $counted }, недостача { $amount }
count-result-over = { $counted }, излишек { $amount }
count-history-title = Подсчёты: «{ $till }»
count-history-line = { $at } · { $name } · { $result }
count-history-empty = Здесь ещё ничего не считали.
count-standing = { $name }: { $count ->
    [one] { $count } подсчёт
    [few] { $count } подсчёта
   *[other] { $count } подсчётов
  }, не сошлось: { $off } · недостачи { $short } · излишки { $over }
button-count-mine = Посчитать мою кассу
button-count-history = Подсчёты: { $till }

## Handing the till over
handover-whom = Кому передаёте кассу «{ $till }»?
handover-ask-giver = Сейчас вам никто не передаёт кассу. Попросите того, у кого она, прислать мне /handover, и я вас спрошу.
handover-nobody = Кассу «{ $till }» некому принять. Попросите владельца кого-нибудь пригласить.
handover-waits = Жду подтверждения: { $name } принимает кассу «{ $till }»: <b>{ $balances }</b>. Я сообщу.
handover-waits-count = { $name } считает кассу «{ $till }» перед приёмом. Я сообщу.
handover-offer = { $name } передаёт вам кассу «{ $till }»: <b>{ $balances }</b>. Всё верно?
handover-moved = Тем временем появилась новая запись, поэтому сумма теперь другая.
button-handover-take = Да, принимаю
button-handover-count = Сначала посчитаю
handover-taken = Теперь ваша касса – «{ $till }»: <b>{ $balances }</b>.
handover-told-taken = { $name } теперь отвечает за кассу «{ $till }»: <b>{ $balances }</b>.
handover-told-short = Недостача { $amount } записана на вас.
handover-told-over = Излишек { $amount } записан на вас.
handover-counting = Посчитайте кассу «{ $till }», и она ваша.
handover-kept = Хорошо, касса «{ $till }» остаётся за вами.
handover-told-kept = Передача отменена: за кассу «{ $till }» по-прежнему отвечает { $name }.
handover-is-over = Эта передача больше не действует: за кассу «{ $till }» отвечает { $name }.
handover-busy = Кассу «{ $till }» уже передают: { $giver } → { $taker }.

## Receipts
receipt-which = К какой записи это?
receipt-no-statement = Если это выписка банка: из PDF или картинки я её не прочитаю. Выгрузите её как CAMT, MT940, OFX, 1C, CSV или XLSX.
button-receipt-words = Нет в списке: напишу, что это
receipt-type = Хорошо: напишите, что это было, и чек будет с этой записью.
receipt-kept = Чек сохранён. Он будет с тем, что вы там расскажете.
receipt-kept-with = Чек добавлен к:
receipt-shown = { $name }
receipt-not-here = Этого чека у меня ещё нет, или его уже нет в Telegram.
button-receipt = Чек { $number }
receipt-same = Это тот же чек, что и от { $day }
receipt-same-with = Это тот же чек, что уже есть здесь:
receipt-sent-twice = { $name } присылает чек, который уже был.
receipt-too-large = Этот файл больше { $megabytes } МБ, сохранить его не могу. Пришлите, пожалуйста, поменьше или фото.
receipt-lost = Не удалось забрать ваш чек из Telegram. Пришлите его, пожалуйста, ещё раз.
cash-line-receipts = { $count ->
    [one] { $count } чек
    [few] { $count } чека
   *[other] { $count } чеков
  }

## The cash book
book-page = { $day } ({ $page }/{ $pages })
book-days = { $first } – { $last }
book-opening = { $till }, на начало: { $balance }
book-totals = { $till }: пришло { $cash_in }, ушло { $cash_out }
book-closing = { $till }, на конец: <b>{ $balance }</b>
book-in = № { $number } <b>+{ $amount }</b>
book-out = № { $number } <b>−{ $amount }</b>
book-empty = В тот день наличные не двигались.
book-entries = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[other] { $count } строк
  }
book-as-table = Таблицей
book-as-text = Текстом
book-column-number = №
book-column-sum = Сумма
book-column-what = За что
book-column-balance = Остаток
group-today-elsewhere = О дне я рассказываю в чате руководства или вам лично: напишите мне в личку.
group-elsewhere = В группе я отвечаю на /today, /week, /month и /ask, и только в группе руководителей. Остальное пишите мне в нашем чате.
book-grid-opening = { $till }, на начало: { $balance }
book-grid-closing = { $till }, на конец: { $balance }
book-how = Не знаю таких дней. Напишите так: <code>/cash 05.11</code>, <code>/cash xlsx 01.11-15.11</code>, <code>/cash csv октябрь</code>
book-how-file = В чате показываю по одному дню. Несколько дней дам файлом: <code>/cash xlsx 01.11-15.11</code>
book-too-long = Это больше { $count } строк, для одного файла слишком много. Возьмите, пожалуйста, меньше дней.
book-file = кассовая-книга
book-date = Дата
book-number = №
book-balance = Остаток
book-currency = Валюта
book-account = Счёт
book-counterparty = Кто
book-order = Заказ
book-narration = Сказано
book-told-by = Кто сказал
book-remarks = Примечания
book-reversed-by = отменено записью № { $number }
book-reverses = отменяет № { $number }
book-replaces = вместо № { $number }
book-belongs-on = относится к { $date }
button-all-tills = Все кассы
entry-told-by = От кого: { $name }, { $moment }
entry-decided-by = Записано так: { $name }, { $moment }
entry-replaces = Вместо № { $number }
entry-reverses = Отменяет № { $number }
entry-reversed-by = Отменено записью № { $number }
entry-comment = <i>{ $name }:</i> { $text }
button-split = Разделить
button-comment = Комментарий
split-ask = Что из этого за другое? Напишите части: «300 топливо, 200 парковка». Или только сумму, а я спрошу, на что она. Остальное останется как «{ $category }».
split-too-much = Части вместе дают { $parts }, а всего – { $whole }. Напишите ещё раз, пожалуйста.
split-currency = Всего – { $whole }; части могут быть только в тех же деньгах. Напишите ещё раз, пожалуйста.
split-category = Не вижу, на что { $amount }. Напишите другими словами или одну сумму.
split-direction = «{ $category }» так не бывает: деньги идут в другую сторону. Напишите части ещё раз, пожалуйста.
split-same = Так уже и записано. Назовите для части другую категорию.
split-too-many = Больше десяти частей – слишком много для одной записи.
split-no-cash = Эта запись не делится: у неё нет категории.
split-limit = Часть больше, чем вы можете выдать без разрешения. Отмените эту запись и напишите выдачу отдельно – тогда я попрошу разрешения.
comment-ask = Что хотите об этом сказать? Напишите, оно останется при записи.
comment-kept = Сохранила при записи.
comment-left = Хорошо, ничего не добавляю.

## What others are told
told-changed = { $name } исправляет то, что вы мне сказали:
told-undone = { $name } отменяет то, что вы мне сказали:
told-comment = { $name } пишет о вашей записи:
told-settled = На мой вопрос о «{ $text }» отвечает { $name }. Теперь это записано:
told-dropped = { $name } не берёт в учёт то, что вы написали: «{ $text }». Из него ничего не записано.
told-reason = Причина: { $text }

## What waits for an answer
ask-again = Это ещё ждёт вас:
draft-words = <i>«{ $text }»</i>
drafts-title = { $count ->
    [one] Ждёт { $count } дело
    [few] Ждут { $count } дела
   *[other] Ждут { $count } дел
  }
drafts-young = Дольше часа ничего не ждёт. { $count ->
    [one] { $count } вопрос только что задан, ответа ещё нет.
    [few] { $count } вопроса только что заданы, ответов ещё нет.
   *[other] { $count } вопросов только что задано, ответов ещё нет.
}
drafts-none = Ничего не ждёт: на все вопросы есть ответ.
drafts-line = { $place }. { $name }, { $moment }: «{ $text }»
drafts-proposal = { $place }. { $name }, { $moment }, просит изменить:
button-settle = Решить { $place }
button-leave-out = Не брать { $place }
button-decide = Взглянуть { $place }
button-leave-open = Пусть ждёт
draft-why = Почему не брать? Нажмите или напишите причину, я передам.
draft-left-out = Не берём. { $name } узнает причину: { $reason }
draft-left-open = Хорошо, пусть ждёт.
drop-reason-twice = уже записано
drop-reason-not-cash = не про кассу
drop-reason-unknown = никто не знает, что это было

## Changes after the books are closed
proposal-asked = Учёт за тот день закрыт (по { $day } включительно). Я спросила бухгалтера и скажу вам.
proposal-asked-decided = С тех пор это уже исправили ({ $name }). Я спросила бухгалтера и скажу вам.
proposal-closed = { $name } просит изменить запись закрытого дня:
proposal-decided = { $name } просит изменить то, что с тех пор уже исправили:
proposal-should-say = Должно быть так:
proposal-take-back = Её нужно отменить.
proposal-settled = <b>{ $text }</b>
proposal-is-booked = Записано: { $name }, { $moment }
proposal-is-left = Оставлено как есть: { $name }, { $moment }
proposal-is-replaced = { $name } просит уже о другом, { $moment }
proposal-overtaken = Тем временем запись уже исправили иначе. Ничего не записываю.
proposal-above-limit = Это больше, чем { $asker } может выдать без разрешения. Записать может: { $names }. Я уже спросила.
proposal-above-limit-nobody = Это больше, чем { $asker } может выдать без разрешения, а разрешить некому. Пока запись остаётся как есть.
proposal-told-booked = О чём вы просили, сегодня записано ({ $name }):
proposal-told-left = Запись остаётся как есть – так решает { $name }:
button-book-today = Записать сегодня

## Limits and approvals of payouts
command-approvals = выплаты, которые ждут разрешения
command-limits = лимиты выплат
limits-title = Сколько можно выдать без разрешения
limits-line = { $role }: за раз { $payout }, за день { $daily }
limits-line-none = { $role }: без лимита ({ $currency })
limits-none = без лимита
limits-hint = Более крупная выплата ждёт, пока её разрешит кто-то другой. Сдача в банк и перемещения между кассами не ограничены, как и валюта, для которой здесь нет лимита. Нажмите роль или напишите: <code>/limits кассир 5000 20000</code> (за раз, за день; «-» – без лимита).
limits-how = Напишите так: <code>/limits кассир 5000 20000</code> – роль, за раз, за день. «-» – без лимита; для другой валюты добавьте её код: <code>/limits кассир 100 500 EUR</code>
limits-own = Лимиты директора и владельца устанавливает только владелец.
limits-set = Готово. Теперь так:
limits-told = { $name } меняет лимит выплат.
limits-ask-payout = { $role }: сколько можно выдать за раз без разрешения? Напишите сумму.
limits-ask-day = { $role }: сколько можно выдать за день без разрешения? Напишите сумму.
limits-button-payout = За раз
limits-button-day = За день
limits-lift-payout = Снять лимит за раз
limits-lift-day = Снять лимит за день
approval-waits = <b>Ждёт разрешения</b>, ещё не записано:
approval-above-payout = Ваш лимит – { $amount } за раз.
approval-above-day = Ваш лимит – { $amount } за день, а выдано уже { $balance }.
approval-asked = Жду решения: { $names }. Если никто не решит до { $expires }, запрос потеряет силу.
approval-nobody = Кроме вас, разрешить некому. Владелец может снять лимит (/limits) или пригласить ещё кого-то (/invite). Запрос ждёт до { $expires }.
approval-title = { $name } просит выдать <b>{ $amount }</b> · { $category }
approval-words = «{ $text }»
approval-before = вместо № { $number }, { $amount }
approval-sale = за продажу № { $number } от { $day }
approval-paid = { $name }, выдано за { $day }: { $amount }
approval-deputy = Решить может и { $name }.
approval-to-account = под отчёт
approval-until = Ждёт до { $expires }
approval-not-yours = Решать это уже не вам.
approval-approved = Разрешение: { $name }, { $at }
approval-refused = Отказ: { $name }, { $at }
approval-expired = Никто не решил: { $at }
approval-withdrawn = Отозвано: { $at }
approval-because-by_asker = Это уже не нужно.
approval-because-not_cash = Это было не про кассу.
approval-because-replaced = В сообщении теперь другое.
approval-because-overtaken = Запись, которая должна была измениться, тем временем уже другая.
approval-taken-back = Хорошо, запрос отозван. Ничего не записываю.
approval-reason = Причина: { $reason }
approval-no-too_much = слишком много
approval-no-not_agreed = со мной не согласовано
approval-no-no_papers = нет документов
approval-ask-reason = Почему нет? Нажмите или напишите причину.
approval-ask-question = О чём спросить? Напишите, и я передам ({ $name }).
approval-ask-deputy = Кто ещё может это решить?
approval-deputy-button = { $name }, { $role }
approval-passed-on = { $name } просит вас решить насчёт выплаты. Разрешите её или откажите:
approval-by-tap = Решает только кнопка: разрешите ниже или откажите с причиной.
approval-question = { $name } спрашивает: «{ $text }»
    Напишите ответ.
approval-question-sent = { $name } получит ваш вопрос. Выплата ждёт дальше:
approval-answer = { $name } отвечает: «{ $text }»
approval-answer-sent = { $name } получит ваш ответ.
approval-type-answer = Напишите ответ.
approval-told-lapsed = Никто не решил вовремя, поэтому запрос потерял силу и ничего не записано. Если ещё нужно, напишите заново.
approval-told-lapsed-other = Запрос ({ $name }) потерял силу: никто не решил вовремя.
approvals-title = Ждут разрешения
approvals-until = { $name }, до { $expires }
approvals-none = Ничего не ждёт.
approvals-settled = Решено недавно
approvals-of = { $name }
approvals-button = { $amount } · { $name }
button-approve = Разрешить
button-refuse = Отказать
button-ask = Спросить
button-delegate = Передать
button-withdraw = Отозвать
button-answer = Ответить
answer-given = ✅ Вы ответили ({ $name }): «{ $text }»

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
till-last = «{ $till }» – единственная касса, поэтому она остаётся открытой.
button-newer = ← Новее
button-newest = ← Самые новые
button-older = Раньше →
button-further = Искать дальше →
transfer-ask = { $sender } передаёт <b>{ $amount }</b> из кассы «{ $source }» в кассу «{ $till }». Получили?
transfer-ask-again = Ещё в пути:
transfer-was-sent = { $sender } передаёт <b>{ $amount }</b> из кассы «{ $source }» в кассу «{ $till }».
transfer-part-of = <b>{ $amount }</b> из тех { $whole }, которые передаёт { $sender } из кассы «{ $source }» в кассу «{ $till }».
transfer-part-ask = Получили?
transfer-somewhere = другая
transfer-decided-received = Получено: { $name }, { $at }.
transfer-decided-refused = { $name } говорит, что деньги не пришли: { $at }. Они всё ещё в пути.
transfer-decided-withdrawn = Отменено: { $name }, { $at }. Ждать ничего не нужно.
transfer-decided-returned = Снова в кассе «{ $source }»: { $name }, { $at }.
transfer-decided-short = Записано как недостача: { $name }, { $at }.
transfer-which = В какую кассу идут { $amount }?
transfer-line-sent = В пути: { $amount }, «{ $source }» → «{ $till }», { $sender }, с { $at }
transfer-line-refused = Не пришло: { $amount }, «{ $source }» → «{ $till }», { $sender }, ответ { $at }
transfer-line-received = Получено: { $amount }, «{ $source }» → «{ $till }», { $sender }, { $at }
transfer-line-withdrawn = Отменено: { $amount }, «{ $source }» → «{ $till }», { $sender }, { $at }
transfer-line-returned = Вернулось: { $amount }, «{ $source }» → «{ $till }», { $sender }, { $at }
transfer-line-short = Недостача: { $amount }, «{ $source }» → «{ $till }», { $sender }, { $at }
transfer-told-asked = Жду ответа ({ $names }): пришли ли { $amount } в кассу «{ $till }».
transfer-told-received = { $name } подтверждает: { $amount } от вас пришли в кассу «{ $till }».
transfer-told-settled = Это те { $amount }, что передаёт { $sender } из кассы «{ $source }». Теперь они дошли.
transfer-told-refused = { $name } говорит, что { $amount } от вас в кассу «{ $till }» не пришли. Они всё ещё в пути: выясните, пожалуйста, где они.
transfer-told-directors = { $name } говорит, что { $amount } из кассы «{ $source }» не пришли в кассу «{ $till }». Передача от: { $sender }.
transfer-told-reopened = { $name } отменяет получение: { $amount } для кассы «{ $till }» снова в пути.
transfer-told-settled-part = Это { $came } из тех { $whole }, которые передаёт { $sender } из кассы «{ $source }».
transfer-told-part = { $name } подтверждает { $came } из { $whole } от вас в кассу «{ $till }». Ещё <b>{ $amount }</b> не пришли: они всё ещё в пути, выясните, пожалуйста, где они.
transfer-told-part-directors = { $name } подтверждает { $came } из { $whole }, которые передаёт { $sender } из кассы «{ $source }» в кассу «{ $till }». Ещё <b>{ $amount }</b> не пришли: они всё ещё в пути.
transfer-told-returned = { $name } говорит, что { $amount } для кассы «{ $till }» снова в кассе «{ $source }».
transfer-told-short = { $name } записывает как недостачу { $amount }, которые из кассы «{ $source }» в кассу «{ $till }» так и не пришли.
transfer-told-unbooked = { $name } отменяет недостачу { $amount }: деньги из кассы «{ $source }» в кассу «{ $till }» снова в пути.
transfer-how-much = Сколько из { $amount } пришло? Напишите, сколько у вас есть.
transfer-too-much = Передали только { $amount }, не больше. Сколько из них у вас есть?
transfer-kept-received = { $amount } уже получены ({ $name }), поэтому запись не изменить. Если деньги всё же не пришли, сначала отмените их поступление, № { $number }.
transfer-kept-returned = { $amount } уже снова в кассе, поэтому запись не изменить. Если это не так, сначала отмените № { $number }.
transfer-kept-short = { $amount } записаны как недостача ({ $name }), поэтому запись не изменить. Сначала нужно отменить недостачу, № { $number }.
button-got-it = Получено
button-not-so = Не пришло
button-found = Всё же пришло
button-part-came = Пришла часть
button-back-in-till = Снова в кассе
button-write-off = Записать недостачу
button-was-found = Деньги нашлись
button-transfer-open = { $amount }: что дальше?
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
deposit-above-zero = Сдать можно только сумму больше нуля. Сколько везёте в банк? <code>/deposit 15000</code>

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
advance-back = Возвращено из подотчётных ({ $name })
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
advance-more-than-held = { $name }: вместе выходит { $amount }, а под отчётом { $held }. Проверьте суммы или внесите чеки и сдачу по отдельности.
receipts-anew = Чеки исправляют так: отмените запись и напишите о них ещё раз.
advance-accounted = Отчёт принят ({ $name }):
advance-part = { $amount } · { $category } · № { $number }
advance-came-back = Вернулось в кассу: { $amount } · № { $number }
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
refunds-line = № { $number } · { $day } · <b>{ $amount }</b>
refunds-total = Всего: { $amount }
button-refund-sale = № { $number } · { $day } · { $amount }
button-refund-without = Без продажи
button-refund-wrong = Сумма не та
button-refund-ask-from = Не спрашивать до { $amount }
button-refund-ask-always = Всегда спрашивать о продаже

## Voice notes
voice-off = Голосовые я здесь не слушаю. Напишите в нескольких словах, пожалуйста.
voice-too-long = Это длиннее { $seconds } секунд, столько я не слушаю. Напишите в нескольких словах, пожалуйста.
voice-too-large = Этот файл больше { $megabytes } МБ, такой я не прослушаю. Напишите в нескольких словах, пожалуйста.
voice-failed = Сейчас мне не удалось это прослушать. Напишите в нескольких словах, пожалуйста.
voice-silent = Слов я здесь не услышала. Напишите в нескольких словах, пожалуйста.
voice-heard = Я услышала: «{ $text }»
voice-type-it = Ничего не изменено: исправления и ответы на вопросы принимаю только написанными. Напишите, пожалуйста; коснитесь услышанного выше, чтобы скопировать.
voice-heard-to-copy = Я услышала: <code>{ $text }</code>

## Another program with the same bot

rival-bot = Сообщения для меня перехватывает ещё какая-то программа, поэтому часть написанного может не попасть в записи. Попросите её остановить: что делать, подскажет <code>tilly doctor</code>. Потом посмотрите в /today, чего не хватает, и напишите это ещё раз.

## Bank statements
bank-file-head = 🏦 <b>{ $account }</b>
bank-file-opened = { $number ->
    [none] Новый счёт; номера в файле нет.
   *[other] Новый счёт, { $number }.
    }
bank-rename = Другое название: <code>/accounts { $code } { $name }</code>
balance-opening-unknown = ⚠️ Ни одна выписка не говорит, с чего начался этот счёт; по остатку банка — с { $amount }.
balance-opening-stands = Начинается с { $amount } со слов { $name }: выписки об этом нет.
balance-gap-stands = { $amount } до { $day } — со слов { $name }, без выписки.
balance-released = 📌 Эти дни всё-таки пришли: { $amount }, принятые без выписки, сняты.
balance-reopened = ↩️ Отменено: { $amount } снова ждёт выписки.
balance-awaited = Хорошо. Пришлите файл, когда он будет; напомню { $day }.
balance-settled = Это уже решено.
bank-file-closing-agrees = { $closing } ✅ сходится с учётом
button-balance-accept-opening = Начать с { $amount }
button-balance-accept-gap = Принять { $amount } как есть
button-balance-send-opening = Пришлю более ранние выписки
button-balance-send-gap = Пришлю пропущенные дни
button-balance-reopen = Снять { $amount }
exception-was-accepted = { $day } { $name }: остаток банка принят как есть
cause-opening_above = ни одна выписка не говорит, с чего начался счёт; в учёте больше
cause-opening_below = ни одна выписка не говорит, с чего начался счёт; в учёте меньше
step-accept_opening = начать с остатка банка или принести более раннюю выписку
bank-file-days = { $first } – { $last }
bank-file-lines = { $new ->
    [0] ничего нового
    [one] { $new } новая строка
    [few] { $new } новые строки
   *[other] { $new } новых строк
 }{ $known ->
    [0] {""}
   *[other] , уже были: { $known }
 }{ $changed ->
    [0] {""}
   *[other] , банк изменил: { $changed }
 }
bank-file-pending = { $count ->
    [one] { $count } строку банк ещё не провёл: она ждёт.
    [few] { $count } строки банк ещё не провёл: они ждут.
   *[other] { $count } строк банк ещё не провёл: они ждут.
 }
bank-file-spoiled = ⚠️ { $count ->
    [one] { $count } строка не читается. Она сохранена, но не в учёте: { $reason }
    [few] { $count } строки не читаются. Они сохранены, но не в учёте. Первая: { $reason }
   *[other] { $count } строк не читаются. Они сохранены, но не в учёте. Первая: { $reason }
 }
bank-file-agrees = { $opening } → { $closing } ✅ сходится с учётом
bank-opening-moved = 📌 Учёт этого счёта теперь начинается с { $now }, а не с { $before }: так выходит по выписке банка.
bank-file-apart = ⚠️ В банке { $closing }, в учёте { $books }: разница { $difference }.
bank-file-closing = В банке { $closing }.
bank-file-no-balance = Остатка, с которым сравнить, в файле нет.
bank-file-own = ⚠️ Строки файла не сходятся с его же остатками: не хватает { $difference }.
bank-file-gap = ⚠️ Между { $first } и { $last } чего-то не хватает: { $missing }. Пришлите, пожалуйста, выписку за эти дни.
bank-file-more = { $count ->
    [one] И ещё { $count } выписка, где всё сходится.
    [few] И ещё { $count } выписки, где всё сходится.
   *[other] И ещё { $count } выписок, где всё сходится.
 }
bank-file-which = По какому счёту выписка «{ $name }»?
bank-file-number = В файле: { $number }
bank-file-sample = { $day } · { $amount } · { $purpose }
bank-file-of = { $account }: хорошо, читаю.
button-new-bank-account = Новый счёт
bank-file-empty = В этом файле ничего нет.
bank-file-unknown = Такого файла я не знаю. Выгрузите выписку в CAMT, MT940, OFX, 1С, CSV или XLSX. Если это чек, пришлите его в ответ на запись.
bank-file-encoding = Буквы в этом файле испорчены. Выгрузите его ещё раз, если банк спрашивает, то в UTF-8.
bank-file-truncated = Файл обрывается на середине. Скачайте его ещё раз; ничего не изменено.
bank-file-damaged = Файл повреждён. Скачайте его ещё раз; ничего не изменено.
bank-file-locked = Файл защищён паролем. Сохраните его без пароля и пришлите снова.
bank-file-bomb = Этот файл распаковывается во что-то слишком большое. Не трогаю его.
bank-file-no-statement = Банковской выписки в этом файле нет. Если это чек, пришлите его в ответ на запись.
bank-file-columns = Столбцов этой таблицы я пока не понимаю. Попробуйте другой формат: CAMT, MT940, OFX, 1С.
bank-file-too-large = Файл больше { $megabytes } МБ, для меня это слишком много. Выгрузите меньше дней за раз.
bank-file-lost = Не удалось получить файл из Telegram. Пришлите его ещё раз, пожалуйста.
command-banks = банковские счета: остаток, свежесть, пробелы
banks-balance = В учёте: { $balance }
banks-silent = По этому счёту ещё ничего не приходило.
banks-stale = ⏳ Последнее, что знаю, за { $day }: { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
} назад. Пришлите выписку поновее, пожалуйста.
banks-fresh = Последнее, что знаю, за { $day }
banks-none = Пока не знаю ни одного счёта. Пришлите выписку такой, как её даёт банк: CAMT, MT940, OFX, 1С, CSV или XLSX.
banks-read = Прочитано в самом банке, по { $at }.
banks-apart = ⚠️ Банк говорит { $told }: разница с учётом { $difference }.
bank-name = { $bank ->
    [monobank] monobank
    [privatbank] ПриватБанк
    [gocardless] GoCardless
    [wise] Wise
   *[other] { $bank }
  }
bank-not-read-yet = { $bank }: подключён, ещё ничего не прочитано.
bank-in-trouble = ⚠️ { $bank }: { $reason }
bank-silent-hours = ⚠️ { $bank } молчит { $hours } ч: { $reason }
bank-silent-days = ⚠️ { $bank } молчит { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}: { $reason }
bank-consent-ends = ⏰ { $days ->
    [0] Согласие для { $bank } кончается сегодня.
    [one] Согласие для { $bank } кончается { $day }, через { $days } день.
    [few] Согласие для { $bank } кончается { $day }, через { $days } дня.
   *[other] Согласие для { $bank } кончается { $day }, через { $days } дней.
  } Дайте его ещё раз и передайте новый requisition тому, кто меня запускает (TILLY_BANK_GOCARDLESS_AGREEMENTS).
bank-trouble-refused = { $bank ->
    [monobank] токен не принимают. Сделайте новый на api.monobank.ua и передайте тому, кто меня запускает (TILLY_BANK_MONOBANK).
    [privatbank] токен не принимают. Сделайте новый в Приват24 для бизнеса, раздел «Автоклиент», и передайте тому, кто меня запускает (TILLY_BANK_PRIVATBANK).
    [wise] токен не принимают. Сделайте новый на wise.com, Settings, API tokens, и передайте тому, кто меня запускает (TILLY_BANK_WISE).
   *[other] ключ не принимают. Сделайте новый в банке и передайте тому, кто меня запускает.
  }
bank-trouble-rights = ключ открывает слишком мало: пусть тот, кто его создал, разрешит видеть все счета.
bank-trouble-consent = согласие банка кончилось или его не было. Дайте его ещё раз и передайте новый requisition тому, кто меня запускает (TILLY_BANK_GOCARDLESS_AGREEMENTS).
bank-trouble-signature = банк просит второе подтверждение. Добавьте открытый ключ в профиль Wise, а закрытый положите там, где я работаю (TILLY_BANK_WISE_KEY).
bank-trouble-limited = слишком много запросов на его вкус. Продолжу { $at }.
bank-trouble-not-ready = закрывает свой операционный день. Продолжу { $at }.
bank-trouble-down = не отвечает. Продолжу { $at }.
bank-trouble-garbled = ответ не читается, так что ничего из него не взято. Продолжу { $at }.
bank-trouble-unknown = отказывает, а почему, не знаю; подробнее в журнале. Продолжу { $at }.

command-review = строки выписки, которые ждут вашего слова
bank-file-sorted = { $filed ->
    [0] {""}
    [one] { $filed } строка разнеслась сама.
    [few] { $filed } строки разнеслись сами.
   *[other] { $filed } строк разнеслись сами.
 }{ $left ->
    [0] {""}
   *[other] {" "}Ждут пары: { $left }.
 }{ $open ->
    [0] {" "}Делать ничего не надо.
   *[other] {" "}Для вас: { $open } — /review
 }
review-head = { $lines ->
    [one] { $lines } строка
    [few] { $lines } строки
   *[other] { $lines } строк
 }, { $groups ->
    [one] { $groups } группа
    [few] { $groups } группы
   *[other] { $groups } групп
 }, примерно { $minutes } мин
review-empty = Все строки разнесены. Отлично!
review-who = <b>{ $name }</b> · { $count ->
    [1] { $total }
    [one] { $count } строка, { $total }
    [few] { $count } строки, { $total }
   *[other] { $count } строк, { $total }
 }
review-nobody = Без имени
review-several = { $name } и ещё { $count }
review-more = … и ещё { $count }
review-outlier = ⚠️ Намного больше обычного: взгляните дважды.
review-proposal = → <b>{ $account }</b>, { $reason }
review-no-proposal = Такого я ещё не видела. Что это?
review-unsure = Я не уверена. Что это?
review-filed = ✅ { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[other] { $count } строк
 }: { $account }
review-undone = ↩️ Возвращено.
review-other = Что это? Нажмите на счёт или напишите часть названия.
review-found = Счета с «{ $text }»:
button-review-yes = ✓ { $account }
button-review-other = Другое…
button-review-part = По одной
button-review-split = Разделить…
button-review-next = Дальше
review-split-ask = Из чего это складывается? Напишите части: «700 аренда, 300 вода». Или только сумму, а я спрошу, за что она.
review-split-what = За что { $amount }? Коснитесь счёта или напишите остальные части.
review-split-done = ✂️ Разделено и разнесено:
review-split-share = · { $amount }: { $account }
review-split-left = Строка остаётся целой и открытой.
review-split-too-much = Вместе части дают { $parts }, а строка на { $whole }. Напишите их, пожалуйста, ещё раз.
review-split-too-many = Больше десяти частей на одну строку – слишком много.
review-split-nothing = Часть должна быть больше нуля. Напишите их, пожалуйста, ещё раз.
review-split-one = Всё идёт на один счёт, так что делить нечего. Назовите для какой-то части другой.
button-review-later = Потом
button-review-undo = Отменить
button-review-back = Назад
because-rule = так говорят слова «{ $matched }»
because-identifier = { $count ->
    [one] как { $count } платёж по этому счёту раньше
    [few] как { $count } платежа по этому счёту раньше
   *[other] как { $count } платежей по этому счёту раньше
 }
because-tax-id = { $count ->
    [one] как { $count } платёж по этому ИНН раньше
    [few] как { $count } платежа по этому ИНН раньше
   *[other] как { $count } платежей по этому ИНН раньше
 }
because-party-amount = { $count ->
    [one] как { $count } платёж ровно на эту сумму раньше
    [few] как { $count } платежа ровно на эту сумму раньше
   *[other] как { $count } платежей ровно на эту сумму раньше
 }
because-party = { $count ->
    [one] как { $count } платёж с этим именем раньше
    [few] как { $count } платежа с этим именем раньше
   *[other] как { $count } платежей с этим именем раньше
 }{ $others ->
    [0] {""}
   *[other] {" "}(иначе: { $others })
 }
because-purpose = { $count ->
    [one] как { $count } платёж с таким назначением раньше
    [few] как { $count } платежа с таким назначением раньше
   *[other] как { $count } платежей с таким назначением раньше
 }
because-words = { $count ->
    [one] как { $count } платёж с похожим именем раньше
    [few] как { $count } платежа с похожим именем раньше
   *[other] как { $count } платежей с похожим именем раньше
 }
because-resemblance = похоже на такие строки
because-model = так считает языковая модель; ещё никто не подтвердил
because-nothing = похожего ещё не было

command-rules = правила для банковских строк
button-review-always = Всегда так…
button-rule-make = ✓ Создать правило
button-rule-new = Новое правило…
button-rule-remove = ✕ { $number }
rule-line = { $has } → <b>{ $account }</b>
rule-party = в названии есть «{ $words }»
rule-words = есть «{ $words }»
rule-account = счёт { $number }
rule-tax-id = код { $number }
rule-way-in = поступления
rule-way-out = списания
rule-least = от { $amount }
rule-most = до { $amount }
rule-tried = За прошлый год подходит к { $total ->
    [one] { $total } строке
   *[other] { $total } строкам
 }, так и разнесено: { $same }, сейчас открыто: { $open }.
rule-otherwise = ⚠️ разнесено как { $account }: { $count }
rule-contradicts = Противоречит тому, что говорили люди: { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[other] { $count } строк
 }. Они останутся как есть.
rule-use = сработало: { $hits }, пересмотрено: { $overruled }
rule-made = ✅ Правило действует. { $filed ->
    [0] Открытых строк не было.
    [one] Разнесло { $filed } строку.
    [few] Разнесло { $filed } строки.
   *[other] Разнесло { $filed } строк.
 }
rule-removed = Правила больше нет. { $reopened ->
    [0] Само оно ничего не разнесло.
    [one] { $reopened } строка, которую оно разнесло, снова открыта.
    [few] { $reopened } строки, которые оно разнесло, снова открыты.
   *[other] { $reopened } строк, которые оно разнесло, снова открыты.
 }
rule-nothing-common = У этих строк нет общего, из чего вышло бы правило.
rules-title = <b>Правила магазина</b>, самое новое – первое
rules-none = Своих правил у магазина ещё нет. Начинаю с тех, что знаю: налоги, зарплата, аренда, комиссии и прочее.
rules-starter = Мои правила сработали: { $rules }
rules-how = Напишите, что есть в строке и что это тогда, например:
 <code>Зубровка = реклама</code>
 <code>«комиссия» списание до 500 = банковские комиссии</code>
rules-which-account = «{ $text }» может быть: { $accounts }. Напишите правило ещё раз с одним из них.
rules-no-account = Счёта «{ $text }» не знаю. Гляньте /accounts и напишите правило ещё раз.

command-crm = CRM: докуда прочитано, что означают поля
crm-head = 🧾 <b>Битрикс24</b>
crm-none = CRM пока не читаю. Пусть тот, кто меня запускает, впишет адрес входящего вебхука вашего Битрикс24 в BITRIX24_WEBHOOK_URL; создаёт его администратор портала.
crm-kind-deal = Сделки
crm-kind-contact = Контакты
crm-kind-company = Компании
crm-kind-shop-order = Заказы магазина
crm-kind-stage-move = История стадий
crm-process = Процесс { $number }
crm-loading = Знакомлюсь с вашим порталом…
crm-loading-of = Читаю впервые. { $kind }: { $done } из { $total }
crm-through = Прочитано до { $at }.
crm-waiting = Часть записей ещё не попала в учёт.
crm-agreed = { $kind }, всё сверено { $day }: { $count }, расхождений нет.
crm-put-right = { $kind }, всё сверено { $day }: { $count }. Исправлено: { $late }, удалено в CRM: { $deleted }.
crm-odd = ⚠️ { $kind } { $id }: не читается, { $reason }
crm-in-trouble = ⚠️ Битрикс24: { $reason }
crm-trouble-refused = не принимает вебхук: срок истёк, его удалили или заблокировали. Пусть администратор создаст новый и передаст тому, кто меня запускает (BITRIX24_WEBHOOK_URL).
crm-trouble-rights = вебхук видит слишком мало. Он должен принадлежать администратору и иметь права crm, user, а для магазина ещё и sale.
crm-trouble-limited = слишком много запросов на его вкус. Продолжу { $at }.
crm-trouble-down = не отвечает. Продолжу { $at }.
crm-trouble-garbled = ответ не читается, так что ничего из него не взято. Продолжу { $at }.
crm-trouble-unknown = отказывает, а почему, не знаю; подробнее в журнале. Продолжу { $at }.
crm-means = <b>Что означают ваши поля</b> (версия { $version })
crm-means-guessed = <b>Что означают ваши поля</b>, как я догадываюсь
crm-role-is = { $role }: { $field }
crm-role-none = –
crm-role-number = Номер заказа
crm-role-total = Сумма
crm-role-cost = Себестоимость
crm-role-refunded = Возвращено
crm-role-paid-by = Способ оплаты
crm-role-tax-id = ИНН
crm-role-store = Магазин
crm-role-channel = Канал
crm-field-id = собственный номер сделки
crm-field-amount = сумма сделки
crm-no-orders = Заказов, чтобы показать, пока нет.
crm-previews = <b>Последние заказы</b>
crm-preview = № { $number } · { $amount } · { $stage }
crm-preview-cost = себестоимость { $amount }
crm-preview-refunded = возвращено { $amount }
crm-preview-odd = ⚠️ { $id }: { $reason }
crm-part = { $said }
crm-meaning-open = открыт
crm-meaning-paid = оплачен, ещё не выполнен
crm-meaning-closed = закрыт
crm-meaning-cancelled = отменён
crm-way-cash = наличные
crm-way-card-online = карта онлайн
crm-way-bank-transfer = банковский перевод
crm-way-cash-on-delivery = наложенный платёж
crm-which-field = <b>{ $role }</b>: какое это из ваших полей?
crm-no-fields = В портале нет поля, которое могло бы им быть.
crm-field-says = { $field }: { $sample }
crm-field-empty = { $field }: пусто
crm-would = <b>{ $role }</b>: { $field }
crm-kept = ✅ Запомнила. Все заказы перечитываю заново.
crm-stages = Что означает каждая стадия? Закрытый заказ должен быть оплачен.
crm-which-meaning = <b>{ $stage }</b>: что это означает?
crm-ways = Что означает каждый способ оплаты?
crm-which-way = <b>{ $said }</b>: как за это платят?
crm-no-ways = Сначала скажите, какое поле – способ оплаты; у него должен быть список вариантов.
button-crm-stages = Стадии
button-crm-ways = Способы оплаты
button-crm-keep = ✓ Пусть будет так
button-crm-other = Другое поле
button-crm-none = Нет
button-crm-leave = ← Назад

command-auto = что я разнесла без вас и почему
button-review-ask = Спросить…
button-review-show = Показать
button-review-begin = Начать
button-auto-undo = ↩ { $number }
review-ask-whom = Кто знает?
review-asked = 💬 Вопрос отправлен: { $name }.
review-morning = <b>Доброе утро!</b>
review-morning-checks = { $count ->
    [one] { $count } быстрая проверка того, что я разнесла сама
    [few] { $count } быстрые проверки того, что я разнесла сама
   *[other] { $count } быстрых проверок того, что я разнесла сама
 }
line-question = ❓ { $name } спрашивает, за что это было:
line-told = { $day } · <b>{ $amount }</b> · { $who }
 { $purpose }
line-question-type = За что это было? Просто напишите.
line-answer-sent = Спасибо! { $name } уже знает.
line-answer = 💬 { $name }: { $text }
check-ask = <b>Быстрая проверка</b> (осталось: { $left }): что это было?
check-right = ✅ Я тоже так разнесла.
check-wrong = ✏️ Я разнесла это как { $was }. Теперь это { $now }, и о таких строках снова буду спрашивать.
auto-title = <b>Разнесено без вас:</b> { $count }
auto-unchecked = Вслепую ещё ничего не проверяли.
auto-checked = Проверено вслепую за 90 дней: { $right } из { $answered } верно, значит среди всех не меньше { $least } %, в 19 случаях из 20.
auto-cap = Выше { $cap } всегда спрашиваю.
auto-line = { $number }. { $day } · { $amount } · { $who }
 → <b>{ $account }</b>, { $reason }
auto-undone = ↩️ Возвращено: ждёт в /review.
auto-how = Напишите, до какой суммы разносить самой, например <code>/auto 20000</code>, или <code>/auto нет</code>, если без предела.

table-unclear = Такой таблицы, как «{ $name }», я ещё не видела. Одно неясно:
table-header = <b>{ $cells }</b>
table-row = <code>{ $cells }</code>
table-column = Столбец { $number }
table-thanks = Спасибо! Читаю; дальше такие таблицы буду знать.
table-asks-day-order = В каком порядке здесь даты?
table-asks-decimal = Что стоит перед копейками?
table-asks-sign = Какие суммы – списания?
table-asks-amount = В каком столбце сумма в валюте счёта?
table-option-dmy = Сначала день: 31.12
table-option-mdy = Сначала месяц: 12/31
table-option-ymd = Сначала год: 26-12-31
table-option-point = Точка: 1,234.50
table-option-comma = Запятая: 1.234,50
table-option-signed = Те, что с минусом
table-option-inverted = Те, что с плюсом
table-option-columns = Они в отдельном столбце
table-option-indicator = Об этом говорит отдельный столбец
table-option-sides = Те, где платим мы

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
category-office_household = Офис и хозтовары
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

## Заказы
order-how = Напишите с номером заказа: <code>/order 4812</code>
order-none = Заказа { $number } не знаю.
order-title = <b>Заказ { $number }</b> · { $amount }
order-open = Открыт с { $day }
order-closed = Закрыт { $day }
order-cancelled = Отменён { $day }
order-payment = { $day } · оплата { $amount } · { $provider }
order-refund = { $day } · возврат { $amount } · { $provider }
order-chargeback = { $day } · оспорено { $amount } · { $provider }
order-payout = { $day } · выплата { $amount } · { $provider }
order-no-entries = Проводок по нему нет.
order-entries-left = { $count ->
    [one] Не показываю { $count } более раннюю проводку.
    [few] Не показываю { $count } более ранние проводки.
   *[other] Не показываю { $count } более ранних проводок.
  }
order-entry = <b>№ { $number }</b> · { $day }
order-debit = Дт { $account } · { $amount }
order-credit = Кт { $account } · { $amount }

## Отчёты о заказах, оплатах, выплатах
report-read = <b>Отчёт «{ $name }»</b>
report-documents = { $new ->
    [0] Ничего нового; уже были: { $known }, изменились: { $changed }.
    [one] { $new } новая запись; уже были: { $known }, изменились: { $changed }.
    [few] { $new } новые записи; уже были: { $known }, изменились: { $changed }.
   *[other] { $new } новых записей; уже были: { $known }, изменились: { $changed }.
  }

## Что требует человека
exceptions-none = От вас ничего не нужно: все продажи сходятся от заказа до банка.
exceptions-open = { $count ->
    [0] <b>Открытого нет</b>
    [one] <b>{ $count } дело ждёт кого-то</b>
    [few] <b>{ $count } дела ждут кого-то</b>
   *[other] <b>{ $count } дел ждут кого-то</b>
  }
exceptions-waiting = Отложено или объяснено: { $count }
exceptions-closed = Сошлось сегодня: { $count }
exception-gone = Этого уже нет.
exception-since = С { $day }{ $days ->
    [0] {""}
    [one] , { $days } день
    [few] , { $days } дня
   *[other] , { $days } дней
  }
exception-cause = Похоже, { $cause }
exception-step = Дальше: { $step }
exception-more = … и ещё { $count }
exception-is-snoozed = 💤 Отложено
exception-is-explained = ✅ Объяснено
exception-is-closed = ✅ Сошлось
exception-assigned = Занимается: { $name }
exception-above-limit = Вы можете списать до { $limit }. Попросите того, кто может больше.
exception-no-raw = Это записали здесь: больше показать нечего.
exception-ask-explain = Почему так? Напишите, я сохраню.
exception-ask-other = Что именно? Напишите номер, сумму или имя.
exception-settled = ✅ Сошлось само, делать ничего не надо. Было так: { $what }
exception-given = { $name } передаёт это вам:
exception-was-opened = { $day } появилось
exception-was-changed = { $day } изменилось
exception-was-closed = { $day } сошлось само
exception-was-snoozed = { $day } отложено: { $name }
exception-was-woken = { $day } пришло время
exception-was-explained = { $day } объяснение, { $name }
exception-was-written-off = { $day } списано: { $name }
exception-was-assigned = { $day } { $name } передаёт
exception-was-linked = { $day } связано: { $name }
exception-was-refused = { $day } связь снята: { $name }
button-exception-item = { $mark } { $record } · { $amount } · { $what }
button-exception-link = Это за: { $record } · { $amount }
button-exception-other = Другой заказ…
button-exception-find = Найти деньги…
button-exception-unlink = Это не его: { $record }
button-exception-write-off = Списать { $amount }
button-exception-explain = Объяснить
button-exception-assign = Передать…
button-exception-day = Завтра
button-exception-week = Через неделю
button-exception-chain = Путь денег
button-exception-raw = Как пришло
button-exception-letter = Копировать письмо им
exception-letter-late = { $record } от { $day }: { $amount } не поступили на наш счёт. Когда они отправлены и каким платежом? Пожалуйста, пришлите подробности.
exception-letter-short = { $record } от { $day }: поступило не то, что в вашем отчёте, разница { $amount }. Что удержано и на каком основании? Пожалуйста, пришлите, из каких платежей она состоит.
button-page-before = ← Важнее
button-page-after = Мельче →
exception-refund_one_sided = { $record }: возврат виден только с одной стороны, разница { $amount }
exception-order_overpaid = { $record }: переплачено { $amount }
exception-order_unpaid = { $record }: закрыт, а { $amount } не оплачено
exception-amount_mismatch = { $record }: сумма расходится на { $amount }
exception-payment_without_order = { $record }: пришло { $amount }, а заказа к ним не знаю
exception-duplicate_payment = { $record }: { $amount } оплачено второй раз
exception-settlement_late = { $record }: { $amount } задерживается
exception-settlement_short = { $record }: расчёт расходится на { $amount }
exception-cash_deposit_missing = { $record }: { $amount } сдано в банк, а там их нет
exception-chargeback = { $record }: банк клиента забрал назад { $amount }
exception-order_edited = { $record }: изменён после закрытия, разница { $amount }
exception-statement_gap = { $record }: не хватает дней, за них прошло { $amount }
exception-source_silent = { $record }: давно ничего не слышно
exception-short-statement_gap = не хватает дней
exception-short-source_silent = молчит
exception-short-refund_one_sided = возврат
exception-short-order_overpaid = переплата
exception-short-order_unpaid = не оплачен
exception-short-amount_mismatch = сумма
exception-short-payment_without_order = без заказа
exception-short-duplicate_payment = дважды
exception-short-settlement_late = задержка
exception-short-settlement_short = недостача
exception-short-cash_deposit_missing = нет в банке
exception-short-chargeback = оспорено
exception-short-order_edited = изменён
cause-nothing_paid = за него ничего не платили
cause-rest_not_paid = оплатили часть, остальное не пришло
cause-paid_too_much = пришло больше, чем он стоит
cause-cancelled_not_returned = заказ отменили, а деньги не вернули
cause-returned_not_told = деньги вернули, а в заказе этого нет
cause-told_not_returned = в заказе есть возврат, а деньги не ушли
cause-number_unknown = назван заказ, которого у меня нет
cause-no_number = номер заказа не назван
cause-several_fit = подходит несколько заказов, угадывать не буду
cause-charged_twice = карту списали дважды
cause-sent_twice = клиент перевёл дважды
cause-taken_too = в кассе за него тоже взяли деньги, или эти наличные от другой продажи
cause-not_paid_out = сервис ещё не выплатил
cause-paid_out_late = сервис выплатил с опозданием
cause-not_at_bank = сервис говорит, что отправил, а в банке пусто
cause-at_bank_late = в банк пришло с опозданием
cause-bank_got_less = в банк пришло меньше, чем говорит сервис
cause-bank_got_more = в банк пришло больше, чем говорит сервис
cause-held_back = сервис держит резерв
cause-payments_unknown = в выплате есть платежи, которых я не знаю, или каких-то не хватает
cause-counted_otherwise = банк насчитал другую сумму
cause-not_carried = деньги не донесли, или банк ещё не провёл
cause-card_disputed = клиент оспаривает платёж
cause-days_missing = две выписки не стыкуются: между ними не хватает ещё одной
cause-told_nothing = выписку никто не принёс, или соединение стоит
cause-edited = кто-то поставил другие цифры
cause-reopened = он больше не закрыт
step-ask_customer = спросить клиента
step-ask_manager = спросить менеджера заказа
step-ask_anybody = спросить того, кто может знать, чьи это деньги
step-ask_provider = написать сервису
step-ask_cashier = спросить кассира
step-choose_order = выбрать заказ ниже
step-return_money = вернуть деньги
step-correct_order = исправить заказ
step-answer_dispute = вовремя ответить на спор
step-bring_statement = принести выписку за эти дни
step-wait = подождать несколько дней
record-order = Заказ { $name }
record-payment = Оплата { $name }
record-refund = Возврат { $name }
record-chargeback = Оспоренный платёж { $name }
record-payout = Выплата { $name }
record-bank = Банк: { $name }
record-cash = Касса, № { $name }
record-account = { $name }
record-line = { $record } · { $amount } · { $day }

exception-ask-split = За какой это заказ? Напишите номер, сумму или имя. Чтобы разделить: <code>48123 400, 48124 240</code>
exception-found = Похоже на это:
exception-nothing-found = По «{ $text }» ничего не нахожу.
exception-split-off = Выходит { $told }, а должно быть { $whole }. Ничего не разделено.
exception-whom-give = Кто этим займётся?
exception-whom-askto = Кто может знать?
exception-was-asked = { $day } вопрос задан
exception-was-reminded = { $day } спросила ещё раз
exception-was-answered = { $day } ответ, { $name }
exception-was-filed = { $day } наличные внесены: { $name }
button-exception-ask = Спросить: { $name }
button-exception-ask-crm = Спросить в сделке: { $name }
button-exception-askwho = Спросить кого-то…
button-take-link = ✅ Связать: { $name }
button-take-off = ✅ Списать { $amount }
button-take-later = ✅ Отложить на неделю
button-take-explain = ✅ Принять как объяснение
button-take-cash = ✅ Внести { $amount } в кассу
button-take-held = ✅ { $amount } под отчёт: { $name }
inquiry-of-manager = ❓ { $name } спрашивает:
inquiry-of-cashier = ❓ Заказ закрыли за наличные, а в кассовой книге их нет:
inquiry-again = 🔔 На это ещё никто не ответил:
inquiry-unanswered = ⏳ { $name }: за сутки ответа нет. Я спросила ещё раз; можно спросить и кого-то другого.
inquiry-unanswered-crm = ⏳ { $name }: в сделке за сутки ответа нет; можно спросить кого-то другого.
inquiry-what = Как на самом деле?
inquiry-where = Где деньги?
inquiry-who-has = У кого деньги?
inquiry-ask-words = Напишите, как есть, я передам.
inquiry-ask-holder = Напишите, у кого деньги.
inquiry-gone = ✅ Отвечать не нужно: всё сошлось.
inquiry-came = 💬 Есть ответ:
inquiry-waits = ⏳ Вопрос отправлен: { $name }, { $day }
inquiry-waits-crm = ⏳ Вопрос в сделке: { $name }, { $day }
inquiry-failed = ⚠️ CRM не принимает комментарий для { $name }. Спросите сами.
inquiry-comment = Ответьте комментарием здесь: номером или своими словами.
button-answer-words = Своими словами…
button-answer-other-name = Другое имя…
answer-paid = Вот оплата: { $record } · { $amount }
answer-mine = Это за { $record } · { $amount }
answer-not_mine = Ни один из этих
answer-unknown = Не знаю, чьи это деньги
answer-cash = Оплачено наличными
answer-till = Они в кассе
answer-holder = Они у другого человека
answer-not_cash = Платили не наличными
answer-discount = Договорились о скидке
answer-keep = Клиент оставляет это нам
answer-later = Клиент заплатит позже
answer-give_back = Вернём клиенту
answer-mistake = Моя ошибка, исправлю заказ
answer-agreed = Так и есть, договорились
answer-delivered = Доставлено, есть подтверждение
answer-carried = Их отнесли в банк
answer-not_carried = Ещё не отнесли, отнесут
answered-paid = есть оплата
answered-mine = это за заказ
answered-not_mine = ни один из заказов
answered-unknown = неизвестно, чьи деньги
answered-cash = наличными
answered-till = в кассе
answered-holder = у кого-то
answered-not_cash = не наличными
answered-discount = скидка
answered-keep = оставили нам
answered-later = заплатит позже
answered-give_back = вернуть
answered-mistake = ошибка в заказе
answered-carried = отнесли в банк
answered-not_carried = ещё не отнесли
answered-agreed = так договорились
answered-delivered = доставлено
exception-cash_not_entered = { $record }: закрыт за наличные, а { $amount } никто не внёс
exception-not_posted = { $record }: строки на { $amount } ещё не разнесены
exception-ledger_differs = { $record }: учёт расходится с банком на { $amount }
exception-fee_differs = { $record }: комиссия расходится с договорной на { $amount }
exception-short-cash_not_entered = без наличных
exception-short-not_posted = не разнесено
exception-short-ledger_differs = остаток
exception-short-fee_differs = комиссия
cause-not_entered = наличные взяли и не внесли, или платили иначе
cause-in_suspense = никто не сказал, за что эти строки
cause-unreadable = запись CRM не читается
cause-books_above = строки банка не хватает или она дважды; в учёте больше
cause-books_below = строки банка не хватает или она дважды; в учёте меньше
cause-connection_fails = соединение ничего не даёт
cause-fee_above = сервис взял больше, чем по тарифу
cause-fee_below = сервис взял меньше, чем по тарифу: может досчитать позже
step-file_lines = разобрать их: /review
step-mend_record = исправить запись в CRM
step-mend_connection = посмотреть, что говорит: /banks, /crm
step-compare_statement = принести свежую выписку и сверить
step-check_tariff = сверить с договором, написать сервису
record-crm = Запись CRM { $name }
record-connection = Соединение { $name }
chain-begins = <b>{ $record }</b> · { $amount }
chain-step = { $what }: { $sign }{ $amount }
chain-arrived = <b>Дошло: { $amount }</b>
chain-entries = { $left ->
    [0] Проводки: № { $numbers }
   *[other] Проводки: № { $numbers } и ещё { $left }
  }
chain-more = { $count ->
    [one] … и ещё { $count } запись, с ней всё в порядке
    [few] … и ещё { $count } записи, с ними всё в порядке
   *[other] … и ещё { $count } записей, с ними всё в порядке
  }
chain-refunded = возвращено
chain-unpaid = не оплачено
chain-overpaid = переплачено
chain-fee = комиссии
chain-chargeback = оспорено
chain-at_provider = ещё у сервиса
chain-on_its_way = в пути в банк
chain-held = не сходится с платежами
chain-short = не хватает в банке
chain-over = лишнее в банке

command-jobs = что я делаю по расписанию и как оно идёт
jobs-title = ⚙️ <b>Что я делаю по расписанию</b>
jobs-never = ▫️ { $job }: ещё не было. Дальше: { $next }
jobs-done = ✅ { $job }: { $at }{ $count ->
    [0] { "" }
   *[other] , сделано { $count }
 }. Дальше: { $next }
jobs-running = ⏳ { $job }: идёт с { $at }
jobs-failed = ⚠️ { $job }: сбой { $at }. Ещё раз: { $next }
jobs-lost = ⚠️ { $job }: оборвалось { $at }. Ещё раз: { $next }
jobs-reason = { "   " }<code>{ $reason }</code>
jobs-soon = ⏳ { $job }: сейчас начну
jobs-ran = ✅ { $job }: готово. { $count ->
    [0] Делать было нечего.
   *[other] Сделано: { $count }.
 }
jobs-ran-in-vain = ⚠️ { $job }: не вышло, <code>{ $reason }</code>. Попробую ещё раз сама.
jobs-failing = ⚠️ { $job }: дважды подряд не вышло, <code>{ $reason }</code>. Пробую дальше, всё реже, и скажу, когда заработает. /jobs
jobs-failing-lost = ⚠️ { $job }: дважды подряд оборвалось, программу остановили посреди работы. Пробую дальше, всё реже, и скажу, когда заработает. /jobs
jobs-cut-off = ⚠️ { $job }: оборвалось, программу остановили посреди работы. Попробую ещё раз сама.
jobs-again = ✅ { $job }: снова работает, пропущенное наверстано.
button-job-run = ▶️ { $job }
button-jobs-look = 🔄 Обновить
job-match-records = Сверка продаж, банка и кассы
job-look-through-books = Поиск расхождений в учёте
job-advise-lines = Вопросы модели о строках выписки
job-nightly-verification = Проверка учёта
job-sweep-sent-pictures = Удаление старых картинок
job-sweep-job-runs = Очистка этого списка
job-expire-approvals = Выплаты, которых никто не рассмотрел
job-lapse-handovers = Передачи кассы без ответа
job-lapse-counts = Незаконченные пересчёты
job-draft-reminders = Напоминания о непонятном
job-transfer-reminders = Напоминания о перемещениях
job-remind-of-advances = Напоминания о подотчёте
job-ring-alerts = Оповещения руководителям
job-tell-of-alerts = Письмо об оповещениях в понедельник
job-tell-of-banks = Наблюдение за банками и CRM
job-tell-of-lines = Утреннее сообщение о выписке
job-ask-what-is-missing = Вопрос о незаписанном
job-tell-of-restatements = Сообщение об изменениях в прошлых днях
job-watch-closing = Что задерживает закрытие
job-tell-of-closing = Напоминание закрыть месяц

## Планы

plan-title = План на { $month }
plan-sales = Продажи: <b>{ $sales }</b>
plan-sales-none = Продажи: без плана
plan-margin = Валовая маржа: <b>{ $margin } %</b>
plan-margin-none = Валовая маржа: без плана
plan-so-far = Пока что: продажи { $sales }, { $percent } % плана; прошло { $days } из { $whole } дней
plan-margin-so-far = Маржа пока что: { $margin } %
plan-set-by = Поставлено: { $name }, { $at }
plan-was = Версия { $version }, { $name }, { $at }: { $what }
plan-was-sales = продажи { $sales }
plan-was-margin = маржа { $margin } %
plan-none = Плана на { $month } ещё нет. Напишите так: <code>{ $how }</code>
plan-how = Это не похоже на план. Напишите так: <code>план ноября 1,2 млн, маржа 22%</code>
plan-how-example = план на { $month } 1,2 млн, маржа 22%
plan-ask = Это план на { $month }?
plan-in-place-of = вместо: { $what }
plan-kept = ✅ План на { $month } поставлен.
plan-left = Хорошо, план остаётся прежним.
plan-stale = Тем временем кто-то поставил другой план на { $month }. Посмотрите: /plan
plan-told = { $name } ставит план на { $month }.

## Дни, о которых сказано раньше иначе

restatements-title = Дни, чей результат изменился с тех пор, как о нём сказано
restatements-none = Все дни до сих пор такие, как о них сказано.
restatement-news = Изменился результат дней, о которых вам уже сказано:
restatement-day = <b>{ $day }</b>: { $told } → <b>{ $now }</b>
restatement-cause-added = · { $what }: { $amount }
restatement-cause-changed = · { $what }, изменено: { $amount }
restatement-cause-taken_back = · { $what }, отменено: { $amount }
restatement-said = «{ $text }»
restatement-rest = · ещё { $count }: { $amount }
restatement-more = { $count ->
    [one] Ещё { $count } день: /restatements
    [few] Ещё { $count } дня: /restatements
   *[other] Ещё { $count } дней: /restatements
}
restatement-waits = <i>Ещё не сказано: директорам скажу утром.</i>
restatement-told-at = <i>Сказано { $at }</i>
restatement-late-facts = { $count ->
    [one] Ещё { $count } поздняя проводка относится к этим дням, но стоит в открытом, потому что эти закрыты: { $amount }
    [few] Ещё { $count } поздние проводки относятся к этим дням, но стоят в открытых, потому что эти закрыты: { $amount }
   *[other] Ещё { $count } поздних проводок относятся к этим дням, но стоят в открытых, потому что эти закрыты: { $amount }
}

## Из чего складываются суммы

figures-title = <b>{ $what }</b>
figures-how = Нажмите на сумму, чтобы увидеть проводки, из которых она складывается, вплоть до записи, как она пришла.
figures-entries = <b>{ $what } · { $days }: { $amount }</b> ({ $count ->
    [one] { $count } проводка
    [few] { $count } проводки
   *[other] { $count } проводок
})
figures-place = На начало { $before }, пришло { $incoming }, ушло { $outgoing }, на конец { $after }
figures-sales = Продажи
figures-refunds = Возвраты клиентам
figures-cost = Себестоимость
figures-margin = Валовая маржа
figures-expenses = Расходы
figures-fees = Комиссии банков и платёжных сервисов
figures-result = Чистый результат
button-figures-earned = Доходы, расходы
button-figures-cash = Путь к деньгам
button-figures-places = Где деньги
button-figures-before = Дни до этого: { $days }
button-raw = Как пришло
raw-none = Проводку № { $number } сделал сам учёт: извне для неё ничего не приходило.
raw-came = Проводка № { $number } сделана из этого: { $source }, { $name }, { $at }
raw-kept = Хранится как запись { $id }, SHA-256 { $digest }…

## Закрытие месяца

closing-title = Закрытие: { $what }
closing-title-done = ✅ Закрыто: { $what }
closing-statements = Выписки полные
closing-lacks-statements = не хватает дней, { $what }: /banks
closing-balances = Остатки банков сверены
closing-lacks-balances = не сходится или остатка нет, { $what }: /banks
closing-unfiled = Все банковские строки разнесены
closing-lacks-unfiled = { $count ->
    [one] ждёт { $count } строка: /review
    [few] ждут { $count } строки: /review
   *[other] ждут { $count } строк: /review
}
closing-exceptions = Расхождения объяснены
closing-lacks-exceptions = открыто { $count }: /exceptions
closing-questions = На вопросы ответили
closing-lacks-questions = { $count ->
    [one] ждёт { $count }: /drafts, /approvals
   *[other] ждут { $count }: /drafts, /approvals
}
closing-tills = Кассы посчитаны
closing-lacks-tills = ещё нет, { $what }: /count
closing-rates = Курсы валют есть
closing-lacks-rates = не хватает: { $what }
closing-excused = «{ $why }» – { $name }
closing-rate = 1 { $currency } = { $rate } { $base }
closing-all-money = Все деньги по этим курсам: <b>{ $amount }</b>
closing-part-accountant = Бухгалтер
closing-part-director = Директор
closing-sign-accountant = подпись бухгалтера
closing-sign-director = подпись директора
closing-begun = закрытие начали поздно
closing-signed = ✍️ { $part }: { $name }, { $at }
closing-unsigned = ⬜ { $part }: ещё без подписи
closing-took = С конца последнего дня прошло { $time }.
closing-held-up = · { $what }: { $time }
closing-took-before = Прошлое закрытие заняло { $time }.
length-days = { $days } дн. { $hours } ч
length-hours = { $hours } ч
length-minutes = { $minutes } мин
close-not-ready = Тем временем что-то снова открылось, поэтому подписи нет. Оно в списке выше.
close-other-person = Другую часть подписали вы, а подписать должны двое разных людей. Попросите второго человека: бухгалтера, директора или владельца.
close-ask-excuse = Почему можно закрыть учёт, хотя пункт «{ $what }» не выполнен? Это прочитают те, кто подписывает.
close-ask-rate = Сколько стоил 1 { $currency } в { $base } на { $day }? Напишите так: <code>41,25</code>
close-signed-news = { $name } подписывает закрытие ({ $what }). Нужна ваша подпись.
close-lapsed = { $name } подписывает закрытие ({ $what }). После вашей подписи появились проводки, так что взгляните и подпишите ещё раз.
close-begun-news = { $count ->
    [0] Всё готово: можно подписывать закрытие, { $what }
    [one] Пора закрывать { $what } До закрытия осталось одно:
    [few] Пора закрывать { $what } До закрытия осталось { $count } дела:
   *[other] Пора закрывать { $what } До закрытия осталось { $count } дел:
}
button-close-look = Взглянуть ещё раз
button-close-open = Открыть список
button-close-explain = Объяснить: { $what }
button-close-rate = Курс { $currency }
button-close-sign-accountant = Подписать как бухгалтер
button-close-sign-director = Подписать как директор

## Alerts: what leaders are told by itself
alert-unpaid_order = Заказ { $name }: не оплачено { $amount } за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
  } после закрытия
alert-first_big_purchase = Первая закупка, и сразу большая: { $who }, { $amount }
alert-first_big_purchase_known = Первая большая закупка: { $who }, { $amount }
alert-order_edited = Заказ { $name } изменили после закрытия
alert-order_edited_reopened = Заказ { $name } был закрыт и снова открыт
alert-order_edited_cancelled = Заказ { $name } был закрыт, а теперь отменён
alert-low_margin_order = Заказ { $name } ещё не закрыт, а заработает { $percent } % от { $total }; в плане { $plan } %
alert-low_margin_order_closed = Заказ { $name } закрыли с маржой { $percent } % от { $total }; в плане { $plan } %
alert-low_margin_day = { $day } заработали { $percent } % от { $total }; в плане { $plan } %
alert-low_margin_month = Месяц с { $day } пока зарабатывает { $percent } % от { $total }; в плане { $plan } %
alert-till_over = { $till }: лежит { $amount }
alert-count_short = { $till }: при пересчёте не хватает { $amount } ({ $who })
alert-settlement_late = { $who }: { $amount } задерживается
alert-paid_twice = { $who }: дважды { $amount }, { $day } и { $again }
alert-paid_twice_across = { $who }: дважды { $amount }, раз наличными и раз через банк, { $day } и { $again }
alert-paid_twice_photo = Один чек подтверждает две оплаты на { $amount }: { $day } и { $again }
alert-paid_twice_customer = { $who }: { $amount } заплачено нам второй раз
alert-new_account = { $who }: { $amount } ушло на новый счёт { $account }, раньше был { $was }. Позвоните им перед следующей оплатой.
alert-new_party = Первая оплата: { $who }, { $amount }
alert-odd_refund_over = { $who } возвращает { $amount }: на { $over } больше продажи (№ { $number })
alert-odd_refund_broken = { $who } возвращает { $amount } за продажу, которую потом отменили (№ { $number })
alert-odd_refund_own = { $who } возвращает { $amount } за собственную продажу (№ { $number })
alert-odd_expense = { $kind }: { $amount }, а обычно { $usual }
alert-odd_expense_party = { $who }: { $amount }, а обычно { $usual }
alert-money_short = Деньги закончатся примерно { $day }; сейчас есть { $amount }
alert-money_below = Примерно { $day } останется меньше { $keep }; сейчас есть { $amount }
alert-money_under = Сейчас есть только { $amount }, меньше { $keep }
alert-due = До того нужно заплатить { $due }
alert-source_silent = Счёт { $name } молчит с { $day }
alert-statement_gap = Счёт { $name }: после { $day } не хватает дней, в них прошло { $amount }
alert-books_broken = { $count ->
    [one] Учёт не сходится: { $name }
    [few] Учёт не сходится в { $count } местах, первое: { $name }
   *[other] Учёт не сходится в { $count } местах, первое: { $name }
  }. Ничего больше не проводите, пока не посмотрит инженер: tilly verify
alert-who-unpaid_order = Клиент: { $who }
alert-who-low_margin = Отвечает: { $who }
alert-band = В тот день, вероятнее всего, будет от { $low } до { $high }
alert-margin-short = На { $amount } меньше, чем в плане
alert-largest = Самая большая оплата до этого: { $amount }
alert-edit-total = Сумма: { $before } → { $after }
alert-edit-refunded = Возвращено: { $before } → { $after }
alert-edit-cost = Себестоимость: { $before } → { $after }
alert-edit-vat = НДС: { $before } → { $after }
alert-edit-margin = Маржа: { $before } → { $after }
alert-edit-lines = Изменили товары в нём
alert-edit-closed-at = Изменили день закрытия
alert-edit-who = Кто изменил: { $who }
alert-edit-hours = { $count ->
    [0] Меньше чем через час после закрытия
    [one] Через { $count } час после закрытия
    [few] Через { $count } часа после закрытия
   *[other] Через { $count } часов после закрытия
}
alert-edit-days = { $count ->
    [one] Через { $count } день после закрытия
    [few] Через { $count } дня после закрытия
   *[other] Через { $count } дней после закрытия
}
alert-records = 🔗 { $records }
alert-again = Стало хуже:
alert-is-closed = Улажено
alert-is-snoozed = 💤 Отложено до { $day }
alert-assigned = Занимается { $name }
alert-given = { $name } передаёт это вам:
alert-asked = { $name } спрашивает, почему это изменили. Ответьте на это сообщение или нажмите «Объяснить».
alert-put-back = { $name } хочет, чтобы в CRM вернули, как было. Как только вернут, оповещение закроется само.
alert-unheard = На это ещё никто не откликнулся:
alert-accepted = Принято так, как есть теперь
alert-left = Оставляю, как есть.
alert-ask-explain = Почему так? Напишите; это увидят все, кому я об этом сказала.
alert-whom-assign = Кто этим займётся?
alert-whom-ask = Кого спросить, почему?
alert-was-worse = { $day } стало хуже
alert-was-seen = 👀 { $day } видит { $name }
alert-was-explained = ✏️ { $day } объясняет { $name }
alert-was-snoozed = 💤 { $day } откладывает { $name }
alert-was-assigned = { $day } { $name } передаёт
alert-was-accepted = ✅ { $day } принимает { $name }
alert-was-wanted-back = ↩️ { $day } { $name } просит вернуть, как было
alert-was-useless = { $day } { $name }: лишнее
alert-was-escalated = { $day } никто не откликнулся, позвала руководителей
alert-was-closed = { $day } улажено
alert-was-lapsed = { $day } устарело
alerts-several = { $count ->
    [one] { $count } вещь, которую стоит знать:
    [few] { $count } вещи, которые стоит знать:
   *[other] { $count } вещей, которые стоит знать:
  }
alerts-more = … и ещё { $count }: /alerts
alerts-closed = { $count ->
    [one] Это уладилось:
    [few] Эти уладились:
   *[other] Эти уладились:
  }
alerts-open = { $count ->
    [0] Всё спокойно. О чём и когда оповещать, задаётся ниже.
    [one] <b>{ $count } оповещение открыто</b>
    [few] <b>{ $count } оповещения открыты</b>
   *[other] <b>{ $count } оповещений открыто</b>
  }
alerts-rings = <b>О чём я сама говорю руководителям</b>
  Нажмите, чтобы увидеть, о чём я сказала бы за последний месяц, и включить или выключить.
alerts-quiet = Никого не беспокою: { $night }. Критичное приходит в любое время.
alerts-cap = { $count ->
    [one] Не больше { $count } сообщения в день; критичное не считается.
    [few] Не больше { $count } сообщений в день; критичное не считается.
   *[other] Не больше { $count } сообщений в день; критичное не считается.
  }
alerts-where = Чтобы я говорила в группе или в одной из её тем, напишите там /alerts; /alerts off это отменит.
alerts-night = { $begins }–{ $ends }
alerts-no-night = без тихих часов
alerts-bound = Теперь говорю о важном здесь. /alerts off это отменит.
alerts-unbound = Больше не говорю об этом здесь.
alert-any-amount = любая сумма
alert-unit-money = { $amount }
alert-unit-days = { $count ->
    [0] сразу
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
  }
alert-unit-percent = { $count } %
alert-unit-times = { $count }×
alert-type-days = Сколько дней? Напишите число.
alert-type-percent = Сколько процентов? Напишите число.
alert-type-money = Какая сумма? Напишите её.
alert-type-times = Сколько раз? Напишите число.
alert-type-between = Может быть от { $least } до { $most }.
alert-parameter-days = Дней от закрытия: { $value }
alert-parameter-from = От суммы: { $value }
alert-parameter-plan = Маржа по плану: { $value }
alert-parameter-order_from = Заказы от: { $value }
alert-parameter-limit = Предел: { $value }
alert-parameter-later = Говорю через: { $value }
alert-parameter-within = Обе в пределах: { $value }
alert-parameter-known = Раньше платили не меньше: { $value }
alert-parameter-times = На сколько разбросов выше обычного: { $value }
alert-parameter-ahead = Смотрю вперёд: { $value }
alert-parameter-keep = Должно всегда оставаться: { $value }
alert-tried = { $count ->
    [0] За последние 30 дней не сработало бы ни разу.
    [one] За последние 30 дней сработало бы { $count } раз:
    [few] За последние 30 дней сработало бы { $count } раза:
   *[other] За последние 30 дней сработало бы { $count } раз:
  }
alert-tried-line = • { $day }:
alert-not-tried = Срабатывает, когда ночная проверка учёта что-то находит.
alert-name-unpaid_order = Заказ не оплачен
alert-name-first_big_purchase = Первая большая закупка
alert-name-order_edited = Изменили закрытый заказ
alert-name-low_margin = Маржа ниже плана
alert-name-till_over = Слишком много в кассе
alert-name-count_short = Недостача в кассе
alert-name-settlement_late = Выплата задерживается
alert-name-paid_twice = Оплачено дважды
alert-name-new_account = Новый счёт поставщика
alert-name-new_party = Первая оплата кому-то
alert-name-odd_refund = Странный возврат
alert-name-odd_expense = Необычный расход
alert-name-money_short = Заканчиваются деньги
alert-name-source_silent = Банк молчит
alert-name-statement_gap = Не хватает дней в выписках
alert-name-books_broken = Учёт не сходится
alert-about-unpaid_order = Заказ закрыт столько дней назад, а оплачен не весь.
alert-about-first_big_purchase = Поставщику товара впервые платят столько.
alert-about-order_edited = Деньги, товары или состояние заказа не те, что были при закрытии.
alert-about-low_margin = Заказ, день или месяц зарабатывает меньше, чем в плане. Заказы смотрю и до закрытия, как только известна себестоимость.
alert-about-till_over = В кассе больше наличных, чем должно быть; пора в банк.
alert-about-count_short = Кассу пересчитали, и не хватает столько или больше.
alert-about-settlement_late = Платёжный сервис, курьер или маркетплейс опаздывает против собственного графика.
alert-about-paid_twice = Клиент заплатил дважды; или мы за несколько дней дважды заплатили кому-то ту же сумму, пусть раз наличными и раз через банк, или по одному чеку. Привычные оплаты не считаю.
alert-about-new_account = Поставщику, которому уже платили, платят на другой счёт: так часто мошенничают.
alert-about-new_party = Кому-то, кому ещё никогда не платили, платят столько.
alert-about-odd_refund = Вернули больше, чем оплачено, или тот, кто сам продал, или за отменённую продажу.
alert-about-odd_expense = Оплата намного выше обычных: тому же или за то же самое.
alert-about-money_short = По привычке и ежемесячным оплатам останется меньше, чем должно.
alert-about-source_silent = Выписки счёта перестали приходить.
alert-about-statement_gap = Выписка начинается не с того остатка, которым закончилась предыдущая.
alert-about-books_broken = Ночная проверка нашла то, чего быть не может.
alerts-week = { $count ->
    [0] На прошлой неделе всё было спокойно.
    [one] Прошлая неделя: { $count } оповещение
    [few] Прошлая неделя: { $count } оповещения
   *[other] Прошлая неделя: { $count } оповещений
  }{ $count ->
    [0] {""}
   *[other] , полезных { $useful }, лишних { $useless }, без ответа { $open }.
  }
alerts-week-line = • { $name }: { $told }, полезных { $useful }
alerts-week-advice = «{ $name }» по большей части лишнее. Может, задать другие числа?
button-alerts-rings = О чём говорить
button-alerts-hours = Когда и где
button-alerts-cap = { $count }/день
button-alert-back = ← Ко всем
button-alert-seen = 👀 Вижу
button-alert-explain = ✏️ Объяснить
button-alert-day = 💤 Завтра
button-alert-week = 💤 Через неделю
button-alert-assign = Передать…
button-alert-useless = Лишнее
button-alert-ask = ❓ Спросить
button-alert-accept = ✅ Принять
button-alert-back-in = ↩️ Вернуть
button-alert-keep = ✓ Пусть будет так
button-alert-on = 🔔 Включить
button-alert-off = 🔕 Выключить
button-alert-type-days = Другие дни…
button-alert-type-from = Другая сумма…
button-alert-type-plan = Другая маржа…
button-alert-type-order_from = Другие заказы…
button-alert-type-limit = Другой предел…
button-alert-type-later = Другая задержка…
button-alert-type-within = Другой срок…
button-alert-type-known = Другое число…
button-alert-type-times = Другой разброс…
button-alert-type-ahead = Другие дни…
button-alert-type-keep = Другой запас…
job-send-digests = Утренние и вечерние сводки, письма
