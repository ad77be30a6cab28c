const EVERY = 1000;

export default function ({ parentElement, data, setTriggerValue }) {
  let told = data.shown;
  // An ended visit is looked at again, so that nothing stays on screen that is no longer shared.
  let closed = false;
  const ends = data.left === null ? Infinity : Date.now() + data.left * 1000;
  async function look() {
    if (document.hidden) return;
    try {
      const answer = await fetch(data.address, { cache: "no-store" });
      const { number } = await answer.json();
      // Signed out in another tab: this one holds on to its old connection, so it begins anew.
      if (answer.status === 403) return location.reload();
      const over = Date.now() > ends;
      if (number > told || (over && !closed)) {
        closed = over;
        told = number ?? told;
        setTriggerValue("moved", number ?? -1);
      }
    } catch {
      // The server is away for a moment; Streamlit says so itself, and the next look finds it back.
    }
  }
  clearInterval(parentElement.watching);
  document.removeEventListener("visibilitychange", parentElement.looking);
  parentElement.watching = setInterval(look, EVERY);
  parentElement.looking = look;
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(parentElement.watching);
    document.removeEventListener("visibilitychange", parentElement.looking);
  };
}
