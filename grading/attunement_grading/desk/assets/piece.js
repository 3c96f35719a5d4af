// One piece on the marking page: its levels and comments as the marker sees them now.

import { Bank } from "./bank.js";

export class Piece {
  constructor(panes, { put, outbox, say, finished }) {
    Object.assign(this, { panes, put, outbox, say, done: finished });
    const { state, next, previous, assignment, title, closed, shows, by } = panes.dataset;
    const given = JSON.parse(state);
    this.key = given.piece;
    this.marks = given.marks;
    this.finished = given.finished || finished.has(given.piece);
    Object.assign(this, { next, previous, assignment, title, closed, shows, by });
    this.criteria = [...panes.querySelectorAll(".criterion")];
    for (const one of outbox.waiting()) this.replay(one);
    for (const box of this.criteria) this.listen(box);
    this.showRefused();
    this.draw();
  }

  /** An action of before the page was loaded that the server has not had yet. */
  replay({ what, fields }) {
    if (fields.piece !== this.key) return;
    if (what === "level") this.mark(fields.criterion).level = fields.level;
    if (what === "comment") this.mark(fields.criterion).comment = fields.comment;
    if (what === "finish") this.finished = true;
    if (what === "reopen") this.finished = false;
  }

  mark(criterion) {
    return (this.marks[criterion] ??= { level: null, comment: "" });
  }

  listen(box) {
    const { criterion } = box.dataset;
    box.addEventListener("toggle", () => box.open && this.opened(box));
    for (const radio of box.querySelectorAll("input[type=radio]"))
      radio.addEventListener("change", () => this.give(box, Number(radio.value)));
    for (const words of box.querySelectorAll("[data-level]"))
      words.addEventListener("click", () => this.give(box, Number(words.dataset.level)));
    const field = box.querySelector("[data-comment]");
    field.value = this.mark(criterion).comment;
    field.addEventListener("input", () => this.write(box, field.value));
    field.addEventListener("blur", () => this.outbox.hurry());
    const use = (text) => this.add(box, text);
    new Bank(box.querySelector(".bank"), this.assignment, { use, put: this.put });
  }

  /** One criterion at a time, also where a browser does not know exclusive details. */
  opened(box) {
    for (const one of this.criteria) if (one !== box) one.open = false;
    const narrow = matchMedia("(max-width: 54rem)").matches;
    box.scrollIntoView({ block: narrow ? "start" : "nearest" });
  }

  get open() {
    return this.criteria.find((box) => box.open) ?? this.criteria[0];
  }

  name(box) {
    return box.querySelector(".name").textContent;
  }

  /** Whether marks can be changed; if not, why not is said. */
  changeable() {
    if (this.closed) this.say("The rubric has changed; an instructor decides first.", true);
    else if (this.finished) this.say("This piece is finished. Reopen it to change a mark.", true);
    return !this.closed && !this.finished;
  }

  give(box, level) {
    if (!this.changeable()) return this.draw();
    const { criterion, top } = box.dataset;
    if (level > Number(top) || (level > 0 && level < 1)) return undefined;
    const mark = this.mark(criterion);
    const now = mark.level === level ? null : level;
    mark.level = now;
    box.open = true;
    this.draw();
    const words = now === null ? `${this.name(box)} taken back` : `${this.name(box)} ${now}`;
    return this.put("level", { piece: this.key, criterion, level: now }, words);
  }

  level(value) {
    return this.give(this.open, value);
  }

  /** Half a level more, and with the next press back to the whole one. */
  half() {
    const { level } = this.mark(this.open.dataset.criterion);
    if (!level) return this.say("Give a level first; the point adds half a level.");
    return this.give(this.open, level % 1 ? Math.floor(level) : level + 0.5);
  }

  write(box, text) {
    const { criterion } = box.dataset;
    if (!this.changeable()) {
      box.querySelector("[data-comment]").value = this.mark(criterion).comment;
      return;
    }
    this.mark(criterion).comment = text;
    this.draw();
    const fields = { piece: this.key, criterion, comment: text };
    this.put("comment", fields, `the comment on ${this.name(box)}`);
  }

  /** An entry of the bank after what is written already. */
  add(box, text) {
    const field = box.querySelector("[data-comment]");
    const before = field.value.trimEnd();
    this.write(box, before ? `${before}\n${text}` : text);
    field.value = this.mark(box.dataset.criterion).comment;
    this.outbox.hurry();
  }

  move(by) {
    const at = this.criteria.indexOf(this.open) + by;
    const box = this.criteria[Math.min(Math.max(at, 0), this.criteria.length - 1)];
    box.open = true;
    box.querySelector("summary").focus();
    box.scrollIntoView({ block: "nearest" });
  }

  comment() {
    this.open.open = true;
    this.open.querySelector("[data-comment]").focus();
  }

