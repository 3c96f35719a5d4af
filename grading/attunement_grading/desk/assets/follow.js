// From one list of the desk to the next without loading the frame around it again. Without this
// script, or where anything goes wrong, the browser follows the same links by itself.

import { token } from "./outbox.js";

/** After so many milliseconds the browser takes over, which shows that it is waiting. */
const PATIENCE = 1000;
/** Pages with a frame of their own, and addresses that only lead to one. */
const APART = /^(piece|talk|writers)\b|\/resume$/;
const { base, at } = document.body.dataset;
const main = document.querySelector("#main");
/** The address of what is shown; the browser's own changes first. */
let shown = at;

/** Whether a press of a link is one that this page may follow. */
function mine({ target, button, ctrlKey, metaKey, shiftKey, altKey }) {
  const link = target.closest("a[href]");
  if (!link || button || ctrlKey || metaKey || shiftKey || altKey) return undefined;
  const { origin, pathname, hash } = new URL(link.href);
  const desk = `${base}desk`;
  const here = origin === location.origin && `${pathname}/`.startsWith(`${desk}/`) && !hash;
  return here && !APART.test(pathname.slice(desk.length + 1)) ? link : undefined;
}

async function read(url) {
  const signal = AbortSignal.timeout(PATIENCE);
  const headers = { "X-XSRFToken": token() };
  const answer = await fetch(url, { redirect: "error", headers, signal });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function show(page, address) {
  shown = address;
  document.title = page.title;
  main.replaceChildren(...page.querySelector("#main").childNodes);
  const heading = main.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo(0, history.state?.top ?? 0);
}

/** Show what belongs to the browser's address, unless that changes again meanwhile. */
async function meetAddress() {
  const here = () => location.pathname + location.search;
  const wanted = here();
  if (wanted === shown) return;
  try {
    const page = await read(wanted);
    if (here() === wanted) show(page, wanted);
  } catch {
    if (here() === wanted) location.reload();
  }
}

document.addEventListener("click", (event) => {
  const link = mine(event);
  if (!link) return;
  event.preventDefault();
  history.replaceState({ top: scrollY }, "");
  history.pushState({}, "", link.href);
  shown = ""; // what is pressed is asked for, also where it is what is shown
  meetAddress();
});
addEventListener("popstate", meetAddress);
// A step back may have been taken before this script was here to hear of it.
meetAddress();
