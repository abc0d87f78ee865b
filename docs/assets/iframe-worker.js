// Search from a folder. A page opened from disk may not start a Worker, so a hidden frame stands in for it:
// the worker's script runs there, and messages are handed to and fro as events. Over HTTP nothing is changed.
(function () {
  "use strict";

  // Material awaits importScripts, so scripts may load one after the other without blocking.
  function importInto(page, addresses) {
    return addresses.reduce(function (before, address) {
      return before.then(function () {
        return loadScript(page, address);
      });
    }, Promise.resolve());
  }

  function loadScript(page, address) {
    return new Promise(function (resolve, reject) {
      const script = page.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = function () {
        reject(new Error("cannot load " + address));
      };
      page.body.append(script);
    });
  }

  class FrameWorker extends EventTarget {
    constructor(address) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.body.append(this.frame);
      const inside = this.frame.contentWindow;
      // Opening and closing it gives the empty frame a document that stays, in every browser.
      inside.document.open();
      inside.document.close();
      inside.postMessage = (data) => this.receive(data);
      inside.importScripts = (...addresses) => importInto(inside.document, addresses);
      this.ready = loadScript(inside.document, new URL(address, document.baseURI).href);
      this.ready.catch((error) => this.dispatchEvent(new ErrorEvent("error", { message: error.message })));
    }

    postMessage(data) {
      const copy = structuredClone(data);
      this.ready.then(() => {
        const inside = this.frame.contentWindow;
        inside.dispatchEvent(new inside.MessageEvent("message", { data: copy }));
      });
    }

    receive(data) {
      const event = new MessageEvent("message", { data });
      this.dispatchEvent(event);
      if (typeof this.onmessage === "function") this.onmessage(event);
    }

    terminate() {
      this.frame.remove();
    }
  }

  const Usual = location.protocol === "file:" ? FrameWorker : window.Worker;

  // The theme's worker for its own index; where that is empty the site has it in pieces (see search-pieces.js),
  // and answers come from there, in the words that the theme knows.
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;

  class SearchWorker extends EventTarget {
    constructor(address) {
      super();
      this.address = address;
    }

    postMessage(message) {
      if (message.type === SETUP) this.setUp(message);
      else if (this.usual) this.usual.postMessage(message);
      else if (message.type === QUERY) this.answer(message.data);
    }

    setUp(message) {
      if (message.data.docs.length) {
        this.usual = new Usual(this.address);
        this.usual.addEventListener("message", (event) => this.tell(event.data));
        this.usual.postMessage(message);
        return;
      }
      const pieces = new URL("../../search-pieces.js", new URL(this.address, document.baseURI)).href;
      loadScript(document, pieces).then(() => this.tell({ type: READY }));
    }

    answer(query) {
      this.last = query;
      window.buildBriefSearch.ask(query).then((data) => {
        if (query === this.last) this.tell({ type: RESULT, data });
      });
    }

    tell(data) {
      this.dispatchEvent(new MessageEvent("message", { data }));
    }

    terminate() {
      if (this.usual) this.usual.terminate();
    }
  }

  const isSearch = (address) => new URL(address, document.baseURI).pathname.includes("/workers/search.");
  window.Worker = function (address, options) {
    return isSearch(address) ? new SearchWorker(address) : new Usual(address, options);
  };
})();