  bank() {
    const bank = this.open.querySelector(".bank");
    this.open.open = true;
    bank.open = true;
    bank.querySelector("button").focus();
    bank.scrollIntoView({ block: "nearest" });
  }

  async undo() {
    if (!this.changeable()) return;
    const answer = await this.put("undo", { piece: this.key }, "undoing");
    if (answer.refused) return this.explain("undo", answer);
    this.take(answer);
    const box = this.criteria.find((one) => one.dataset.criterion === answer.criterion);
    if (box) box.open = true;
  }

  /** Why something was not done that holds no text: said once, then let go. */
  explain(what, { refused }) {
    for (const one of this.outbox.refused(this.key))
      if (one.what === what) this.outbox.drop(one.key);
    this.say(`${refused[0].toUpperCase()}${refused.slice(1)}.`, true);
  }

  /** What the server has, for everything that is not on its way there. */
  take({ marks, finished }) {
    this.marks = marks;
    this.finished = finished;
    for (const one of this.outbox.waiting()) this.replay(one);
    for (const box of this.criteria)
      box.querySelector("[data-comment]").value = this.mark(box.dataset.criterion).comment;
    this.draw();
  }

  missing() {
    const empty = this.criteria.filter((b) => this.mark(b.dataset.criterion).level === null);
    if (!empty.length) return "";
    empty[0].open = true;
    empty[0].querySelector("summary").focus();
    return empty.map((box) => this.name(box)).join(", ");
  }

  finish() {
    this.finished = true;
    this.done.add(this.key);
    this.draw();
    return this.put("finish", { piece: this.key }, "that this piece is finished");
  }

  async reopen() {
    if (!this.finished) return;
    const answer = await this.put("reopen", { piece: this.key }, "reopening");
    if (answer.refused) return this.explain("reopen", answer);
    this.done.delete(this.key);
    this.take(answer);
  }

  draw() {
    let sum = 0;
    let left = 0;
    for (const box of this.criteria) {
      const { level } = this.mark(box.dataset.criterion);
      sum += level ?? 0;
      left += level === null ? 1 : 0;
      drawLevel(box, level, this.mark(box.dataset.criterion).comment);
    }
    this.panes.querySelector("[data-sum]").textContent = String(sum);
    const words = `${left} left`;
    this.panes.querySelector("[data-left]").textContent = left ? words : "";
    this.panes.classList.toggle("finished", this.finished);
    this.panes.querySelector('[data-do="reopen"]').hidden = !this.finished;
    this.panes.querySelector('[data-do="undo"]').hidden = this.finished;
    const door = this.panes.querySelector('[data-do="finish"]');
    door.firstChild.textContent = this.finished ? "Next to mark " : "Finish, next ";
  }

  showWaiting(waiting) {
    const mine = waiting.filter((one) => one.fields.piece === this.key);
    for (const box of this.criteria) {
      const waits = mine.some((one) => one.fields.criterion === box.dataset.criterion);
      box.classList.toggle("waiting", waits);
    }
  }

  /** What the server refused lies here until the marker has seen it. */
  showRefused() {
    for (const entry of this.outbox.refused(this.key)) {
      const note = document.createElement("p");
      note.className = "note";
      const text = entry.fields.comment ? ` It was: “${entry.fields.comment}”` : "";
      note.textContent = `Not saved: ${entry.words}, since ${entry.refused}.${text} `;
      const button = document.createElement("button");
      button.textContent = "Let it go";
      button.addEventListener("click", () => {
        this.outbox.drop(entry.key);
        note.remove();
      });
      note.append(button);
      this.panes.querySelector(".pane.rubric h2").after(note);
    }
  }
}

function drawLevel(box, level, comment) {
  for (const radio of box.querySelectorAll("input[type=radio]"))
    radio.checked = level !== null && Number(radio.value) === level;
  const levels = [...box.querySelectorAll("[data-level]")];
  for (const words of levels)
    words.classList.toggle("near", level !== null && Math.abs(words.dataset.level - level) < 1);
  const said = level === null ? "" : inWords(levels, level);
  const written = comment.trim() ? " · comment" : "";
  box.querySelector("[data-given]").textContent =
    (level === null ? "no level yet" : `${level} · ${said}`) + written;
  box.querySelector("[data-standing]").textContent =
    level === null ? "No level yet. 0 is for a criterion that has nothing to mark." : `${level}: ${said}`;
}

/** A level's name, or the two names that it lies between. */
function inWords(levels, level) {
  const name = (one) => one.querySelector("strong").textContent;
  if (level === 0) return "nothing to mark";
  const exact = levels.find((one) => Number(one.dataset.level) === level);
  if (exact) return name(exact);
  const below = levels.filter((one) => one.dataset.level < level).pop();
  const above = levels.find((one) => one.dataset.level > level);
  return `between ${name(below)} and ${name(above)}`;
}
