// Text with entities as nodes. Offsets are UTF-16 units, which is what JavaScript counts in.

import { node, toast } from "./dom.js";

const WRAPS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

export function words(text, entities = [], actions = {}) {
  const holder = node("span", { class: "words" });
  fill(holder, text, 0, text.length, [...entities].sort(
    (one, other) => one.offset - other.offset || other.length - one.length), actions);
  return holder;
}

function fill(holder, text, start, end, entities, actions) {
  let place = start;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const stop = entity.offset + entity.length;
    if (entity.offset < place || stop > end) continue;
    holder.append(text.slice(place, entity.offset));
    const inside = entities.slice(index + 1).filter(
      (each) => each.offset >= entity.offset && each.offset + each.length <= stop);
    const wrapped = wrap(entity, text.slice(entity.offset, stop), actions);
    fill(wrapped, text, entity.offset, stop, inside, actions);
    holder.append(wrapped);
    place = stop;
  }
  holder.append(text.slice(place, end));
}

function wrap(entity, said, actions) {
  const copies = { onclick: () => { navigator.clipboard?.writeText(said); toast("Copied"); } };
  switch (entity.type) {
    case "code": case "pre": return node(WRAPS[entity.type], copies);
    case "text_link": return link(entity.url, actions);
    case "url": return link(said, actions);
    case "bot_command":
      return node("span", { class: "link", onclick: () => actions.types?.(said) });
    case "mention": case "hashtag": case "email": case "text_mention": case "cashtag":
      return node("span", { class: "link" });
    case "spoiler": {
      const hidden = node("span", { class: "spoiler" });
      hidden.addEventListener("click", () => hidden.classList.add("is-open"));
      return hidden;
    }
    default: return node(WRAPS[entity.type] || "span");
  }
}

// An address opens outside, but for a bot's own deep link: that is opened here, as this person.
export function link(url, actions) {
  if (/^(https?:\/\/)?(t|telegram)\.me\/\w+(\?start(group)?(=|$)|$)/.test(url)) {
    return node("span", { class: "link", onclick: () => actions.opens?.(url) });
  }
  const safe = /^https?:\/\//.test(url) ? url : null;
  return node("a", { href: safe, target: "_blank", rel: "noopener noreferrer" });
}
