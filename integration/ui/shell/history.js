// One act of the reader is one step back. What the page adds to its address by itself belongs to the same step: a link that carries
// choices changes the path and then the query, a first visit gets its language, and a choice takes the page number away with it.
{
  let acted = false;
  const push = history.pushState;
  history.pushState = function (...entry) {
    (acted ? push : history.replaceState).apply(history, entry);
    acted = false;
  };
  const act = (event) => { if (event.isTrusted) acted = true; };
  for (const kind of ["pointerdown", "click", "keydown", "change"]) addEventListener(kind, act, true);
  addEventListener("popstate", () => { acted = false; }, true);
}
