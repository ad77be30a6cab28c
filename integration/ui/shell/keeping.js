// Keeping: what is typed, picked and ticked in any form is kept as a draft at once, and what another life of this page left is offered again.
{
  const SCOPE = "forms", { drafts, soon } = window.ineen;
  // The turn of a form, which tells a field that was saved from the same one filled in again.
  const TURN = /-(\d+)-(?=[^-]*$)/;
  const TEXT = "textarea, input[type=text]:not([role=combobox])";
  const made = (tag, attributes) => Object.assign(document.createElement(tag), { ...attributes });

  // What a field says, as its reader sees it; undefined where it is none, or is being chosen in.
  function valueOf(box) {
    const shown = (what) => [...box.querySelectorAll(what)].filter((one) => !one.closest("template"));
    const [text] = shown(TEXT), [tick] = shown("input[type=checkbox]"), [list] = shown("input[role=combobox]"), [slide] = shown("[role=slider], input[type=range]");
    if (box.querySelector("[data-testid=stMultiSelect]")) return shown("[data-tag]").map((one) => one.getAttribute("aria-label"));
    if (list) return list.getAttribute("aria-expanded") === "true" ? undefined : list.value;
    if (text) return text.value;
    if (tick) return tick.checked;
    if (slide) return Number(slide.getAttribute("aria-valuenow") ?? slide.value);
    const choices = shown("[role=radio], input[type=radio]");
    const chosen = choices.find((one) => one.checked || one.getAttribute("aria-checked") === "true");
    return choices.length ? (chosen?.closest("label") ?? chosen)?.textContent.trim() ?? "" : undefined;
  }
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  class Keeper {
    seen = new Map();
    settled = 0;

    constructor() {
      // Before anything else can hear it, and before there is a field.
      document.addEventListener("beforeinput", (event) => this.typing(event.target), true);
      document.addEventListener("input", (event) => this.typed(event.target), true);
      addEventListener("beforeunload", (event) => Object.keys(drafts.get(SCOPE)).length && event.preventDefault());
      document.addEventListener("ineen-drafts", () => this.look());
      new MutationObserver(soon).observe(document.documentElement, {
        childList: true, subtree: true, attributes: true, attributeFilter: ["value", "aria-checked", "aria-expanded", "aria-valuenow", "data-test-script-state"],
      });
      document.addEventListener("change", soon, true);
    }

    // What is typed before the server told which fields are kept is sorted out then.
    // What the server says of the reader, of what is kept, and of what it saved since.
    begin({ drafts: told, words, language }, put) {
      Object.assign(this, { words, language, put, kept: told.kept, session: told.session });
      this.forget(([key]) => !this.isKept(key));
      drafts.known(told);
      for (const { at, form, turn, field, value } of told.settled) {
        if (at <= this.settled) continue;
        this.forget(([key, one]) => (form ? one.turn === turn && (key === form || key.startsWith(`${form}-`)) : key === field && String(one.value).trim() === value));
        this.settled = at;
      }
      this.look();
    }

    forget(gone) {
      const own = Object.entries(drafts.get(SCOPE)), left = own.filter((one) => !gone(one));
      if (left.length !== own.length) drafts.keep(SCOPE, Object.fromEntries(left));
    }

    // The key of a field's place, without its turn, and the turn.
    named(box) {
      const name = [...box.classList].find((one) => one.startsWith("st-key-"))?.slice(7) ?? "";
      return { key: name.replace(TURN, "-"), turn: name.match(TURN)?.[1] ?? "" };
    }

    boxOf(field) {
      const box = field.closest?.("[class*=st-key-]");
      return box && this.isKept(this.named(box).key) ? box : undefined;
    }

    isKept(key) {
      return !this.kept || this.kept.some((one) => key.startsWith(one));
    }

    typing(field) {
      const box = field.matches?.(TEXT) && this.boxOf(field);
      if (box) this.first(box, field.value);
    }

    first(box, value) {
      const { key, turn } = this.named(box);
      const seen = this.seen.get(key);
      if (seen?.turn !== turn) this.seen.set(key, { turn, first: value, last: value });
      return this.seen.get(key);
    }

    typed(field) {
      const box = field.matches?.(TEXT) && this.boxOf(field);
      if (box) this.note(box, field.value);
    }

    note(box, value) {
      const { key, turn } = this.named(box), seen = this.first(box, undefined), own = { ...drafts.get(SCOPE) };
      seen.last = value;
      if (same(value, seen.first)) delete own[key];
      else own[key] = { value, turn };
      drafts.keep(SCOPE, own);
    }

    // Every field in view by its key; what was picked or ticked in it since it was last looked at is kept.
    fields() {
      const found = new Map();
      for (const box of document.querySelectorAll((this.kept ?? []).map((one) => `[class*="st-key-${one}"]`).join() || "none")) {
        const value = valueOf(box);
        if (value === undefined) continue;
        const { key, turn } = this.named(box);
        found.set(key, { value, turn });
        const seen = this.first(box, value);
        if (typeof value === "string" && box.querySelector(TEXT) && !box.querySelector("input[role=combobox]")) continue;
        if (!same(seen.last, value)) this.note(box, value);
      }
      return found;
    }

    look() {
      if (!drafts.tag) return void (this.bar && (this.bar.hidden = true));
      const fields = this.fields();
      this.forget(([key, one]) => fields.has(key) && fields.get(key).turn !== one.turn);
      for (const draft of drafts.left(SCOPE)) {
        const lost = Object.entries(draft.typed).filter(([key, one]) => fields.has(key) && !same(fields.get(key).value, one.value));
        if (lost.length) return this.offer(draft, lost, fields);
      }
      if (this.bar) this.bar.hidden = true;
    }

    offer(draft, lost, fields) {
      const button = (words, act) => made("button", { type: "button", textContent: words, onclick: act });
      const drawn = JSON.stringify([draft.name, lost, this.language]);
      if (!this.bar?.isConnected) {
        this.bar = document.body.appendChild(made("div", { className: "ineen-drafts" }));
        this.bar.setAttribute("role", "status");
      }
      this.bar.hidden = false;
      if (this.bar.dataset.drawn === drawn) return;
      this.bar.dataset.drawn = drawn;
      const at = new Date(draft.at).toLocaleString(this.language, { weekday: "short", hour: "2-digit", minute: "2-digit" });
      const told = made("strong", { textContent: this.words.kept.replace("{when}", at) });
      const keys = lost.map(([key]) => key);
      this.bar.replaceChildren(told, button(this.words.put, () => this.putBack(draft, lost, fields)), button(this.words.drop, () => drafts.without(draft, keys)));
    }

    // It is this life's own from here on, and the server fills it in.
    putBack(draft, lost, fields) {
      const mine = lost.map(([key, one]) => [key, { value: one.value, turn: fields.get(key).turn }]);
      drafts.keep(SCOPE, { ...drafts.get(SCOPE), ...Object.fromEntries(mine) });
      this.put({ at: Date.now(), session: this.session, fields: Object.fromEntries(lost.map(([key, one]) => [key, one.value])) });
      drafts.without(draft, lost.map(([key]) => key));
    }
  }

  window.ineen.keeper = new Keeper();
}
