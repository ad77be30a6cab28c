// The update table: cells are plain fields, so that any words can be typed and pasted; the server reads them and says at the cell what it did not understand.

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

// A day as the table writes it, so many days later; nothing where it is written otherwise.
function moved(words, days) {
  const [, day, month, year] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(words) ?? [];
  if (!day) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + days));
  return [String(date.getUTCDate()).padStart(2, "0"), String(date.getUTCMonth() + 1).padStart(2, "0"), date.getUTCFullYear()].join("-");
}

class Sheet extends Typing {
  constructor(parent) {
    super(parent, "sheet");
    this.ticked = new Set();
  }

  outline() {
    return this.data.grows ? String(this.data.generation) : JSON.stringify(this.data.rows.map((row) => row.id));
  }

  // In a table that grows there is one row more than those in which something was typed.
  rows() {
    if (!this.data.grows) return this.data.rows;
    const last = Math.max(0, ...Object.keys(this.typed).map((id) => Number(id.slice(4))));
    const ids = Array.from({ length: Math.min(last + 1, this.data.grows) }, (_, at) => `new-${at + 1}`);
    return ids.map((id) => this.data.rows.find((row) => row.id === id) ?? { id, code: "", title: "", about: "", late: false, cells: {}, typed: {}, reads: {}, marks: {} });
  }

  grow() {
    const body = this.host.querySelector("tbody");
    if (this.data.grows) for (const row of this.rows().slice(body.children.length)) body.append(this.row(row));
  }

  draw() {
    const { columns, words } = this.data, rows = this.rows();
    this.host.classList.toggle("grows", Boolean(this.data.grows));
    const named = this.data.grows ? ["#"] : [this.tick("", words.all), words.milestone];
    const head = made("tr", {}, made("th", { scope: "col" }, ...named), ...columns.map((one) => made("th", { scope: "col", textContent: one.label, className: one.kind })));
    const body = made("tbody", {}, ...rows.map((row) => this.row(row)));
    this.aside = made("div", { className: "notice", hidden: true });
    this.told = made("p", { className: "notice", hidden: true, role: "status" });
    this.several = made("div", { className: "several", hidden: true, role: "group" });
    const table = made("table", { "aria-label": words.table }, made("thead", {}, head), body);
    this.host.replaceChildren(this.aside, this.several, made("div", { className: "scroll" }, table), this.told);
    this.offerSeveral();
  }

  row(row) {
    const { columns, words } = this.data;
    const mark = this.data.grows ? made("span", { className: "muted", textContent: row.id.slice(4) }) : this.tick(row.id, `${words.tick}: ${row.code}`);
    const title = made("th", { scope: "row" }, mark, made("span", { className: "code", textContent: row.code }), ` ${row.title}`, made("small", { className: row.late ? "late-words" : "muted", textContent: row.about }));
    const more = made("button", { type: "button", className: "quiet more", textContent: words.more, onclick: () => line.classList.toggle("open") });
    const line = made("tr", { "data-id": row.id }, title, ...columns.map((column) => this.cell(row, column)), made("td", { className: "unfold" }, more));
    return line;
  }

  cell(row, column) {
    const field = made(column.kind === "long" ? "textarea" : "input", {
      "aria-label": `${column.label}, ${row.code || row.id.slice(4)}`, autocomplete: "off", spellcheck: column.kind === "long", rows: column.kind === "long" ? 1 : null,
      inputMode: column.kind === "number" ? "decimal" : null,
    });
    field.addEventListener("input", () => this.write(row.id, column.name, field.value, 200));
    field.addEventListener("change", () => this.write(row.id, column.name, field.value, 0));
    field.addEventListener("paste", (event) => this.paste(event, row.id, column.name));
    field.addEventListener("keydown", (event) => this.move(event, field));
    const parts = [made("div", { className: "entry" }, field, this.picker(row, column, field))];
    if (column.kind === "step") parts.unshift(this.steps(row, column));
    return made("td", { "data-name": column.name, "data-label": column.label, className: `${column.kind}${column.first ? " first" : ""}` }, ...parts, made("p", { className: "read" }), made("p", { className: "field-problem", role: "status" }));
  }

