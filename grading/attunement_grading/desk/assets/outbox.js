// What a marker did and the server has not acknowledged yet. Each action lies in the browser's
// own storage until then, is sent again after a lost connection or a closed page, and carries a
// key of its own, so that the server does it once however often it arrives.

const WAITS = [1000, 2000, 4000, 8000, 15000];
/** Milliseconds in which further typing replaces a comment that has not been sent. */
const TYPING = 700;

export class Outbox {
  /**
   * `listen(state)` hears of every change: waiting actions, the last refusal, why nothing goes.
   */
  constructor(base, person, listen) {
    this.address = `${base}desk/act/`;
    this.prefix = `att-desk:${base}:${person}:`;
    this.listen = listen;
    this.failures = 0;
    this.trouble = "";
    this.waiters = new Map();
    this.busy = false;
    this.timer = 0;
    addEventListener("online", () => this.hurry());
    addEventListener("pagehide", () => this.hurry());
    document.addEventListener("visibilitychange", () => this.hurry());
  }

  /** Everything that is not acknowledged, oldest first. */
  entries() {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(this.prefix))
      .map((name) => JSON.parse(localStorage.getItem(name)))
      .sort((one, other) => one.at - other.at);
  }

  waiting() {
    return this.entries().filter((one) => !one.refused);
  }

  /** What the server refused for a piece, or for any but that one. */
  refused(piece, others = false) {
    const refused = this.entries().filter((one) => one.refused);
    return refused.filter((one) => (one.fields.piece !== piece) === others);
  }

  /** Keep an action and send it; the promise holds the server's answer. */
  put(what, fields, words) {
    const entry = this.typed(what, fields) ?? {
      key: crypto.randomUUID(),
      what,
      at: this.now(),
      tried: false,
      words,
    };
    entry.fields = fields;
    entry.ready = what === "comment" ? Date.now() + TYPING : 0;
    this.keep(entry);
    this.tell();
    const answer = new Promise((resolve) => this.waiters.set(entry.key, resolve));
    this.plan(entry.ready ? TYPING : 0);
    return answer;
  }

  /** Now, and later than every action before: clocks are set back at times. */
  now() {
    const last = Math.max(this.last ?? 0, ...this.entries().map((one) => one.at));
    this.last = Math.max(Date.now(), last + 1);
    return this.last;
  }

  /** A comment on the same criterion that has not been sent yet: typing goes on in it. */
  typed(what, { piece, criterion }) {
    if (what !== "comment") return undefined;
    const last = this.waiting().pop();
    const same = last?.what === what && last.fields.piece === piece && !last.tried;
    return same && last.fields.criterion === criterion ? last : undefined;
  }

  keep(entry) {
    localStorage.setItem(this.prefix + entry.key, JSON.stringify(entry));
  }

  drop(key) {
    localStorage.removeItem(this.prefix + key);
    this.tell();
  }

  tell() {
    this.listen({ waiting: this.waiting(), trouble: this.trouble });
  }

  /** Send what lies there now, typing or not. */
  hurry() {
    for (const one of this.waiting()) if (one.ready) this.keep({ ...one, ready: 0 });
    this.plan(0);
  }

  plan(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), wait);
  }

  async send() {
    if (this.busy) return;
    this.busy = true;
    try {
      while (await this.sendOne());
    } finally {
      this.busy = false;
    }
  }

  /** Whether there may be more to send. */
  async sendOne() {
    const [entry] = this.waiting();
    if (!entry) return false;
    const wait = entry.ready - Date.now();
    if (wait > 0 && this.waiting().length === 1) {
      this.plan(wait);
      return false;
    }
    this.keep({ ...entry, tried: true });
    const said = await this.ask(entry);
    if (said.later) return this.later(said.later);
    this.failures = 0;
    this.trouble = "";
    if (said.refused) this.keep({ ...entry, refused: said.refused });
    else localStorage.removeItem(this.prefix + entry.key);
    this.tell();
    this.waiters.get(entry.key)?.(said);
    this.waiters.delete(entry.key);
    return true;
  }

  later(why) {
    this.trouble = why;
    this.tell();
    this.plan(WAITS[Math.min(this.failures++, WAITS.length - 1)]);
    return false;
  }

  /** The server's answer; `refused` is its last word, `later` a reason to try again. */
  async ask({ key, what, fields }) {
    try {
      const answer = await fetch(this.address + what, {
        method: "POST",
        redirect: "error",
        keepalive: JSON.stringify(fields).length < 60000,
        headers: { "X-XSRFToken": token(), "Content-Type": "application/json" },
        body: JSON.stringify({ key, ...fields }),
      });
      const said = await answer.json().catch(() => ({}));
      if (answer.ok && said.saved) return said;
      if (said.final) return { refused: said.refused };
      if (answer.status === 403) return { later: "you are logged out; log in again in another tab" };
      return { later: said.refused || `the server answered ${answer.status}` };
    } catch {
      return { later: "the server does not answer" };
    }
  }
}

/** The server's token against forged requests; a hub renews it, so it is read each time. */
export function token() {
  return document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? "";
}
