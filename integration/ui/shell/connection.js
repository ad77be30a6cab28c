// Says in the reader's own language that the connection is lost, and to who never gets one what is the matter and whom to ask.
{
  const NEVER = 8000, LOST = 1500;
  const told = (name, shown) => document.getElementById(`ineen-${name}`)?.toggleAttribute("hidden", !shown);
  let waiting = setTimeout(() => told("unreachable", true), NEVER);
  let leaving = false;

  function connected() {
    clearTimeout(waiting);
    told("unreachable", false);
    told("lost", false);
  }

  function gone(late) {
    if (leaving) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => told("lost", true), late);
  }

  let open = null, lost = false;
  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      if (!String(given[0]).includes("/_stcore/stream")) return;
      this.addEventListener("open", () => {
        open = this;
        connected();
        // Whoever comes back has a new session, which knows nothing of the page until it runs.
        if (lost) document.dispatchEvent(new Event("ineen-again"));
      });
      this.addEventListener("close", () => {
        if (open !== this) return;
        open = null;
        lost = true;
        gone(LOST);
      });
    }
  };
  addEventListener("offline", () => gone(0));
  addEventListener("online", () => open?.readyState === 1 && connected());
  addEventListener("pagehide", () => { leaving = true; });
  addEventListener("pageshow", () => { leaving = false; });
}

// Where Streamlit finds itself: it would look beside every address of ours first. What it says of a lost connection is said above.
window.__streamlit = {
  BACKEND_BASE_URL: new URL(document.querySelector("meta[name=ineen-root]").content, location.origin).href,
  HOST_CONFIG: { blockErrorDialogs: true },
};
