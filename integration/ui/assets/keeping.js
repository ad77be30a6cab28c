// Keeping: what is typed in the fields of any form stays in this browser until it is saved or thrown away, per person and address.
const FIELDS = "[data-testid=stMain] :is(textarea, input[type=text])";
const LEFT_OUT = ".st-key-filters, .st-key-searching, [data-baseweb=select], [role=listbox]";
// The turn of a form, which tells a field that was saved from the same one typed in again.
const TURN = /-(\d+)-(?=[^-]*$)/;
const opened = String(Date.now()) + Math.random().toString(36).slice(2, 8);

// Of several fields under one key none can be told from the others.
const keyOf = (field) => {
  const keyed = field.closest("[class*=st-key-]");
  return keyed?.querySelectorAll(FIELDS).length === 1 ? [...keyed.classList].find((name) => name.startsWith("st-key-")).slice(7) : undefined;
};
const place = () => {
  const asked = new URLSearchParams(location.search);
  for (const name of ["lang", "at"]) asked.delete(name);
  asked.sort();
  return `form${location.pathname}?${asked}`;
};

class Keeper {
  begin({ person, words, language }) {
    Object.assign(this, { person, words, language });
    if (this.watching || !person) return;
    this.watching = true;
    this.bar = document.body.appendChild(made("div", { className: "ineen-drafts", hidden: true, role: "status" }));
    document.addEventListener("input", (event) => this.typed(event.target), true);
    addEventListener("beforeunload", (event) => Object.values(this.here()).some((one) => one.opened === opened) && event.preventDefault());
    const app = document.querySelector("[data-testid=stApp]");
    if (app) new MutationObserver(() => app.dataset.testScriptState === "notRunning" && this.look()).observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
    this.look();
  }

  get scope() {
    return `${this.person}/${place()}`;
  }

  here() {
    return (this.person && drafts.own(this.scope)) || {};
  }

  typed(field) {
    const key = this.person && field.matches?.(FIELDS) && !field.closest(LEFT_OUT) ? keyOf(field) : undefined;
    if (!key) return;
    const turn = key.match(TURN)?.[1] ?? "";
    drafts.keep(this.scope, { ...this.here(), [key.replace(TURN, "-")]: { value: field.value, turn, opened } });
  }

  fields() {
    const found = [...document.querySelectorAll(FIELDS)].filter((one) => !one.closest(LEFT_OUT) && keyOf(one));
    return new Map(found.map((one) => [keyOf(one).replace(TURN, "-"), one]));
  }

  // What was saved or taken over since it was typed is kept no longer; what another life of this page typed is offered.
  look() {
    if (!this.person) return;
    const fields = this.fields(), own = this.here(), active = document.activeElement;
    const left = Object.entries(own).filter(([key, one]) => {
      const field = fields.get(key);
      if (!field || field === active || one.opened !== opened) return true;
      return (keyOf(field).match(TURN)?.[1] ?? "") === one.turn && field.value === one.value;
    });
    if (left.length !== Object.keys(own).length) drafts.keep(this.scope, Object.fromEntries(left));
    this.offer(fields);
  }

  offer(fields) {
    const found = drafts.newest(this.scope);
    const lost = Object.entries(found?.typed ?? {}).filter(([key, one]) => one.opened !== opened && fields.has(key) && fields.get(key).value !== one.value);
    this.bar.hidden = !lost.length;
    if (!lost.length) return;
    const at = new Date(found.at).toLocaleString(this.language, { weekday: "short", hour: "2-digit", minute: "2-digit" });
    const put = made("button", { type: "button", textContent: this.words.put, onclick: () => this.putBack(found, lost) });
    const drop = made("button", { type: "button", textContent: this.words.drop, onclick: () => { drafts.drop(found.key); this.bar.hidden = true; } });
    this.bar.replaceChildren(made("strong", { textContent: this.words.kept.replace("{when}", at) }), put, drop);
  }

  async putBack(found, lost) {
    this.bar.hidden = true;
    drafts.drop(found.key);
    for (const [key, one] of lost) {
      const field = this.fields().get(key);
      if (!field) continue;
      // React takes a value only from the setter that it did not replace, and Streamlit only when the field is left.
      const kind = field.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
      field.focus();
      Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, one.value);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      // It hears that the field was left only after it drew what was put in it.
      await new Promise((ready) => setTimeout(ready, 60));
      field.blur();
    }
  }
}

const keeper = new Keeper();
