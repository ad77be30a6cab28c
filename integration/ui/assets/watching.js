// What the server last said this reader is, kept over the runs of a page: another sign-in in this browser is told once, not at every turn.
let reader = "";

function shownAgain() {
  return new Promise((ready) => {
    const look = () => {
      if (document.hidden) return;
      document.removeEventListener("visibilitychange", look);
      ready();
    };
    document.addEventListener("visibilitychange", look);
    look();
  });
}

const seconds = (many) => new Promise((ready) => setTimeout(ready, many * 1000));

async function follow(data, leaving, tell) {
  let number = data.number;
  let failures = 0;
  while (!leaving.signal.aborted) {
    await shownAgain();
    if (leaving.signal.aborted) return;
    // A hidden page holds nothing open; it asks when it comes to the front.
    const hiding = new AbortController();
    const hide = () => document.hidden && hiding.abort();
    const leave = () => hiding.abort();
    document.addEventListener("visibilitychange", hide);
    leaving.signal.addEventListener("abort", leave);
    try {
      const asked = new URLSearchParams({ shown: data.shown, number, reader });
      const answer = await fetch(`${data.address}?${asked}`, { cache: "no-store", signal: hiding.signal });
      // Signed out in another tab: this one holds on to its old connection, so it begins anew.
      if (answer.status === 403) return location.reload();
      if (!answer.ok) throw answer.status;
      failures = 0;
      if (answer.status === 200) {
        ({ number, reader } = await answer.json());
        await drawn(leaving);
        if (!leaving.signal.aborted) tell(number);
      } else await seconds(Number(answer.headers.get("Retry-After") ?? 0));
    } catch {
      // The server is away for a moment; Streamlit says so itself, and a later look finds it back.
      if (!leaving.signal.aborted && !document.hidden) await seconds(Math.min(++failures, 5));
    } finally {
      document.removeEventListener("visibilitychange", hide);
      leaving.signal.removeEventListener("abort", leave);
    }
  }
}

const running = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning";

// News would break off the run in which what the reader just did is drawn, so it waits for that.
async function drawn(leaving) {
  while (running() && !leaving.signal.aborted) await seconds(0.1);
}

// Asks a new session for its first run, and again while none begins: nothing tells when it hears us.
async function again(tell, leaving) {
  for (let turn = 1; turn < 10 && !leaving.signal.aborted; turn++) {
    tell("moved", -turn);
    for (let look = 0; look < 40; look++) {
      if (running()) return;
      await seconds(0.025);
    }
  }
}

export default function ({ parentElement, data, setTriggerValue }) {
  parentElement.leaving?.abort();
  const leaving = (parentElement.leaving = new AbortController());
  follow(data, leaving, (number) => setTriggerValue("moved", number));
  document.addEventListener("ineen-again", () => again(setTriggerValue, leaving), { signal: leaving.signal });
  return () => leaving.abort();
}
