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

class Sheet extends Typing {
  constructor(parent) {
    super(parent, "sheet");
  }

  outline() {
    return JSON.stringify(this.data.rows.map((row) => row.id));
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
    field.addEventListener("input", () => this.write(row.id, column.name, field.value, 200));
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

  // What was cancelled meanwhile has no row any more, and what was typed there is still somebody's work.
  tellLost(rows) {
    this.tellLeft(rows);
  }
}

export default mounted(Sheet);
