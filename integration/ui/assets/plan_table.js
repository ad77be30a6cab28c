// The update table: cells are plain fields, so that any words can be typed and pasted; the server reads them and says at the cell what it did not understand.
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

// Drafts stay in this browser, per person, plan and tab: two tabs never write over each other's.
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
  drop(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // As above.
    }
  },
};

// Rows and cells of what a spreadsheet, a web page or a text puts on the clipboard; a quoted cell may hold tabs and lines.
function rowsOf(text) {
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
  while (cell.lastIndex < text.length) {
    const [, quoted, plain, end] = cell.exec(text);
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end && end !== "\t" && cell.lastIndex < text.length) rows.push([]);
    if (!end) break;
  }
  return rows;
}

class Sheet {
  constructor(parent) {
    this.host = parent.appendChild(made("div", { className: "ineen sheet" }));
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
    // The fields stay where they are, with the cursor in one of them, unless other milestones are shown.
    if (!here || JSON.stringify(before.rows.map((row) => row.id)) !== JSON.stringify(data.rows.map((row) => row.id))) this.draw();
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

  draw() {
    const { columns, rows, words } = this.data;
    const head = made("tr", {}, made("th", { scope: "col", textContent: words.milestone }), ...columns.map((one) => made("th", { scope: "col", textContent: one.label, className: one.kind })));
    const body = made("tbody", {}, ...rows.map((row) => this.row(row)));
    this.aside = made("div", { className: "notice", hidden: true });
    this.told = made("p", { className: "notice", hidden: true, role: "status" });
    const table = made("table", { "aria-label": words.table }, made("thead", {}, head), body);
    this.host.replaceChildren(this.aside, made("div", { className: "scroll" }, table), this.told);
  }

  row(row) {
    const { columns, words } = this.data;
    const title = made("th", { scope: "row" }, made("span", { className: "code", textContent: row.code }), ` ${row.title}`, made("small", { className: row.late ? "late-words" : "muted", textContent: row.about }));
    const more = made("button", { type: "button", className: "quiet more", textContent: words.more, onclick: () => line.classList.toggle("open") });
    const line = made("tr", { "data-id": row.id }, title, ...columns.map((column) => this.cell(row, column)), made("td", { className: "unfold" }, more));
    return line;
  }

  cell(row, column) {
    const field = made(column.kind === "long" ? "textarea" : "input", {
      "aria-label": `${column.label}, ${row.code}`, autocomplete: "off", spellcheck: column.kind === "long", rows: column.kind === "long" ? 1 : null,
      inputMode: column.kind === "number" ? "decimal" : null,
    });
    field.addEventListener("input", () => this.write(row.id, column.name, field.value, 250));
    field.addEventListener("change", () => this.write(row.id, column.name, field.value, 0));
    field.addEventListener("paste", (event) => this.paste(event, row.id, column.name));
    field.addEventListener("keydown", (event) => this.move(event, field));
    const parts = [made("div", { className: "entry" }, field, this.picker(row, column, field))];
    if (column.kind === "step") parts.unshift(this.steps(row, column));
    return made("td", { "data-name": column.name, "data-label": column.label, className: `${column.kind}${column.first ? " first" : ""}` }, ...parts, made("p", { className: "read" }), made("p", { className: "field-problem", role: "status" }));
  }

  picker(row, column, field) {
    const name = `${this.data.words.choose}: ${column.label}, ${row.code}`;
    const took = (value) => {
      field.value = value;
      this.write(row.id, column.name, value, 0);
      field.focus();
    };
    if (column.kind === "day") {
      const day = made("input", { type: "date", className: "pick", "aria-label": name, tabIndex: -1 });
      day.addEventListener("click", () => day.showPicker?.());
      day.addEventListener("change", () => day.value && took(day.value.split("-").reverse().join("-")));
      return day;
    }
    if (!column.options) return null;
    const list = made("select", { className: "pick", "aria-label": name, tabIndex: -1 }, made("option", { value: "", textContent: "–" }), ...column.options.map((one) => made("option", { value: one, textContent: one })));
    list.addEventListener("change", () => took(list.value));
    return list;
  }

  steps(row, column) {
    const buttons = column.options.map((word, at) => made("button", { type: "button", title: word, "aria-label": `${word}, ${row.code}`, textContent: column.short[at], value: word }));
    for (const one of buttons) one.addEventListener("click", () => this.write(row.id, column.name, one.value, 0));
    return made("div", { className: "steps", role: "group", "aria-label": `${column.label}, ${row.code}` }, ...buttons);
  }

  stored(id, name) {
    return this.data.rows.find((row) => row.id === id)?.cells[name] ?? "";
  }

  write(id, name, value, wait) {
    const row = (this.typed[id] ??= {});
    if (value === this.stored(id, name)) delete row[name];
    else row[name] = value;
    if (!Object.keys(row).length) delete this.typed[id];
    this.send(wait);
    this.refresh();
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

  paste(event, id, name) {
    const text = event.clipboardData.getData("text/plain").replace(/[\r\n]+$/, "");
    const column = this.data.columns.find((one) => one.name === name);
    // Lines of a note are lines of one cell, unless a spreadsheet says that they are cells.
    const cells = /<t[rd][\s>]/i.test(event.clipboardData.getData("text/html"));
    if (!/[\t\r\n]/.test(text) || (column.kind === "long" && !text.includes("\t") && !cells)) return;
    event.preventDefault();
    const ids = [...this.host.querySelectorAll("tbody tr")].map((line) => line.dataset.id);
    const names = this.data.columns.map((one) => one.name);
    const [top, left, rows] = [ids.indexOf(id), names.indexOf(name), rowsOf(text)];
    rows.slice(0, ids.length - top).forEach((line, down) => {
      line.slice(0, names.length - left).forEach((value, right) => {
        const row = (this.typed[ids[top + down]] ??= {});
        if (value.trim() === this.stored(ids[top + down], names[left + right])) delete row[names[left + right]];
        else row[names[left + right]] = value.trim();
        if (!Object.keys(row).length) delete this.typed[ids[top + down]];
      });
    });
    this.tellLeft(rows.slice(ids.length - top));
    this.send(0);
    this.refresh(null);
  }

  tellLeft(rows) {
    this.told.hidden = !rows.length;
    if (!rows.length) return;
    const kept = made("textarea", { readOnly: true, rows: 4, "aria-label": this.data.words.left, value: rows.map((cells) => cells.join("\t")).join("\n") });
    this.told.replaceChildren(this.data.words.left.replace("{n}", rows.length), kept);
  }

  move(event, field) {
    if (event.key === "Escape") return this.undo(field);
    const down = (event.key === "Enter" && !event.shiftKey && (field.tagName === "INPUT" || event.ctrlKey)) || (event.key === "ArrowDown" && field.tagName === "INPUT");
    const up = field.tagName === "INPUT" && (event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey));
    if (!down && !up) return;
    event.preventDefault();
    const { id } = field.closest("tr").dataset, { name } = field.closest("td").dataset;
    this.write(id, name, field.value, 0);
    const line = field.closest("tr")[down ? "nextElementSibling" : "previousElementSibling"];
    (line?.querySelector(`[data-name=${name}] .entry > :first-child`) ?? field).focus();
  }

  undo(field) {
    const { id } = field.closest("tr").dataset, { name } = field.closest("td").dataset;
    field.value = this.stored(id, name);
    this.write(id, name, field.value, 0);
  }

  refresh(active = this.host.getRootNode().activeElement) {
    for (const line of this.host.querySelectorAll("tbody tr")) {
      const row = this.data.rows.find((one) => one.id === line.dataset.id);
      for (const cell of line.querySelectorAll("td[data-name]")) this.fill(cell, row, active);
    }
  }

  fill(cell, row, active) {
    const { name } = cell.dataset;
    const typed = this.typed[row.id]?.[name];
    const value = typed ?? row.cells[name];
    const field = cell.querySelector(".entry > :first-child");
    if (field !== active && field.value !== value) field.value = value;
    // What the server said of other words than these is not shown beside them.
    const known = row.typed[name] === typed;
    cell.classList.toggle("changed", typed !== undefined);
    cell.querySelector(".read").textContent = (known && row.reads[name]) || "";
    const mark = (known && row.marks[name]) || "";
    cell.querySelector(".field-problem").textContent = mark && `▲ ${mark}`;
    if (mark) cell.closest("tr").classList.add("open");
    field.setAttribute("aria-invalid", String(Boolean(mark)));
    for (const one of cell.querySelectorAll(".steps button")) one.setAttribute("aria-pressed", String(one.value === value));
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
    // What was cancelled meanwhile has no row any more, and what was typed there is still somebody's work.
    this.tellLeft(cells.filter(([id]) => !known.has(id)).map(([, row]) => Object.values(row)));
    this.send(0);
    this.refresh(null);
    this.offer();
  }

  leave() {
    removeEventListener("beforeunload", this.leaving);
    clearTimeout(this.timer);
  }
}

export default function ({ parentElement, data, setStateValue }) {
  dress(parentElement.getRootNode());
  parentElement.sheet ??= new Sheet(parentElement);
  parentElement.sheet.show(data, setStateValue);
  return () => {
    parentElement.sheet?.leave();
    parentElement.sheet?.host.remove();
    parentElement.sheet = undefined;
  };
}
