// The marking page. What a key or a press changes is shown at once, kept in the outbox until the
// server has it on disk, and shown as saved then.

import { listenForKeys } from "./keys.js";
import { Outbox, token } from "./outbox.js";
import { Piece } from "./piece.js";

const { base, person } = document.body.dataset;
const main = document.querySelector("#main");
const saved = document.querySelector("#saved");
const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const outbox = new Outbox(base, person, tell);
/** Pieces that were finished since the page was opened: the server may not know yet. */
const finished = new Set();
let piece;
let ahead;
let everSaved = false;

function say(text, failed = false) {
  saved.classList.toggle("failed", failed);
  if (saved.textContent !== text) saved.textContent = text;
}

function tell({ waiting, trouble }) {
  everSaved ||= waiting.some((one) => one.what !== "open");
  if (trouble && waiting.length) {
    const words = waiting.map((one) => one.words);
    const more = words.length > 2 ? ` and ${words.length - 2} more` : "";
    const what = words.slice(0, 2).join(", ") + more;
    say(`Not saved yet: ${what}. Kept in this browser and tried again: ${trouble}.`, true);
  } else if (waiting.some((one) => one.what !== "open")) {
    say("Saving…");
  } else if (everSaved) {
    say(`Saved ${time.format(new Date())}`);
  }
  piece?.showWaiting(waiting);
  showRefused();
}

/** Something that the server refused for a piece that the marker has left since. */
function showRefused() {
  const [entry] = piece ? outbox.refused(piece.key, true) : [];
  const note = document.querySelector("#refused");
  note.hidden = !entry;
  if (!entry) return;
  note.querySelector("span").textContent = `Not saved: ${entry.words}, since ${entry.refused}.`;
  note.querySelector("a").href = `${base}desk/piece/${entry.fields.piece ?? ""}`;
  note.querySelector("a").hidden = !entry.fields.piece;
  note.querySelector("button").onclick = () => outbox.drop(entry.key);
}

function put(what, fields, words) {
  return outbox.put(what, fields, words);
}

function show(html, moved = true) {
  main.innerHTML = html;
  piece = new Piece(main.querySelector(".panes"), { put, outbox, say, finished });
  document.title = piece.title;
  outbox.tell();
  put("open", { piece: piece.key }, "where you are");
  if (moved) main.querySelector("#piece").focus();
  lookAhead();
}

/** Reading a page by script needs the token as well: a hub takes it for a stranger's otherwise. */
async function page(path) {
  const headers = { "X-XSRFToken": token() };
  const answer = await fetch(base + path, { redirect: "error", headers });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return answer;
}

function fragment(key) {
  const by = piece.by ? "&by=writer" : "";
  return page(`desk/piece/${key}?part=1${by}`).then((answer) => answer.text());
}

/** Ask for the next piece while this one is read, so that it is there when it is wanted. */
async function lookAhead() {
  const here = piece;
  try {
    const by = here.by ? "&by=writer" : "";
    const answer = await page(`desk/of/${here.assignment}/next?after=${here.key}${by}`);
    const { key } = await answer.json();
    here.next = finished.has(key) ? "" : key;
    if (here.next && here === piece) ahead = { key: here.next, html: fragment(here.next) };
    ahead?.html.catch(() => (ahead = undefined));
  } catch {
    // Nothing is lost: it is asked for again when it is wanted.
  }
}

async function go(key) {
  try {
    const html = await (ahead?.key === key ? ahead.html : fragment(key));
    ahead = undefined;
    const by = piece.by ? "?by=writer" : "";
    history.pushState({ key }, "", `${base}desk/piece/${key}${by}`);
    show(html);
  } catch {
    say("The next piece cannot be fetched: the server does not answer. What you did is kept.", true);
  }
}

async function onward() {
  const key = piece.next && !finished.has(piece.next) ? piece.next : await following();
  if (key) await go(key);
  else if (piece.by) location.assign(`${base}desk`);
  else location.assign(`${base}desk/of/${piece.assignment}${piece.shows ? "/calibration" : ""}`);
}

/** A step back asks for an earlier piece, perhaps before this script was here to hear of it. */
function meetAddress() {
  if (!location.pathname.endsWith(`/${piece.key}`)) location.reload();
}

/** The next piece of the pile or of the heap, once the server knows all that was done here. */
async function following() {
  const { assignment, key } = piece;
  const fields = { assignment, after: key, by: piece.by };
  const answer = await put("take", fields, "the next piece");
  return answer.key;
}

async function finish() {
  if (piece.finished) return onward();
  const missing = piece.missing();
  if (missing) return say(`No level yet for ${missing}.`, true);
  const { key } = piece;
  const done = piece.finish();
  if (!piece.shows) {
    done.then((answer) => answer.check && reveal(key));
    return onward();
  }
  const answer = await done;
  if (!answer.refused) show(await fragment(key), false);
}

/** A piece that has just been finished was an exemplar: now the expert's marks can be seen. */
function reveal(key) {
  const note = document.querySelector("#check");
  note.hidden = false;
  note.querySelector("a").href = `${base}desk/piece/${key}`;
}

const DOORS = {
  finish,
  undo: () => piece.undo(),
  reopen: () => piece.reopen(),
  next: onward,
  previous: () => (piece.previous ? go(piece.previous) : say("This is the first piece.")),
};
const KEYS = {
  f: DOORS.finish,
  u: DOORS.undo,
  r: DOORS.reopen,
  n: DOORS.next,
  p: DOORS.previous,
  j: () => piece.move(1),
  k: () => piece.move(-1),
  c: () => piece.comment(),
  b: () => piece.bank(),
  a: () => main.querySelector("#reading").focus(),
  g: () => location.assign(`${base}desk/of/${piece.assignment}`),
  ".": () => piece.half(),
  ",": () => piece.half(),
};

main.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-do]");
  if (button) DOORS[button.dataset.do]();
});
listenForKeys((key) => (/^[0-9]$/.test(key) ? () => piece.level(Number(key)) : KEYS[key]));
addEventListener("popstate", meetAddress);
piece = new Piece(main.querySelector(".panes"), { put, outbox, say, finished });
meetAddress();
say("");
outbox.tell();
outbox.hurry();
put("open", { piece: piece.key }, "where you are");
lookAhead();
