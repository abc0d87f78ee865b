// The ledger of quotes, filtered in the browser. The data are in quotes.js, which this script asks for only on the
// page of the ledger: a script and not a fetch, so that it also works from a folder. The filters stand in the address.
(() => {
  "use strict";

  const ledger = document.querySelector(".ledger");
  if (!ledger) return;

  const STEP = 100; // rows drawn at once; more on request
  const FILTERS = [
    ["words", "Words", "search"],
    ["speaker", "Speaker", "list"],
    ["side", "Side", "list"],
    ["issue", "Issue", "list"],
    ["outlet", "Outlet", "list"],
    ["kind", "Kind", "list"],
    ["from", "From", "date"],
    ["to", "To", "date"],
  ];

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();
  const numbered = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const dayInWords = (day) => {
    const [year, month, date] = day.split("-").map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  };
  const valuesOf = {
    speaker: (quote) => [quote.speaker],
    side: (quote) => [quote.side],
    issue: (quote) => quote.issues,
    outlet: (quote) => [quote.outlet || "outlet not named"],
    kind: (quote) => [quote.kind, ...(quote.doubtful ? ["speaker uncertain"] : [])],
  };

  const start = ({ quotes }) => {
    for (const quote of quotes) quote.folded = fold(`${quote.words.join(" ")} ${quote.speaker}`);
    const fields = {};
    const form = element("form", { class: "ledger-filters", role: "search", "aria-label": "Filter the quotes" });
    const status = element("p", { class: "ledger-status", role: "status" });
    const body = element("tbody");
    const table = element(
      "table",
      { class: "ledger-table" },
      element("thead", {}, element("tr", {}, ...["Speaker", "Words", "Source"].map((head) => element("th", { scope: "col" }, head)))),
      body,
    );
    const more = element("button", { type: "button", class: "ledger-more" }, "Show more");
    let shown = [];

    const options = (name) => {
      const counts = new Map();
      for (const quote of quotes) for (const value of valuesOf[name](quote)) if (value) counts.set(value, (counts.get(value) || 0) + 1);
      return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
    };
    // Whom the site knows by name stands apart from “he” and “officials”, whom a source leaves at that.
    const named = new Set(quotes.filter((quote) => quote.page).map((quote) => quote.speaker));
    const group = (name, made) => {
      const others = name === "speaker" ? made.filter((option) => !named.has(option.value)) : [];
      if (!others.length) return made;
      const known = made.filter((option) => named.has(option.value));
      return [...known, element("optgroup", { label: "In the words of a source" }, ...others)];
    };
    for (const [name, label, sort] of FILTERS) {
      const id = `ledger-${name}`;
      const field = sort === "list" ? element("select", { name, id }) : element("input", { name, id, type: sort });
      if (sort === "list") {
        const choices = options(name);
        if (!choices.length) continue;
        field.append(element("option", { value: "" }, "all"));
        field.append(...group(name, choices.map(([value, count]) => element("option", { value }, `${value} (${numbered(count)})`))));
      }
      fields[name] = field;
      form.append(element("div", {}, element("label", { for: id }, label), field));
    }
    const clear = element("button", { type: "reset" }, "Clear");
    form.append(clear);

    const matches = (quote, wanted) =>
      wanted.words.every((word) => quote.folded.includes(word)) &&
      Object.keys(valuesOf).every((name) => !wanted[name] || valuesOf[name](quote).includes(wanted[name])) &&
      (!wanted.from || quote.day >= wanted.from) &&
      (!wanted.to || (quote.day && quote.day <= wanted.to));

    const cell = (...children) => element("td", {}, ...children);
    const row = (quote) => {
      const words = element("span", { dir: "auto" }, quote.kind === "verbatim" ? `“${quote.words.join("” … “")}”` : quote.words.join(" … "));
      const kind = quote.kind === "verbatim" ? "verbatim" : "reported";
      const speaker = quote.page ? element("a", { href: quote.page }, quote.speaker) : quote.speaker || "not named";
      const source = element("a", { href: quote.source }, `${quote.outlet || quote.title}, ¶${quote.paragraph}`);
      const day = quote.day ? element("time", { datetime: quote.day }, dayInWords(quote.day) + (quote.inferred ? " (inferred)" : "")) : "undated";
      const place = cell(source, element("br"), day);
      const said = `${quote.speaker || "speaker not named"}${quote.doubtful ? " (speaker uncertain)" : ""}`;
      const link = place.querySelector("a");
      const by = `${said}, ${link.textContent}, ${day.textContent || day}`;
      if (window.buildBriefOffer) window.buildBriefOffer(place, words.textContent, by, kind === "reported", link);
      const doubt = quote.doubtful ? [" ", element("span", { class: "chip doubt" }, "uncertain")] : [];
      return element("tr", {}, cell(speaker, ...doubt), cell(words, " ", element("span", { class: `chip ${kind}` }, kind)), place);
    };
    const draw = () => {
      const at = body.children.length;
      body.append(...shown.slice(at, at + STEP).map(row));
      more.hidden = body.children.length >= shown.length;
    };
    const update = () => {
      const wanted = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
      const address = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
      history.replaceState(null, "", `${location.pathname}${address.size ? `?${address}` : ""}`);
      wanted.words = fold(wanted.words).split(/\s+/).filter(Boolean);
      shown = quotes.filter((quote) => matches(quote, wanted));
      status.textContent = `${numbered(shown.length)} of ${numbered(quotes.length)} quotes`;
      body.replaceChildren();
      draw();
    };

    const asked = new URLSearchParams(location.search);
    for (const [name, field] of Object.entries(fields)) field.value = asked.get(name) || "";
    let waiting;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(update, 80);
    });
    form.addEventListener("reset", () => setTimeout(update));
    form.addEventListener("submit", (event) => event.preventDefault());
    more.addEventListener("click", draw);
    ledger.replaceChildren(form, status, table, more);
    update();
  };

  const script = element("script", { src: "assets/quotes.js" });
  script.addEventListener("load", () => start(window.buildBriefQuotes));
  document.head.append(script);
})();
