// Searching: “/” opens the search from every page, and what is typed there is looked for as soon as the fingers rest.
const FIELD = ".st-key-searching input";
const BUSY = "input, textarea, select, [contenteditable=true], [role=combobox], [role=listbox], [role=slider]";
const PAUSE = 300;
let pausing, welcomed;

// Our own parts draw under roots of their own.
function deep(selector, root = document) {
  const found = root.querySelector(selector);
  if (found) return found;
  for (const one of root.querySelectorAll("[data-testid=stBidiComponentIsolated], [data-testid^=stBidiComponent] *")) {
    const inside = one.shadowRoot && deep(selector, one.shadowRoot);
    if (inside) return inside;
  }
  return null;
}

function stroke(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.composedPath()[0].closest?.(BUSY)) return;
  const field = document.querySelector(FIELD), link = field ? null : deep("a[data-search]");
  if (!field && !link) return;
  event.preventDefault();
  if (link) return link.click();
  field.focus();
  field.select();
}

function looked(event) {
  if (!event.target.matches?.(FIELD)) return;
  clearTimeout(pausing);
  // Streamlit takes what is in a field at this key.
  pausing = setTimeout(() => event.target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })), PAUSE);
}

// Who opens the search is about to type; once, so that a refresh takes nobody's focus.
function welcome() {
  const field = document.querySelector(FIELD);
  if (field && field !== welcomed) field.focus({ preventScroll: true });
  welcomed = field;
}

function search() {
  document.addEventListener("keydown", stroke);
  document.addEventListener("input", looked, true);
  new MutationObserver(welcome).observe(document.body, { childList: true, subtree: true });
}

search();
