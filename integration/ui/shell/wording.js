// Streamlit's own words in Dutch: it has no language but English. Only what it says itself is touched, never what people typed.
{
  const DUTCH = STREAMLITS;
  const ENGLISH = Object.fromEntries(Object.entries(DUTCH).map(([english, dutch]) => [dutch, english]));
  const SHOWN = ["aria-label", "placeholder", "title", "aria-description", "aria-valuetext"];
  const OPTION = "[role=option][data-key]:not([data-key=__select_all__]), [data-testid=stMultiSelectTagsContainer]";
  const TYPED = `input, textarea, script, style, code, .told, [role=gridcell], [data-testid=stMarkdownContainer], ${OPTION}`;
  const month = (number) => new Date(2026, number, 1).toLocaleString("en", { month: "long" });
  const MONTHS = Array.from({ length: 12 }, (_, number) => month(number));
  const MONTH = new RegExp(`\\b(${MONTHS.join("|")})\\b(?: (\\d{1,2}), (\\d{4}))?`, "g");
  const dutchMonth = (_, name, day, year) => {
    const dutch = new Date(2026, MONTHS.indexOf(name), 1).toLocaleString("nl", { month: "long" });
    return day ? `${Number(day)} ${dutch} ${year}` : dutch;
  };

  // Whole, or what stands before a colon, a comma or a name: “Search: Open milestones”, “day, Begin”, “Help for Code”.
  function worded(words, table) {
    if (Object.hasOwn(table, words)) return table[words];
    const [head] = words.match(/^.*?[:,] |^Help for |^Remove /) ?? [""];
    if (!head || !Object.hasOwn(table, head.trim())) return words;
    const rest = words.slice(head.length);
    return `${table[head.trim()]} ${table === DUTCH ? rest.replace(MONTH, dutchMonth) : rest}`;
  }

  function text(node, table) {
    const words = node.data.trim();
    if (!words || node.parentElement?.closest(TYPED)) return;
    const known = worded(words, table);
    if (known !== words) node.data = known;
  }

  function attributes(one, table) {
    for (const name of SHOWN) {
      const words = one.getAttribute(name);
      if (!words || one.matches(".told")) continue;
      const known = name === "aria-valuetext" && table === DUTCH ? worded(words, table).replace(MONTH, dutchMonth) : worded(words, table);
      if (known !== words) one.setAttribute(name, known);
    }
  }

  function translate(node, table) {
    if (node.nodeType === Node.TEXT_NODE) return text(node, table);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const one of [node, ...node.querySelectorAll("*")]) attributes(one, table);
    const words = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) text(words.currentNode, table);
  }

  const watching = new MutationObserver((changes) => {
    const dutch = document.documentElement.lang === "nl";
    if (changes.some((one) => one.target === document.documentElement && one.attributeName === "lang")) return translate(document.body, dutch ? DUTCH : ENGLISH);
    if (!dutch) return;
    for (const one of changes) {
      if (one.type === "childList") one.addedNodes.forEach((node) => translate(node, DUTCH));
      else if (one.type === "attributes") attributes(one.target, DUTCH);
      else text(one.target, DUTCH);
    }
  });
  watching.observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributeFilter: [...SHOWN, "lang"] });
}
