// One person's view of one chat.

import { get, post, upload } from "./api.js";
import { ask, menuAt, node, toast } from "./dom.js";
import { bubble } from "./message.js";
import { words } from "./words.js";

const FACES = ["👍", "👎", "❤", "🔥", "👀"];
const dayName = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

export class Pane {
  constructor(house, person, chat) {
    this.house = house;
    this.person = person;
    this.chat = chat;
    this.about = null; // what is replied to or edited
    this.actions = {
      types: (text) => this.say(text),
      opens: (url) => house.opensLink(this, url),
    };
    this.talk = node("div", { class: "talk" });
    this.doing = node("div", { class: "doing" });
    this.field = node("textarea", { rows: 1, placeholder: "Message", "aria-label": "Message" });
    this.head = node("div", { class: "pane-head" });
    this.aboutLine = node("div", { class: "about", hidden: "" });
    this.replyKeys = node("div", { class: "reply-keys keys", hidden: "" });
    this.topics = node("nav", { class: "topics", hidden: "", "aria-label": "Topics" });
    this.draft = node("div", { class: "message draft", hidden: "" });
    this.element = node("section", { class: "pane" }, this.head, this.topics, this.talk, this.doing,
      this.aboutLine, this.composer(), this.replyKeys);
    this.takesDrops();
    this.staysDown();
  }

  // Who reads the newest keeps it in sight while panes narrow and pictures arrive.
  staysDown() {
    this.isDown = true;
    this.talk.addEventListener("scroll", () => {
      this.isDown = this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight < 120;
    });
    const again = () => { if (this.isDown) this.down(); };
    new ResizeObserver(again).observe(this.talk);
    this.talk.addEventListener("load", again, true);
  }

