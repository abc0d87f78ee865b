// The search of a large site. The theme's own would load its whole index; this answers in its place, behind the same
// box, from the small files of search/pieces/ (see publish/machines/search_pieces.py). Scripts and not fetches, so that
// it also works from a folder. What it shows passes `escape`: titles and texts of articles are never markup.
(() => {
  "use strict";

  const PAGES = 20; // results drawn; nobody reads further, and each costs a file
  const SECTIONS = 4; // places shown of one page
  const AROUND = 110; // letters before and after the first hit of a text
  const BEGUN = 0.6; // what a word weighs of which only the beginning was typed

  const base = new URL("search/pieces/", new URL(JSON.parse(document.getElementById("__config").textContent).base, location.href));
  const escape = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];

  // Each file is a script that calls one of these.
  const words = new Map();
  const entries = new Map();
  let pages;
  window.buildBriefSearch = {
    pages: (count, firsts, size) => (pages = { count, firsts, size }),
    words: (name, found) => words.set(name, found),
    entries: (number, found) => entries.set(number, found),
  };
  const loads = new Map();
  const load = (name) => {
    if (!loads.has(name))
      loads.set(
        name,
        new Promise((resolve) => {
          const script = document.createElement("script");
          script.src = new URL(`${name}.js`, base).href;
          script.onload = script.onerror = () => resolve(script.remove()); // no file: no such word
          document.head.append(script);
        }),
      );
    return loads.get(name);
  };

  const nameOf = (word) => [...word].slice(0, 2).join("").replace(/[^a-z0-9]/gu, (letter) => `-${letter.codePointAt(0).toString(16)}`);
  const unpack = function* (packed) {
    let number = 0;
    for (const [, distance, weight] of packed.matchAll(/([0-9a-z]+)([A-Z])/g)) {
      number += parseInt(distance, 36);
      yield [number, weight.charCodeAt(0) - 64];
    }
  };

  // How much each entry has of one word of the query, and the words of the site that begin with it.
  const lookUp = async (word) => {
    await load(`w-${nameOf(word)}`);
    const scores = new Map();
    const known = Object.entries(words.get(nameOf(word)) || {}).filter(([other]) => other.startsWith(word));
    for (const [other, packed] of known) {
      const places = [...unpack(packed)];
      const rare = Math.log(1 + pages.count / places.length);
      for (const [entry, weight] of places) {
        const score = weight * rare * (other === word ? 1 : BEGUN);
        if (score > (scores.get(entry) || 0)) scores.set(entry, score);
      }
    }
    known.sort(([, a], [, b]) => b.length - a.length);
    return { scores, known: known.map(([other]) => other) };
  };

  const pageOf = (entry) => {
    let low = 0;
    let high = pages.firsts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (pages.firsts[middle][0] <= entry) low = middle;
      else high = middle;
    }
    return low;
  };

  // Pages with all words of the query, or as many as any page has; the heaviest entry decides, and what kind of page.
  const rank = (found) => {
    const hits = new Map();
    found.forEach(({ scores }, at) => {
      for (const [entry, score] of scores) {
        const page = pageOf(entry);
        const hit = hits.get(page) || hits.set(page, { page, has: new Set(), entries: new Map() }).get(page);
        hit.has.add(at);
        hit.entries.set(entry, (hit.entries.get(entry) || 0) + score);
      }
    });
    let most = 0;
    for (const hit of hits.values()) most = Math.max(most, hit.has.size);
    const kept = [...hits.values()].filter((hit) => hit.has.size === most);
    for (const hit of kept) hit.score = Math.max(...hit.entries.values()) * pages.firsts[hit.page][1];
    return kept.sort((a, b) => b.score - a.score || a.page - b.page);
  };

  const read = async (entry) => {
    const number = Math.floor(entry / pages.size);
    await load(`e-${number}`);
    return entries.get(number)[entry % pages.size];
  };

  const mark = (text, asked) => {
    const parts = text.split(/([\p{L}\p{N}]+)/u);
    return parts.map((part, at) => (at % 2 && asked.some((word) => fold(part).startsWith(word)) ? `<mark>${escape(part)}</mark>` : escape(part))).join("");
  };
  const excerpt = (text, asked) => {
    const at = Math.max(0, ...asked.map((word) => fold(text).search(new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "u"))));
    const start = at > AROUND ? text.indexOf(" ", at - AROUND) + 1 : 0;
    const end = at + AROUND < text.length ? text.lastIndexOf(" ", at + AROUND) : text.length;
    return `${start ? "… " : ""}${mark(text.slice(start, Math.max(end, at)), asked)}${end < text.length ? " …" : ""}`;
  };

  const describe = async (hit, asked, terms) => {
    const first = pages.firsts[hit.page][0];
    const best = [...hit.entries].sort(([a, x], [b, y]) => y - x || a - b).slice(0, SECTIONS);
    if (!best.some(([entry]) => entry === first)) best.push([first, 0]);
    return Promise.all(
      best.map(async ([entry, score]) => {
        const [location, title, text] = await read(entry);
        return { location, title: mark(title, asked), text: `<p>${excerpt(text, asked)}</p>`, score, terms };
      }),
    );
  };

  window.buildBriefSearch.ask = async (query) => {
    await load("pages");
    const asked = [...new Set(wordsOf(query))];
    if (!asked.length || !pages) return { items: [] };
    const found = await Promise.all(asked.map(lookUp));
    const terms = Object.fromEntries(asked.map((word, at) => [word, found[at].known.length > 0]));
    const items = await Promise.all(rank(found).slice(0, PAGES).map((hit) => describe(hit, asked, terms)));
    return { items, suggest: found.map(({ known }, at) => known[0] || asked[at]) };
  };
})();
