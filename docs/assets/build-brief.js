// Two comforts for readers with JavaScript; every page works without. No request, no cookie, no storage.
(() => {
  "use strict";

  // The theme’s search dialog has no name; a screen reader should say one.
  for (const dialog of document.querySelectorAll(".md-search")) dialog.setAttribute("aria-label", "Search");

  // So has the passage that opens beside a number.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element && node.matches('.md-tooltip2[role="dialog"]:not([aria-label])'))
          node.setAttribute("aria-label", "Source of this sentence");
  }).observe(document.body, { childList: true, subtree: true });

  // Esc closes a passage that hovering, focus or a tap opened; it may open again at the next number.
  const root = document.documentElement;
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const active = document.activeElement;
    if (active && active.matches(".footnote-ref")) active.blur();
    root.classList.add("passages-closed");
  });
  const reopen = (event) => {
    if (event.target instanceof Element && event.target.closest(".footnote-ref")) {
      root.classList.remove("passages-closed");
    }
  };
  for (const name of ["pointerover", "focusin", "click"]) addEventListener(name, reopen, true);

  // A click on a number leads to the very paragraph; a tap shows the passage first, with the link in it.
  const paragraphOf = (reference) => {
    const note = document.getElementById(decodeURIComponent(reference.hash.slice(1)));
    return note && note.querySelector('a[href*="#p"]');
  };
  let pointer = "mouse";
  addEventListener("pointerdown", (event) => (pointer = event.pointerType), true);
  addEventListener("keydown", () => (pointer = "keyboard"), true);
  addEventListener("click", (event) => {
    const reference = event.target instanceof Element && event.target.closest(".footnote-ref");
    if (!reference || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const paragraph = paragraphOf(reference);
    if (!paragraph) return;
    event.preventDefault();
    if (pointer === "touch") reference.focus();
    else location.assign(paragraph.href);
  });

  // On paper the data of a picture stand open; this is for browsers that styles alone cannot tell so.
  addEventListener("beforeprint", () => {
    for (const data of document.querySelectorAll(".picture details:not([open])")) {
      data.open = true;
      addEventListener("afterprint", () => (data.open = false), { once: true });
    }
  });

  // “Copy” beside each quote: the words, who said them, where, and a link to the very paragraph.
  const wordsOf = (element) => {
    const copy = element.cloneNode(true);
    for (const other of copy.querySelectorAll("sup, button, .by, .chip.verbatim, .chip.reported, .chip.opinion")) other.remove();
    return copy.textContent.trim().replace(/\s+/g, " ");
  };
  const withLink = (text, link) => (link ? `${text}\n${link.href}` : text);
  const linkIn = (block) => {
    const reference = block.querySelector(".footnote-ref");
    return reference && paragraphOf(reference);
  };
  const write = async (text) => {
    try {
      return await navigator.clipboard.writeText(text);
    } catch {
      // refused, as browsers may for a page from a folder or without HTTPS: the old way still works
    }
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  };
  const offer = (place, words, compose) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-quote";
    button.textContent = words;
    button.addEventListener("click", async () => {
      await write(compose());
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = words), 2000);
    });
    place.append("\u2003", button); // a blank that does not indent the button when it comes on a line of its own
  };
  for (const block of document.querySelectorAll(".key-quote")) {
    const [quote, saidBy] = [block.querySelector("blockquote"), block.querySelector(".said-by")];
    offer(saidBy, "Copy with citation", () => withLink(`${wordsOf(quote)} — ${wordsOf(saidBy)}`, linkIn(quote)));
  }
  // Reported words may begin at their verb, so whoever says them comes first.
  const cited = (words, by, reported) => (reported ? `${by}: ${words}` : `${words} — ${by}`);
  // On the page of a speaker the lines do not say again who speaks.
  const title = document.querySelector("h1");
  for (const block of document.querySelectorAll(".quotes > ul > li")) {
    const by = block.querySelector(".by");
    if (!by) continue;
    const alone = block.closest(".quotes").hasAttribute("data-own");
    const source = by.textContent.trim();
    const said = alone && title ? `${wordsOf(title)}, ${source}` : source;
    const reported = block.querySelector(".chip.reported");
    offer(block, "Copy", () => withLink(cited(wordsOf(block), said, reported), linkIn(block)));
  }
  // The ledger draws its rows later, and asks here for the button of each.
  window.buildBriefOffer = (place, words, by, reported, link) =>
    offer(place, "Copy", () => withLink(cited(words, by, reported), link));
})();
