// A page shows itself once it is whole: parts that come one after the other would push each other down under the reader's eyes.
{
  const root = document.documentElement, LONGEST = 3000, FRAMES = 6;
  root.dataset.opening = "";
  let high = 0, still = 0, began = 0;
  function look() {
    const app = document.querySelector("[data-testid=stApp]"), main = document.querySelector("[data-testid=stMain]");
    const now = main?.scrollHeight ?? 0;
    const arrived = main?.querySelector("[data-testid=stElementContainer]");
    if (!arrived) began = performance.now();
    // A part whose script is still fetched is a skeleton.
    const waits = document.querySelector("[data-testid=stSkeleton]") || app?.dataset.testScriptState !== "notRunning";
    still = arrived && !waits && now === high ? still + 1 : 0;
    high = now;
    if (still < FRAMES && performance.now() - began < LONGEST) return void setTimeout(look, 16);
    root.dataset.opened = still < FRAMES ? "unfinished" : "whole";
    delete root.dataset.opening;
    dispatchEvent(new Event("ineen-opened"));
  }
  look();
}
