// Typing that lasts: what is typed is kept in this browser at once, and told to the server a moment after the last key.
function made(tag, attributes = {}, ...children) {
  const one = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name in one && name !== "list" && name !== "role") one[name] = value;
    else one.setAttribute(name, value);
  }
  one.append(...children.filter((child) => child !== null));
  return one;
}

const { drafts } = window.ineen;

class Typing {
  constructor(parent, name) {
    this.host = parent.appendChild(made("div", { className: `ineen ${name}` }));
    this.typed = {};
    this.leaving = (event) => Object.keys(this.typed).length && event.preventDefault();
    addEventListener("beforeunload", this.leaving);
    this.found = () => this.data && this.offer();
    document.addEventListener("ineen-drafts", this.found);
  }

  show(data, tell) {
    this.tell = tell;
    const before = this.data;
    this.data = data;
    const here = before && before.scope === data.scope;
    if (!here || before.generation !== data.generation) this.begin(here);
    // The fields stay where they are, with the cursor in one of them, unless something else is to be shown.
    if (!here || this.drawn !== this.outline()) this.draw();
    this.drawn = this.outline();
    this.refresh();
    this.offer();
  }

  begin(here) {
    const { typed, settled, known } = this.data;
    // What was typed while the server saved, threw away or was away is newer than what it settled, and stays.
    const mine = Object.entries(here ? this.typed : drafts.get(this.data.scope)).filter(([id]) => known.includes(id));
    const newer = mine.flatMap(([id, row]) => Object.entries(row).map(([name, value]) => ({ id, name, value }))).filter((one) => settled[one.id]?.[one.name] !== one.value);
    this.typed = structuredClone(typed);
    this.sent = JSON.stringify(typed);
    for (const { id, name, value } of newer) (this.typed[id] ??= {})[name] = value;
    // Of what was saved or thrown away here nothing is left to put back.
    if (here || newer.length) this.send(0);
  }

  // The draft is kept at once; the server hears of it a moment after the last key.
  send(wait) {
    drafts.keep(this.data.scope, this.typed);
    clearTimeout(this.timer);
    const words = JSON.stringify(this.typed);
    if (words === this.sent) return;
    this.timer = setTimeout(() => {
      this.sent = words;
      this.tell("typed", { generation: this.data.generation, cells: structuredClone(this.typed) });
    }, wait);
  }

  // What of a draft is not here: it is offered beside what was typed since, and takes nothing of that away.
  lost(draft) {
    const differs = (id, name, value) => (this.typed[id]?.[name] ?? this.stored?.(id, name)) !== value;
    const rows = Object.entries(draft.typed).map(([id, row]) => [id, Object.entries(row).filter(([name, value]) => differs(id, name, value))]);
    return rows.filter(([, cells]) => cells.length).map(([id, cells]) => [id, Object.fromEntries(cells)]);
  }

  offer() {
    const found = drafts.left(this.data.scope).find((one) => this.lost(one).length);
    this.aside.hidden = !found;
    if (!found) return;
    const { words } = this.data;
    const at = new Date(found.at).toLocaleString(this.data.language, { weekday: "short", hour: "2-digit", minute: "2-digit" });
    const put = made("button", { type: "button", className: "quiet", textContent: words.put, onclick: () => this.putBack(found) });
    const drop = made("button", { type: "button", className: "quiet", textContent: words.drop, onclick: () => drafts.without(found, Object.keys(found.typed)) });
    this.aside.replaceChildren(made("strong", { textContent: words.kept.replace("{when}", at) }), " ", put, " ", drop);
  }

  putBack(found) {
    const known = new Set(this.data.known);
    const lost = this.lost(found);
    for (const [id, row] of lost) if (known.has(id)) this.typed[id] = { ...this.typed[id], ...row };
    this.tellLost(lost.filter(([id]) => !known.has(id)).map(([, row]) => Object.values(row)));
    this.send(0);
    drafts.without(found, Object.keys(found.typed));
    this.refresh(null);
  }

  tellLost() {}

  leave() {
    removeEventListener("beforeunload", this.leaving);
    document.removeEventListener("ineen-drafts", this.found);
    clearTimeout(this.timer);
  }
}

function mounted(Kind) {
  return function ({ parentElement, data, setStateValue }) {
    dress(parentElement.getRootNode());
    parentElement.typing ??= new Kind(parentElement);
    parentElement.typing.show(data, setStateValue);
    return () => {
      parentElement.typing?.leave();
      parentElement.typing?.host.remove();
      parentElement.typing = undefined;
    };
  };
}
