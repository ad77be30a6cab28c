// The day of the visit before today's, kept by this browser alone.
function lastVisit() {
  try {
    const today = new Date().toISOString().slice(0, 10);
    const kept = JSON.parse(localStorage.getItem("ineen.visits") || "{}");
    if (kept.day !== today) {
      kept.before = kept.day;
      kept.day = today;
      localStorage.setItem("ineen.visits", JSON.stringify(kept));
    }
    return kept.before;
  } catch {
    return undefined;
  }
}

// Browsers copy only shortly after a press, and older ones only what is selected.
async function copy(button, pressed) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    if (!pressed) return;
    const field = document.createElement("textarea");
    field.value = button.dataset.copy;
    button.after(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (!done) return;
  }
  button.textContent = button.dataset.copied;
}

// What the address asks for is shown and given the focus, once: a refresh must not pull the reader back to it.
let brought = "";

function bring(host, at) {
  if (at === brought) return;
  // What is not shown yet takes no focus.
  if ("opening" in document.documentElement.dataset) return addEventListener("ineen-opened", () => bring(host, at), { once: true });
  const name = at.slice(at.indexOf(" ") + 1);
  const thing = at && [...host.querySelectorAll("[data-at]")].find((one) => one.dataset.at === name);
  if (at && !thing) return;
  brought = at;
  if (!thing) return;
  for (let fold = thing.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const show = () => thing.scrollIntoView({ block: thing.offsetHeight > innerHeight / 2 ? "start" : "center" });
  thing.tabIndex = -1;
  thing.focus({ preventScroll: true });
  show();
  // Parts above it may still arrive and push it away; whoever moves on is left alone.
  const arriving = new ResizeObserver(show);
  arriving.observe(document.querySelector("[data-testid=stMainBlockContainer]") || document.body);
  const leave = () => arriving.disconnect();
  ["wheel", "touchstart", "pointerdown", "keydown"].forEach((move) => addEventListener(move, leave, { once: true, passive: true }));
  setTimeout(leave, 2000);
}

export default function ({ parentElement, data, setTriggerValue }) {
  dress(parentElement.getRootNode());
  let host = parentElement.querySelector(".ineen");
  if (!host) {
    host = document.createElement("div");
    host.className = "ineen";
    parentElement.appendChild(host);
  }
  // Rewriting equal markup would drop the reader's focus and open details on every refresh.
  if (host.shown !== data.html) {
    const open = new Set([...host.querySelectorAll("details[open]")].map((one) => one.id));
    host.innerHTML = data.html;
    const before = lastVisit();
    host.querySelectorAll("a[data-last-visit]").forEach((one) => {
      if (before) one.setAttribute("href", one.getAttribute("href").replace(one.dataset.lastVisit, before));
      else one.remove();
    });
    host.querySelectorAll("details").forEach((one) => {
      if (one.id && (host.shown === undefined ? "wide" in one.dataset && innerWidth > 640 : open.has(one.id))) one.open = true;
    });
    host.shown = data.html;
    if (host.querySelector("[data-tip]")) tips(host);
  }
  const fresh = host.querySelector("[data-copy]:not([data-tried])");
  if (fresh) {
    fresh.dataset.tried = "";
    copy(fresh, false);
  }
  bring(host, data.at);
  host.onsubmit = (event) => {
    const go = event.target.dataset.go;
    if (!go) return;
    event.preventDefault();
    setTriggerValue("go", go.replace("0000-00-00", event.target.querySelector("input").value));
  };
  host.onclick = (event) => {
    const png = event.target.closest("button[data-png]");
    if (png) return void asPng(png);
    const copied = event.target.closest("[data-copy]");
    if (copied) copy(copied, true);
    const link = event.target.closest("a[href^='/']");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    setTriggerValue("go", link.getAttribute("href"));
    // On a phone the menu lies over the page it leads to.
    const sidebar = link.getRootNode().host?.closest("[data-testid=stSidebar]");
    if (sidebar && innerWidth < 768) sidebar.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
  };
}
