// Build nodes without ever reading outside text as markup.

export function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "class") made.className = value;
    else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function toast(text) {
  const shown = node("div", { class: "toast" }, text);
  document.querySelector(".toasts").append(shown);
  setTimeout(() => shown.remove(), 3500);
}

export function alertBox(text) {
  const box = node("dialog", {},
    node("form", { method: "dialog" },
      node("div", {}, text),
      node("div", { class: "row" }, node("button", { class: "main" }, "OK"))));
  document.body.append(box);
  box.addEventListener("close", () => box.remove());
  box.showModal();
}

// Ask for some fields; gives an object, or null when the person thinks better of it.
export function ask(title, fields) {
  return new Promise((done) => {
    const inputs = fields.map((field) => {
      const input = field.options
        ? node("select", { name: field.name, multiple: field.multiple ? "" : null },
          ...field.options.map(([value, label]) => node("option", { value }, label)))
        : node("input", { name: field.name, value: field.value || "", autocomplete: "off" });
      return [field, input];
    });
    const box = node("dialog", {},
      node("form", { method: "dialog" },
        node("strong", {}, title),
        ...inputs.map(([field, input]) => node("label", {}, field.label, input)),
        node("div", { class: "row" },
          node("button", { value: "", formnovalidate: "" }, "Cancel"),
          node("button", { class: "main", value: "ok" }, "OK"))));
    document.body.append(box);
    box.addEventListener("close", () => {
      const answer = {};
      for (const [field, input] of inputs) {
        answer[field.name] = field.multiple
          ? [...input.selectedOptions].map((option) => option.value) : input.value;
      }
      box.remove();
      done(box.returnValue === "ok" ? answer : null);
    });
    box.showModal();
  });
}

export function menuAt(x, y, ...items) {
  document.querySelector(".menu")?.remove();
  const menu = node("div", { class: "menu" }, ...items);
  document.body.append(menu);
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(4, Math.min(x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(4, Math.min(y, innerHeight - height - 8))}px`;
  const away = (event) => {
    if (menu.contains(event.target) && !event.target.closest("button")) return;
    setTimeout(() => menu.remove());
    document.removeEventListener("click", away, true);
  };
  setTimeout(() => document.addEventListener("click", away, true));
}
