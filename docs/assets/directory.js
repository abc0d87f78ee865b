// Search in a long index, and its order by number. The entries are in a script of their own, which this one asks for
// when it is needed: a script and not a fetch, so that it also works from a folder. Without it the page is whole.
(() => {
  "use strict";

  const directory = document.querySelector(".directory[data-index]");
  if (!directory) return;

  const STEP = 100; // rows drawn at once; more on request
  const { index, base, best } = directory.dataset;
  const heads = directory.dataset.heads.split("|");

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();

  const numbered = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

  const words = element("input", { type: "search", id: "directory-words", name: "words", autocomplete: "off" });
  const order = element(
    "select",
    { id: "directory-order", name: "order" },
    element("option", { value: "" }, "as listed"),
    element("option", { value: "count" }, best),
  );
  const form = element(
    "form",
    { class: "ledger-filters", role: "search", "aria-label": "Search this index" },
    element("div", {}, element("label", { for: words.id }, "Find"), words),
    ...(best ? [element("div", {}, element("label", { for: order.id }, "Order"), order)] : []),
  );
  const status = element("p", { class: "ledger-status", role: "status" });
  const body = element("tbody");
  const head = element("thead", {}, element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text))));
  const more = element("button", { type: "button", class: "ledger-more" }, "Show more");
  const results = element("div", { class: "listing found", hidden: "" }, element("table", {}, head, body), more);
  const listed = [...directory.children].slice(1);
  let entries = null;
  let shown = [];

  const row = ([name, also, page, count]) => {
    const known = also ? [element("span", { class: "by", dir: "auto" }, also)] : [];
    const link = element("a", { href: base + page, dir: "auto" }, name);
    return element("tr", {}, element("td", {}, link, " ", ...known), element("td", {}, String(count)));
  };
  const draw = () => {
    const at = body.children.length;
    body.append(...shown.slice(at, at + STEP).map(row));
    more.hidden = body.children.length >= shown.length;
  };
  const update = () => {
    const asked = fold(words.value).split(/\s+/).filter(Boolean);
    const searching = asked.length > 0 || order.value !== "";
    for (const part of listed) part.hidden = searching;
    results.hidden = !searching;
    status.textContent = "";
    if (!searching || !entries) return;
    shown = entries.filter((entry) => asked.every((word) => entry.folded.includes(word)));
    if (order.value) shown = [...shown].sort((one, other) => other[3] - one[3]);
    status.textContent = `${numbered(shown.length)} of ${numbered(entries.length)}`;
    body.replaceChildren();
    draw();
  };
  const load = () => {
    if (load.asked) return;
    load.asked = true;
    const script = element("script", { src: index });
    script.addEventListener("load", () => {
      entries = window.buildBriefIndex.entries;
      for (const entry of entries) entry.folded = fold(`${entry[0]} ${entry[1]}`);
      update();
    });
    document.head.append(script);
  };

  let waiting;
  form.addEventListener("focusin", load);
  form.addEventListener("input", () => {
    load();
    clearTimeout(waiting);
    waiting = setTimeout(update, 80);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", draw);
  directory.firstElementChild.after(form, status, results);
})();
