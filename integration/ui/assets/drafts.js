// Typing that lasts: what is typed is kept in this browser at once, per person, thing and tab, and told to the server a moment after the last key.
const DRAFTS = "ineen.draft/";

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

// Two tabs never write over each other's.
function tabName() {
  try {
    const known = sessionStorage.getItem("ineen.tab") || String(Date.now()) + Math.random().toString(36).slice(2, 8);
    sessionStorage.setItem("ineen.tab", known);
    return known;
  } catch {
    return "";
  }
}

const drafts = {
  keep(scope, typed) {
    try {
      const key = `${DRAFTS}${scope}/${tabName()}`;
      if (Object.keys(typed).length) localStorage.setItem(key, JSON.stringify({ at: Date.now(), typed }));
      else localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing still has what the session holds.
    }
  },
  newest(scope) {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${DRAFTS}${scope}/`));
      const own = `${DRAFTS}${scope}/${tabName()}`;
      const found = keys.map((key) => ({ key, own: key === own, ...JSON.parse(localStorage.getItem(key)) }));
      return found.sort((one, other) => other.own - one.own || other.at - one.at)[0];
    } catch {
      return undefined;
    }
  },
  own(scope) {
    try {
      return JSON.parse(localStorage.getItem(`${DRAFTS}${scope}/${tabName()}`))?.typed;
    } catch {
      return undefined;
    }
  },
  drop(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // As above.
    }
  },
};

class Typing {
  constructor(parent, name) {
    this.host = parent.appendChild(made("div", { className: `ineen ${name}` }));
    this.typed = {};
    this.leaving = (event) => Object.keys(this.typed).length && event.preventDefault();
    addEventListener("beforeunload", this.leaving);
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
    // What was typed while the server saved or threw away is newer than what it settled, and stays.
    const newer = here ? Object.entries(this.typed).filter(([id]) => known.includes(id)).flatMap(([id, row]) => Object.entries(row).map(([name, value]) => ({ id, name, value }))).filter((one) => settled[one.id]?.[one.name] !== one.value) : [];
    this.typed = structuredClone(typed);
    this.sent = JSON.stringify(typed);
    for (const { id, name, value } of newer) (this.typed[id] ??= {})[name] = value;
    // Of what was saved or thrown away here nothing is left to put back.
    if (here) this.send(0);
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

  offer() {
    const found = Object.keys(this.typed).length ? undefined : drafts.newest(this.data.scope);
    this.aside.hidden = !found;
    if (!found) return;
    const { words } = this.data;
    const at = new Date(found.at).toLocaleString(this.data.language, { weekday: "short", hour: "2-digit", minute: "2-digit" });
    const put = made("button", { type: "button", className: "quiet", textContent: words.put, onclick: () => this.putBack(found) });
    const drop = made("button", { type: "button", className: "quiet", textContent: words.drop, onclick: () => { drafts.drop(found.key); this.offer(); } });
    this.aside.replaceChildren(made("strong", { textContent: words.kept.replace("{when}", at) }), " ", put, " ", drop);
  }

  putBack(found) {
    drafts.drop(found.key);
    const known = new Set(this.data.known);
    const cells = Object.entries(found.typed);
    this.typed = Object.fromEntries(cells.filter(([id]) => known.has(id)));
    this.tellLost(cells.filter(([id]) => !known.has(id)).map(([, row]) => Object.values(row)));
    this.send(0);
    this.refresh(null);
    this.offer();
  }

  tellLost() {}

  leave() {
    removeEventListener("beforeunload", this.leaving);
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
