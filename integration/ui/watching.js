const EVERY = 1000;

export default function ({ parentElement, data, setTriggerValue }) {
  let told = data.shown;
  async function look() {
    if (document.hidden) return;
    try {
      const { number } = await (await fetch(data.address, { cache: "no-store" })).json();
      if (number > told) {
        told = number;
        setTriggerValue("moved", number);
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