  picker(row, column, field) {
    const name = `${this.data.words.choose}: ${column.label}, ${row.code || row.id.slice(4)}`;
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

  // Several at once: what is ticked gets the same owner or domain, moves by as many days, or is cancelled; it is typed like anything else.
  tick(id, label) {
    const box = made("input", { type: "checkbox", className: "tick", "aria-label": label, checked: this.ticked.has(id) });
    box.addEventListener("change", () => {
      for (const one of id ? [id] : this.rows().map((row) => row.id)) this.ticked[box.checked ? "add" : "delete"](one);
      for (const line of this.host.querySelectorAll("tbody tr")) line.querySelector(".tick").checked = this.ticked.has(line.dataset.id);
      this.offerSeveral();
    });
    return box;
  }

  chosen() {
    return this.rows().filter((row) => this.ticked.has(row.id));
  }

  offerSeveral() {
    if (this.data.grows) return;
    const { words, columns } = this.data, many = this.chosen().length;
    const list = (name) => {
      const column = columns.find((one) => one.name === name);
      const options = [["", words.nothing], ...column.options.map((one) => [one, one])];
      return made("label", {}, column.label, made("select", { name }, ...options.map(([value, textContent]) => made("option", { value, textContent }))));
    };
    if (this.several.hidden) {
      const days = made("label", {}, words.shift, made("input", { name: "shift", type: "number", step: 1, min: -3660, max: 3660 }));
      const gone = made("label", {}, made("input", { name: "cancel", type: "checkbox" }), ` ${words.cancel}`);
      const fill = made("button", { type: "button", textContent: words.fill, onclick: () => this.fillSeveral() });
      this.several.replaceChildren(made("strong", {}), list("owner"), list("domain"), days, gone, fill);
    }
    this.several.querySelector("strong").textContent = words.several.replace("{n}", many);
    this.several.hidden = !many;
  }

  fillSeveral() {
    const value = (name) => this.several.querySelector(`[name=${name}]`), days = Number(value("shift").value) || 0;
    let unread = 0;
    for (const { id } of this.chosen()) {
      for (const name of ["owner", "domain"]) if (value(name).value) this.set(id, name, value(name).value);
      if (value("cancel").checked) this.set(id, "credit", this.data.words.cancelled);
      for (const name of days ? ["starts_on", "due_on", "forecast_on"] : []) {
        const before = this.typed[id]?.[name] ?? this.stored(id, name), after = moved(before, days);
        if (after) this.set(id, name, after);
        else if (before) unread += 1;
      }
    }
    this.ticked.clear();
    this.several.hidden = true;
    for (const box of this.host.querySelectorAll(".tick")) box.checked = false;
    this.told.hidden = !unread;
    this.told.textContent = this.data.words.unread.replace("{n}", unread);
    this.send(0);
    this.refresh(null);
  }

  set(id, name, value) {
    const row = (this.typed[id] ??= {});
    if (value === this.stored(id, name)) delete row[name];
    else row[name] = value;
    if (!Object.keys(row).length) delete this.typed[id];
  }

  write(id, name, value, wait) {
    this.set(id, name, value);
    this.send(wait);
    this.refresh();
  }

  paste(event, id, name) {
    const text = event.clipboardData.getData("text/plain").replace(/[\r\n]+$/, "");
    const column = this.data.columns.find((one) => one.name === name);
    // Lines of a note are lines of one cell, unless a spreadsheet says that they are cells.
    const cells = /<t[rd][\s>]/i.test(event.clipboardData.getData("text/html"));
    if (!/[\t\r\n]/.test(text) || (column.kind === "long" && !text.includes("\t") && !cells)) return;
    event.preventDefault();
    const { grows } = this.data;
    const ids = grows ? Array.from({ length: grows }, (_, at) => `new-${at + 1}`) : this.rows().map((row) => row.id);
    const names = this.data.columns.map((one) => one.name);
    const [top, left, rows] = [ids.indexOf(id), names.indexOf(name), rowsOf(text)];
    rows.slice(0, ids.length - top).forEach((line, down) => {
      line.slice(0, names.length - left).forEach((value, right) => this.set(ids[top + down], names[left + right], value.trim()));
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
    this.grow();
    const rows = new Map(this.rows().map((row) => [row.id, row]));
    for (const line of this.host.querySelectorAll("tbody tr")) {
      const row = rows.get(line.dataset.id);
      line.hidden = !row;
      if (!row) continue;
      for (const cell of line.querySelectorAll("td[data-name]")) this.fill(cell, row, active);
    }
  }

  fill(cell, row, active) {
    const { name } = cell.dataset;
    const typed = this.typed[row.id]?.[name];
    const value = typed ?? row.cells[name] ?? "";
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

  // What was cancelled meanwhile has no row any more, and what was typed there is still somebody's work.
  tellLost(rows) {
    this.tellLeft(rows);
  }
}

export default mounted(Sheet);
