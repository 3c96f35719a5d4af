// A module's page as an app: says how far it has come, leaves at a press, and ends its kernel.
"use strict";

(() => {
  const started = performance.now();

  // Called by the page as each cell is done.
  window.attWait = (done, count) => {
    const bar = document.getElementById("att-wait");
    const words = document.getElementById("loading_text");
    if (bar) bar.value = done / count;
    if (words && performance.now() - started > 1000) {
      words.textContent = `Part ${done} of ${count}`;
    }
  };

  // Voila's own beacon sends its XSRF token in a form, and the server refuses it. The same
  // request as a keep-alive fetch carries the token in the header, where it is looked for.
  const sendBeacon = navigator.sendBeacon.bind(navigator);
  navigator.sendBeacon = (address, data) => {
    if (!String(address).includes("voila/api/shutdown/")) return sendBeacon(address, data);
    endKernel(String(address));
    return true;
  };

  function endKernel(address) {
    const token = document.cookie.match(/(?:^|;\s*)_xsrf=([^;]*)/);
    const headers = { "X-XSRFToken": token ? token[1] : "" };
    fetch(address, { method: "POST", headers, keepalive: true }).catch(() => {});
  }

  // Leaving is one press and keeps nothing of this page in the history's way.
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-leave]")) {
      location.replace(document.querySelector(".att-home").href);
    }
  });

  // A table of figures that is wider than the page scrolls, so it must take the focus.
  new MutationObserver(() => {
    for (const table of document.querySelectorAll(".jp-RenderedText pre:not([tabindex])")) {
      table.tabIndex = 0;
      table.setAttribute("role", "region");
      table.setAttribute("aria-label", "Figures from the model");
    }
  }).observe(document.documentElement, { childList: true, subtree: true });

  document.documentElement.lang = "en-GB";
})();
