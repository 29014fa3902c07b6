// One message as a bubble.

import { alertBox, node, toast } from "./dom.js";
import { link, words } from "./words.js";

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

export function bubble(message, pane) {
  const service = serviceText(message);
  if (service) return node("div", { class: "service", "data-id": message.message_id }, service);
  const own = message.from?.id === pane.person.id;
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const parts = [
    own || pane.chat.type === "private" ? null
      : node("span", { class: "by" }, message.from?.first_name ?? ""),
    forwarded(message.forward_origin),
    quote(message.reply_to_message),
    picture(message),
    file(message, "document", "⬇"), voice(message), contact(message.contact),
    message.receiver_user ? node("span", { class: "forwarded" }, "Only you see this") : null,
    message.rich_message ? rich(message.rich_message) : null,
    message.deleted ? "deleted" : words(text, entities, pane.actions),
    node("span", { class: "stamp" },
      `${message.edit_date ? "edited " : ""}${clock.format(new Date(message.date * 1000))}`),
    reactions(message),
  ];
  const inner = node("div", {
    class: `bubble${message.photo ? " has-picture" : ""}`,
    oncontextmenu: (event) => { event.preventDefault(); pane.offers(event, message, own); },
    ondblclick: (event) => pane.offers(event, message, own),
  }, ...parts);
  return node("div", {
    class: `message${own ? " is-own" : ""}${message.deleted ? " is-deleted" : ""}`,
    "data-id": message.message_id,
  }, inner, message.deleted ? null : keys(message, pane));
}

function serviceText(message) {
  if (message.new_chat_members) return `${message.new_chat_members[0].first_name} joined`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} left`;
  if (message.migrate_to_chat_id) return "The group was upgraded to a supergroup";
  if (message.migrate_from_chat_id) return "Upgraded from a group";
  if (message.pinned_message) {
    return `${message.from?.first_name ?? "Somebody"} pinned “${(message.pinned_message.text
      ?? message.pinned_message.caption ?? "a file").slice(0, 60)}”`;
  }
  if (message.forum_topic_created) return `Topic “${message.forum_topic_created.name}”`;
  return null;
}

function forwarded(origin) {
  if (!origin) return null;
  const from = origin.sender_user?.first_name ?? origin.sender_user_name ?? "somebody";
  return node("span", { class: "forwarded" }, `Forwarded from ${from}`);
}

function contact(shared) {
  return shared
    ? node("span", { class: "contact" }, node("b", {}, shared.first_name), node("br"), shared.phone_number)
    : null;
}

function quote(replied) {
  if (!replied) return null;
  const said = replied.text ?? replied.caption ?? "media";
  return node("span", { class: "quote" }, `${replied.from?.first_name ?? ""}: ${said}`);
}

function picture(message) {
  if (!message.photo) return null;
  const largest = message.photo.at(-1);
  const source = `/sandbox/files/${largest.file_id}`;
  const shown = node("img", {
    src: source, alt: message.caption ?? "photo", loading: "eager",
    width: largest.width, height: largest.height,
  });
  shown.style.height = "auto";
  shown.addEventListener("click", () => {
    const viewer = node("dialog", { class: "viewer" }, node("img", { src: source, alt: "" }));
    viewer.addEventListener("click", () => viewer.remove());
    document.body.append(viewer);
    viewer.showModal();
  });
  return shown;
}

function file(message, kind, mark) {
  const found = message[kind];
  if (!found) return null;
  const size = found.file_size > 1e6
    ? `${(found.file_size / 1e6).toFixed(1)} MB` : `${Math.ceil(found.file_size / 1e3)} kB`;
  return node("a", {
    class: "file", href: `/sandbox/files/${found.file_id}`, download: found.file_name ?? "file",
  }, node("span", { class: "file-mark" }, mark), node("span", {}, found.file_name ?? "file",
    node("br"), node("small", {}, size)));
}

function voice(message) {
  const found = message.voice ?? message.audio;
  return found
    ? node("audio", { controls: "", src: `/sandbox/files/${found.file_id}` }) : null;
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  return node("div", { class: "reactions" },
    ...message.reactions.map((each) => node("span", {}, each.emoji)));
}

function rich(content) {
  return node("div", { class: "rich" }, ...content.blocks.map((block) => {
    if (block.type === "heading") return node(`h${block.size}`, {}, block.text);
    if (block.type === "table") return table(block);
    return node("p", {}, block.text);
  }));
}

function table(block) {
  const rows = block.cells.map((row) => node("tr", {}, ...row.map((cell) => node(
    cell.is_header ? "th" : "td", { style: `text-align: ${cell.align}` }, cell.text))));
  return node("div", { class: "table" }, node("table", {
    class: [block.is_striped && "is-striped", block.is_bordered && "is-bordered"]
      .filter(Boolean).join(" "),
  }, ...rows));
}

function keys(message, pane) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return node("div", { class: "keys" }, ...rows.map((row) => node("div", { class: "keys-row" },
    ...row.map((button) => key(button, message, pane)))));
}

function key(button, message, pane) {
  const made = node("button", {
    class: `key${button.style ? ` is-${button.style}` : ""}`, title: button.text,
    disabled: button.disabled ? "" : null,
  }, button.text + (button.url ? " ↗" : "") + (button.copy_text ? " 📋" : ""));
  made.addEventListener("click", async () => {
    if (button.url) { link(button.url, pane.actions).click(); return; }
    if (button.copy_text) {
      await navigator.clipboard?.writeText(button.copy_text.text);
      toast("Copied");
      return;
    }
    made.classList.add("is-waiting");
    try {
      const answer = await pane.act({
        do: "press", message_id: message.message_id, data: button.callback_data,
      });
      if (answer?.text) (answer.show_alert ? alertBox : toast)(answer.text);
    } finally { made.classList.remove("is-waiting"); }
  });
  return made;
}