  composer() {
    const picker = node("input", { type: "file", multiple: "", hidden: "" });
    picker.addEventListener("change", () => { this.sends([...picker.files]); picker.value = ""; });
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.submit();
      } else if (event.key === "Escape") this.setAbout(null);
    });
    this.field.addEventListener("input", () => this.fits());
    this.field.addEventListener("paste", (event) => {
      if (event.clipboardData.files.length) this.sends([...event.clipboardData.files]);
    });
    return node("div", { class: "composer" }, picker,
      node("button", { class: "tool", title: "Attach", onclick: () => picker.click() }, "📎"),
      node("button", { class: "tool", title: "Commands", onclick: (e) => this.commands(e) }, "/"),
      this.field,
      node("button", { class: "send", title: "Send", onclick: () => this.submit() }, "➤"));
  }

  fits() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight + 2}px`;
  }

  async show() {
    this.drawHead();
    const found = await get(`/sandbox/messages?chat=${encodeURIComponent(this.chat.key)}`);
    this.messages = new Map(found.messages.map((message) => [message.message_id, message]));
    this.draw();
  }

  drawHead() {
    const { people, chats } = this.house.state;
    const who = node("select", { class: "who", title: "Who you are" }, ...people.map(
      (person) => node("option", { value: person.id }, person.first_name)));
    who.value = this.person.id;
    who.addEventListener("change", () => this.house.turns(this, Number(who.value), null));
    const mine = this.house.chatsOf(this.person);
    const where = node("select", { class: "where", title: "Which chat" }, ...mine.map(
      (chat) => node("option", { value: chat.key }, this.house.nameOf(chat))));
    where.value = this.chat.key;
    where.addEventListener("change", () => this.house.turns(this, this.person.id, where.value));
    this.chat = chats.find((chat) => chat.key === this.chat.key) ?? this.chat;
    this.drawTopics();
    this.head.replaceChildren(who, where,
      node("button", { title: "More", onclick: (event) => this.more(event) }, "⋯"));
  }

  // In a forum one topic is shown at a time; null shows them all together.
  drawTopics() {
    const topics = this.chat.topics ?? [];
    this.topics.hidden = !topics.length;
    if (!topics.some((topic) => topic.id === this.thread)) this.thread = null;
    const tab = (id, name) => node("button", {
      class: id === this.thread ? "is-on" : "",
      onclick: () => { this.thread = id; this.drawTopics(); this.draw(); },
    }, name);
    this.topics.replaceChildren(tab(null, "All"),
      ...topics.map((topic) => tab(topic.id, `${topic.is_closed ? "🔒 " : "# "}${topic.name}`)));
  }

  isShown(message) {
    if (message.receiver_user && message.receiver_user.id !== this.person.id) return false;
    return !this.thread || message.message_thread_id === this.thread || message.message_id === this.thread;
  }

  draw() {
    if (!this.messages) return;
    this.talk.replaceChildren();
    this.lastDay = "";
    if (!this.messages.size) {
      this.talk.append(node("button", { class: "quiet", onclick: () => this.act({ do: "start" }) },
        this.chat.type === "private" ? "Start" : "Nothing here yet"));
    }
    for (const message of this.messages.values()) this.append(message);
    this.down();
  }

  append(message) {
    if (!this.isShown(message)) return;
    const day = dayName.format(new Date(message.date * 1000));
    if (day !== this.lastDay) this.talk.append(node("div", { class: "day" }, day));
    this.lastDay = day;
    this.talk.append(bubble(message, this));
    this.takesKeyboard(message);
  }

  takes(event) {
    if (event.type === "action") {
      this.doing.textContent = event.action === "typing" ? "typing…" : `${event.action}…`;
      clearTimeout(this.idle);
      this.idle = setTimeout(() => { this.doing.textContent = ""; }, 5000);
      return;
    }
    if (event.type === "draft") { this.showsDraft(event); return; }
    const { message } = event;
    if (!message || !this.messages) return;
    if (event.type === "message") this.draft.hidden = true;
    const isNew = !this.messages.has(message.message_id);
    this.messages.set(message.message_id, message);
    const there = this.talk.querySelector(`[data-id="${message.message_id}"]`);
    const isDown = this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight < 120;
    if (there) {
      there.replaceWith(bubble(message, this));
      if (isDown) this.down();
    }
    else if (isNew) {
      if (this.messages.size === 1) this.talk.replaceChildren();
      this.append(message);
      this.doing.textContent = "";
      this.down();
    }
  }

  // A text that the bot is still writing; the finished message takes its place.
  showsDraft(event) {
    this.draft.replaceChildren(node("div", { class: "bubble" },
      words(event.text || "…", event.entities, this.actions)));
    this.draft.hidden = false;
    this.talk.append(this.draft);
    this.down();
    clearTimeout(this.drafting);
    this.drafting = setTimeout(() => { this.draft.hidden = true; }, 30000);
  }

  takesKeyboard(message) {
    const markup = message.reply_markup;
    if (markup?.force_reply && message.from?.is_bot) {
      this.setAbout({ replies: message.message_id }, message.text ?? "");
    }
    if (markup?.remove_keyboard) this.replyKeys.hidden = true;
    if (!markup?.keyboard) return;
    this.replyKeys.hidden = false;
    this.replyKeys.replaceChildren(...markup.keyboard.map((row) => node("div",
      { class: "keys-row" }, ...row.map((button) => node("button",
        { class: "key", onclick: () => this.presses(button) }, button.text)))));
  }

  down() { requestAnimationFrame(() => { this.talk.scrollTop = this.talk.scrollHeight; }); }

  async act(what) {
    try {
      return await post("/sandbox/act", { as: this.person.id, chat: this.chat.key, ...what });
    } catch (error) { toast(error.message); return null; }
  }

  say(text) { return this.act({ do: "text", text, thread_id: this.thread }); }

  presses(button) {
    if (button.request_contact) return this.act({ do: "contact", phone_number: "+380501112233" });
    return this.say(button.text);
  }

  async submit() {
    const text = this.field.value.trim();
    if (!text) return;
    const about = this.about;
    this.field.value = "";
    this.fits();
    this.setAbout(null);
    if (about?.edits) await this.act({ do: "edit", message_id: about.edits, text });
    else await this.act({ do: "text", text, reply_to: about?.replies, thread_id: this.thread });
  }

  async sends(files) {
    const every = (kind) => files.every((file) => kind.test(file.type));
    const kind = every(/^image\/(png|jpeg)$/) ? "photo" : every(/^audio\/ogg/) ? "voice" : "document";
    try {
      await upload({
        as: this.person.id, chat: this.chat.key, kind,
        ...(this.thread ? { thread_id: this.thread } : {}),
        caption: this.field.value.trim(),
      }, files);
      this.field.value = "";
    } catch (error) { toast(error.message); }
  }

  takesDrops() {
    this.element.addEventListener("dragover", (event) => {
      event.preventDefault();
      this.element.classList.add("is-over");
    });
    for (const name of ["dragleave", "drop"]) {
      this.element.addEventListener(name, () => this.element.classList.remove("is-over"));
    }
    this.element.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length) this.sends([...event.dataTransfer.files]);
    });
  }

  setAbout(about, text = "") {
    this.about = about;
    this.aboutLine.hidden = !about;
    if (about) {
      this.aboutLine.replaceChildren(node("span", {}, `${about.edits ? "Edit" : "Reply"}: ${text}`),
        node("button", { onclick: () => this.setAbout(null) }, "✕"));
      this.field.focus();
    }
  }

  offers(event, message, own) {
    const text = message.text ?? message.caption ?? "";
    const id = message.message_id;
    menuAt(event.clientX, event.clientY,
      node("div", { class: "faces" }, ...FACES.map((emoji) => node("button",
        { onclick: () => this.act({ do: "react", message_id: id, emoji }) }, emoji))),
      node("button", { onclick: () => this.setAbout({ replies: id }, text) }, "Reply"),
      own ? node("button", {
        onclick: () => { this.setAbout({ edits: id }, text); this.field.value = text; this.fits(); },
      }, "Edit") : null,
      node("button", { onclick: () => this.act({ do: "delete", message_id: id }) }, "Delete"));
  }

  async commands(event) {
    const found = await get(`/sandbox/commands?chat=${encodeURIComponent(this.chat.key)}&as=${this.person.id}`);
    const listed = found.commands.length ? found.commands : [{ command: "start", description: "" }];
    menuAt(event.clientX, event.clientY - 40 * listed.length, ...listed.map((each) => node("button",
      { onclick: () => this.say(`/${each.command}`) }, `/${each.command} `,
      node("small", {}, each.description))));
  }

  more(event) {
    const items = [];
    if (this.chat.type === "private") {
      const word = this.chat.blocked ? "Unblock" : "Block";
      items.push(node("button", { onclick: () => this.act({ do: word.toLowerCase() }) },
        `${word} the bot`));
    } else {
      const changes = [["promote_bot", "Make the bot an administrator"], ["kick_bot", "Throw the bot out"],
        ["leave", "Leave the group"]];
      for (const [action, label] of changes) {
        items.push(node("button", {
          onclick: () => post(`/sandbox/groups/${this.chat.id}/members`, { user_id: this.person.id, action })
            .catch((error) => toast(error.message)),
        }, label));
      }
      items.push(node("button", { onclick: () => this.addMember() }, "Add somebody"));
      if (this.chat.type === "group") {
        items.push(node("button", {
          onclick: () => post(`/sandbox/groups/${this.chat.id}/upgrade`, {}).catch((e) => toast(e.message)),
        }, "Upgrade to a supergroup"));
      }
      items.push(node("button", { onclick: () => this.newTopic() }, "New topic"));
    }
    items.push(node("button", { onclick: () => this.house.closes(this) }, "Close this pane"));
    menuAt(event.clientX - 120, event.clientY + 12, ...items);
  }

  async addMember() {
    const others = this.house.state.people.filter((each) => !this.chat.member_ids.includes(each.id));
    if (!others.length) { toast("Everybody is here already"); return; }
    const answer = await ask("Add to the group", [{
      name: "who", label: "Who", options: others.map((each) => [each.id, each.first_name]),
    }]);
    if (answer?.who) {
      await post(`/sandbox/groups/${this.chat.id}/members`, { user_id: Number(answer.who), action: "join" });
    }
  }

  async newTopic() {
    const answer = await ask("New topic", [{ name: "name", label: "Name" }]);
    if (answer?.name) await post(`/sandbox/groups/${this.chat.id}/topics`, answer);
  }
}
