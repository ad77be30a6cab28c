// The reports of the four domains beside each other: a colour is one press, and what did not change stands there already.
class Reports extends Typing {
  constructor(parent) {
    super(parent, "reports");
  }

  outline() {
    return JSON.stringify(this.data.domains.map((one) => [one.domain, one.last, one.fresh]));
  }

  draw() {
    this.aside = made("div", { className: "notice", hidden: true });
    this.host.replaceChildren(this.aside, made("div", { className: "cards" }, ...this.data.domains.map((one) => this.card(one))));
  }

  card(one) {
    const { words } = this.data;
    const name = made("h4", {}, one.name, " ", made("small", { className: "muted", textContent: one.fresh ? `✓ ${one.last.ago}` : "" }));
    const colours = made("div", { className: "colours", role: "group", "aria-label": `${words.how} ${one.name}` }, ...this.data.colours.map((colour) => this.colour(one, colour)));
    const lines = [["done", 2], ["stuck", 2], ["need", 2]].map(([field, rows]) => this.text(one, field, rows));
    const rest = made("details", { className: "rest", hidden: true }, made("summary", { textContent: words.more }), this.sureness(one), ...lines, one.fresh ? this.correcting(one) : null);
    return made("article", { "data-domain": one.domain, "aria-label": one.name }, name, this.last(one), colours, made("p", { className: "field-problem", role: "status", "data-mark": "colour" }), rest);
  }

  last({ last }) {
    const { words } = this.data;
    if (!last) return made("p", { className: "muted", textContent: words.nothing });
    const letter = made("span", { className: `letter ${last.colour}`, textContent: last.letter, "aria-hidden": "true" });
    const told = made("summary", {}, letter, ` ${[last.words, last.confidence, last.when].filter(Boolean).join(" · ")}`);
    const lines = last.lines.flatMap(([label, text]) => [made("dt", { textContent: label }), made("dd", { textContent: text })]);
    return made("details", {}, told, lines.length ? made("dl", { className: "lines" }, ...lines) : made("p", { className: "muted", textContent: words.noLines }));
  }

  colour(one, { value, letter, name }) {
    const same = one.last && one.same.colour === value;
    const label = [made("span", { className: `letter ${value}`, textContent: letter, "aria-hidden": "true" }), made("span", {}, name, same ? made("small", { textContent: this.data.words.same }) : null)];
    const button = made("button", { type: "button", value, "aria-label": `${one.name}: ${name}${same ? `, ${this.data.words.same}` : ""}` }, ...label);
    button.addEventListener("click", () => this.choose(one, value, same));
    return button;
  }

  // The colour of last time brings along what was said with it; another one begins without.
  choose(one, value, same) {
    const typed = this.typed[one.domain];
    if (typed?.colour === value) delete this.typed[one.domain];
    else {
      const said = { done: "", stuck: "", need: "", ...typed };
      const untouched = ["stuck", "need"].every((name) => said[name] === "" || said[name] === one.same[name]);
      const lines = untouched ? { stuck: same ? one.same.stuck : "", need: same ? one.same.need : "" } : {};
      this.typed[one.domain] = { confidence: one.same.confidence, ...said, ...lines, colour: value };
    }
    // What is as last time needs no more words; another colour asks for them.
    this.host.querySelector(`[data-domain="${one.domain}"] .rest`).open = !same;
    this.send(0);
    this.refresh();
  }

  sureness(one) {
    const { words } = this.data;
    const shown = made("output", {});
    const range = made("input", { type: "range", min: 1, max: 10, step: 1, "aria-label": `${words.sure} ${one.name}` });
    range.addEventListener("input", () => { shown.textContent = words.of.replace("{n}", range.value); this.put(one, "confidence", range.value, 200); });
    return made("label", { className: "sure", "data-field": "confidence" }, made("span", {}, words.sure, " ", shown), range, made("small", { className: "muted", textContent: words.scale }));
  }

  text(one, field, rows) {
    const area = made("textarea", { rows, spellcheck: true });
    area.addEventListener("input", () => this.put(one, field, area.value, 200));
    area.addEventListener("change", () => this.put(one, field, area.value, 0));
    return made("label", { "data-field": field }, made("span", { textContent: this.data.words[field] }), area, made("p", { className: "field-problem", role: "status", "data-mark": field }));
  }

  correcting(one) {
    const box = made("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      // A correction begins with what was said, for most of it was right; what is typed already stays.
      const typed = (this.typed[one.domain] ??= {});
      if (box.checked) for (const [name, said] of Object.entries(one.said)) typed[name] ||= said;
      this.put(one, "corrects", box.checked ? "yes" : "", 0);
      this.refresh();
    });
    return made("label", { className: "correct", "data-field": "corrects" }, box, ` ${this.data.words.corrects}`);
  }

  put(one, name, value, wait) {
    (this.typed[one.domain] ??= {})[name] = value;
    this.send(wait);
  }

  refresh(active = this.host.getRootNode().activeElement) {
    for (const card of this.host.querySelectorAll("article")) {
      const one = this.data.domains.find((each) => each.domain === card.dataset.domain), typed = this.typed[one.domain];
      card.classList.toggle("changed", Boolean(typed));
      card.querySelector(".rest").hidden = !typed;
      for (const button of card.querySelectorAll(".colours button")) button.setAttribute("aria-pressed", String(button.value === typed?.colour));
      if (Object.keys(one.marks).some((name) => name !== "colour")) card.querySelector(".rest").open = true;
      for (const field of card.querySelectorAll("[data-field]")) this.fill(field, typed ?? {}, one, active);
      const known = JSON.stringify(one.typed) === JSON.stringify(typed ?? {});
      for (const mark of card.querySelectorAll("[data-mark]")) mark.textContent = known && one.marks[mark.dataset.mark] ? `▲ ${one.marks[mark.dataset.mark]}` : "";
    }
  }

  fill(label, typed, one, active) {
    const field = label.querySelector("input, textarea"), name = label.dataset.field;
    if (field.type === "checkbox") field.checked = Boolean(typed[name]);
    else if (field !== active) field.value = typed[name] ?? (name === "confidence" ? one.same.confidence : "");
    if (field.type === "range") label.querySelector("output").textContent = this.data.words.of.replace("{n}", field.value);
  }
}

export default mounted(Reports);
