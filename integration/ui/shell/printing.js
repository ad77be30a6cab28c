// On paper every fold is open, and each page says where it comes from and of which day it is.
{
  const roots = (root) => [root, ...[...root.querySelectorAll("*")].filter((one) => one.shadowRoot).flatMap((one) => roots(one.shadowRoot))];
  const quoted = (words) => `"${words.replace(/["\\\n]/g, (sign) => `\\${sign.codePointAt(0).toString(16)} `)}"`;
  const footer = document.createElement("style");
  // What would be pages of paper, and what is the same for every partnership.
  const SHUT = ["since-more", "rules"];
  let opened = [];

  addEventListener("beforeprint", () => {
    opened = roots(document).flatMap((root) => [...root.querySelectorAll("details:not([open])")]).filter((one) => !SHUT.includes(one.id) && !one.closest("[data-testid=stSidebar]"));
    for (const one of opened) one.open = true;
    const day = new Date().toLocaleDateString(document.documentElement.lang === "nl" ? "nl-NL" : "en-GB", { day: "numeric", month: "short", year: "numeric" });
    const font = "font: 8pt sans-serif; color: dimgray;";
    footer.textContent = `@page { @bottom-left { content: ${quoted(location.href)}; ${font} } @bottom-right { content: ${quoted(`${day} · `)} counter(page) " / " counter(pages); ${font} } }`;
    document.head.append(footer);
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
    opened = [];
    footer.remove();
  });
}
