// All panes, the people and chats they may show, and what happens meanwhile.

import { follow, get, post } from "./api.js";
import { ask, node, toast } from "./dom.js";
import { Pane } from "./pane.js";

class House {
  constructor() {
    this.panes = [];
    this.room = document.querySelector(".panes");
    this.tabs = document.querySelector(".tabs");
  }

  async begin() {
    await this.look();
    const wanted = new URLSearchParams(location.search).getAll("pane");
    const people = (new URLSearchParams(location.search).get("as") ?? "").split(",");
    const found = [...wanted, ...people.filter(Boolean).map((id) => `${id}:`)]
      .map((each) => this.find(each)).filter(Boolean);
    const first = this.state.people.slice(0, 3).map((person) => [person, this.chatsOf(person)[0]]);
    for (const [person, chat] of found.length ? found : first) {
      if (chat) await this.opens(person, chat);
    }
    follow(this.state.last, (event) => this.hears(event), () => this.again());
  }

  async look() {
    this.state = await get("/sandbox/state");
    return this.state;
  }

  async again() {
    await this.look();
    for (const pane of this.panes) await pane.show();
    return this.state;
  }

  // "olga:shop_bot" or "olga:Leaders": a person and what he looks at.
  find(text) {
    const [who, ...rest] = text.toLowerCase().split(":");
    const where = rest.join(":");
    const person = this.state.people.find((each) => String(each.id) === who
      || each.username?.toLowerCase() === who || each.first_name.toLowerCase() === who);
    if (!person) return null;
    const chats = this.chatsOf(person);
    return [person, chats.find((chat) => this.nameOf(chat).toLowerCase() === where
      || this.botOf(chat)?.username.toLowerCase() === where) ?? chats[0]];
  }

  botOf(chat) {
    return chat.type === "private" ? this.state.bots.find((bot) => bot.id === chat.bot_id) : null;
  }

  nameOf(chat) { return this.botOf(chat)?.first_name ?? chat.title; }

  // A person's groups, and a private chat with each bot, whether it was begun or not.
  chatsOf(person) {
    const own = this.state.bots.map((bot) => {
      const key = `p:${bot.id}:${person.id}`;
      return this.state.chats.find((chat) => chat.key === key)
        ?? { key, id: person.id, type: "private", bot_id: bot.id, user_id: person.id };
    });
    const groups = this.state.chats.filter((chat) => chat.type !== "private"
      && chat.member_ids.includes(person.id) && !chat.migrated_to);
    return [...own, ...groups];
  }

  async opens(person, chat) {
    const pane = new Pane(this, person, chat);
    this.panes.push(pane);
    this.room.append(pane.element);
    await pane.show();
    this.picks(pane);
    return pane;
  }

  closes(pane) {
    this.panes = this.panes.filter((each) => each !== pane);
    pane.element.remove();
    if (this.panes.length) this.picks(this.panes[0]);
    this.drawTabs();
  }

  async turns(pane, personId, key) {
    const person = this.state.people.find((each) => each.id === personId);
    const chats = this.chatsOf(person);
    pane.person = person;
    pane.chat = chats.find((chat) => chat.key === key) ?? chats[0];
    await pane.show();
    this.drawTabs();
  }

  async opensLink(pane, url) {
    const group = pane.chat.type === "private" ? null : pane.chat.key;
    const opened = await post("/sandbox/link", { as: pane.person.id, url, chat: group })
      .catch((error) => { toast(error.message); return null; });
    if (opened && pane.chat.key !== opened.chat) {
      await this.look();
      await this.turns(pane, pane.person.id, opened.chat);
    }
  }

  async hears(event) {
    if (["chat", "person"].includes(event.type)) {
      await this.look();
      for (const pane of this.panes) pane.drawHead();
      this.drawTabs();
    }
    for (const pane of this.panes.filter((each) => each.chat.key === event.chat)) {
      pane.takes(event);
      if (event.type === "message" && pane !== this.picked) pane.isNew = true;
    }
    this.drawTabs();
  }

  picks(pane) {
    this.picked = pane;
    pane.isNew = false;
    for (const each of this.panes) each.element.classList.toggle("is-on", each === pane);
    this.drawTabs();
    pane.down();
  }

  drawTabs() {
    this.tabs.replaceChildren(...this.panes.map((pane) => node("button", {
      class: `${pane === this.picked ? "is-on" : ""}${pane.isNew ? " is-new" : ""}`,
      onclick: () => this.picks(pane),
    }, pane.person.first_name)));
  }

  async addPane() {
    const people = this.state.people.map((person) => [person.id, person.first_name]);
    const answer = await ask("Open a chat", [{ name: "who", label: "As", options: people }]);
    const person = this.state.people.find((each) => each.id === Number(answer?.who));
    if (person) await this.opens(person, this.chatsOf(person)[0]);
  }

  async addPerson() {
    const answer = await ask("New person", [
      { name: "first_name", label: "Name" },
      { name: "language_code", label: "Language", options: [["en", "English"], ["uk", "Українська"], ["ru", "Русский"]] },
    ]);
    if (!answer?.first_name) return;
    const person = await post("/sandbox/people", answer);
    await this.look();
    await this.opens(person, this.chatsOf(person)[0]);
  }

  async addGroup() {
    const people = this.state.people.map((person) => [person.id, person.first_name]);
    const answer = await ask("New group", [
      { name: "title", label: "Title" },
      { name: "member_ids", label: "Members, the creator first", options: people, multiple: true },
    ]);
    if (!answer?.title || !answer.member_ids.length) return;
    const chat = await post("/sandbox/groups", {
      ...answer, member_ids: answer.member_ids.map(Number),
      bot_ids: this.state.bots.map((bot) => bot.id),
    });
    await this.look();
    const creator = this.state.people.find((each) => each.id === chat.member_ids[0]);
    await this.opens(creator, chat);
  }
}

const house = new House();
const does = {
  "add-pane": () => house.addPane(), "add-person": () => house.addPerson(),
  "add-group": () => house.addGroup(),
};
for (const button of document.querySelectorAll("[data-do]")) {
  button.addEventListener("click", () => does[button.dataset.do]());
}
house.begin().catch((error) => toast(error.message));
