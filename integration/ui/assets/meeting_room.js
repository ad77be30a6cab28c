// Keys of the meeting: they press the page's own buttons and step into its own fields, so that a mouse can do the same.
const PRESS = { ArrowRight: "room-next", PageDown: "room-next", ArrowLeft: "room-back", PageUp: "room-back", t: "room-discussed", T: "room-discussed" };
const ENTER = { n: "room-note", d: "room-decision", b: "room-decision", a: "room-action" };
const TYPING = "input, textarea, select, [contenteditable=true], [role=combobox], [role=listbox]";
const SAVES = "button[data-testid=stBaseButton-primary]:not([disabled])";
// What is typed in a note is kept while it is typed: the chair may go on before the field is left.
const NOTES = ".st-key-room-note textarea, .st-key-room-notes textarea";
const REST = 700;
let resting;

function saved(inside) {
  for (let place = inside.closest("[class*=st-key-room-]"); place; place = place.parentElement?.closest("[class*=st-key-room-]")) {
    const button = place.querySelector(SAVES);
    if (button) {
      inside.blur();
      button.click();
      return true;
    }
    if (place.matches(".st-key-room-note, .st-key-room-notes")) return false;
  }
  return false;
}

function pressed(event) {
  const inside = event.composedPath()[0];
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && event.isTrusted && inside.closest?.(TYPING)) {
    if (saved(inside)) event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (inside.closest?.(TYPING)) {
    if (event.key === "Escape") inside.blur();
    return;
  }
  const button = PRESS[event.key], field = ENTER[event.key.toLowerCase()];
  if (button) document.querySelector(`.st-key-${button} button:not([disabled])`)?.click();
  else if (field) document.querySelector(`.st-key-${field} :is(textarea, input)`)?.focus();
  else if (event.key.toLowerCase() === "f") document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  else return;
  event.preventDefault();
}

function typed(event) {
  const field = event.target;
  if (!field.matches?.(NOTES)) return;
  clearTimeout(resting);
  resting = setTimeout(() => {
    // Streamlit keeps what is in a field at this key.
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
  }, REST);
}

export default function ({ parentElement }) {
  dress(document);
  document.documentElement.classList.add("ineen-room");
  parentElement.leaving?.abort();
  const leaving = (parentElement.leaving = new AbortController());
  document.addEventListener("keydown", pressed, { signal: leaving.signal });
  document.addEventListener("input", typed, { signal: leaving.signal });
  return () => {
    document.documentElement.classList.remove("ineen-room");
    leaving.abort();
  };
}
