// Keys of the meeting: they press the page's own buttons and step into its own fields, so that a mouse can do the same.
const PRESS = { ArrowRight: "room-next", PageDown: "room-next", ArrowLeft: "room-back", PageUp: "room-back", t: "room-discussed", T: "room-discussed" };
const ENTER = { n: "room-note", d: "room-decision", b: "room-decision", a: "room-action" };
const TYPING = "input, textarea, select, [contenteditable=true], [role=combobox], [role=listbox]";

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const inside = event.composedPath()[0];
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

export default function ({ parentElement }) {
  dress(document);
  document.documentElement.classList.add("ineen-room");
  document.removeEventListener("keydown", parentElement.pressed);
  parentElement.pressed = pressed;
  document.addEventListener("keydown", pressed);
  return () => {
    document.documentElement.classList.remove("ineen-room");
    document.removeEventListener("keydown", parentElement.pressed);
  };
}
