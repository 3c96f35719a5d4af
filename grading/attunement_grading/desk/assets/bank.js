// The comment bank of one criterion: press an entry to add it to the comment; word it anew once,
// and every marker is offered the new wording.

export class Bank {
  /** `use(text)` adds to the comment, `put(what, fields, words)` sends an action. */
  constructor(box, assignment, { use, put }) {
    Object.assign(this, { box, assignment, use, put });
    this.criterion = box.closest(".criterion").dataset.criterion;
    this.list = box.querySelector("ul");
    box.addEventListener("click", ({ target }) => this.press(target.closest("button")));
  }

  press(button) {
    if (!button) return;
    const item = button.closest("li");
    const { act } = button.dataset;
    if (act === "use") this.use(button.textContent.trim());
    if (act === "keep") this.keep();
    if (act === "edit") this.edit(item);
    if (act === "save") this.save(item);
    if (act === "remove") this.remove(item);
    if (act === "leave") this.show(item, item.dataset.text);
  }

  async keep() {
    const field = this.box.closest(".criterion").querySelector("[data-comment]");
    const text = field.value.trim();
    if (!text) return field.focus();
    const fields = { assignment: this.assignment, criterion: this.criterion, text };
    const answer = await this.put("keep-phrase", fields, "a comment for the bank");
    if (answer.refused || this.find(answer.entry)) return undefined;
    const item = document.createElement("li");
    item.dataset.entry = answer.entry;
    this.list.append(item);
    this.show(item, text);
    return this.count();
  }

  find(entry) {
    return this.list.querySelector(`[data-entry="${CSS.escape(entry)}"]`);
  }

  edit(item) {
    const field = document.createElement("textarea");
    field.value = item.dataset.text;
    field.rows = 3;
    field.setAttribute("aria-label", "Wording of this entry");
    const doors = [
      door("save", "Save for everybody"),
      door("remove", "Take out"),
      door("leave", "Leave as it is"),
    ];
    item.replaceChildren(field, ...doors);
    field.focus();
  }

  async save(item) {
    const text = item.querySelector("textarea").value.trim();
    if (!text) return;
    const fields = { entry: item.dataset.entry, text };
    const answer = await this.put("change-phrase", fields, "an entry of the bank");
    this.show(item, answer.refused ? item.dataset.text : text);
  }

  async remove(item) {
    const fields = { entry: item.dataset.entry, text: null };
    const answer = await this.put("change-phrase", fields, "taking an entry out of the bank");
    if (answer.refused) return this.show(item, item.dataset.text);
    item.remove();
    this.box.querySelector("summary").focus();
    return this.count();
  }

  show(item, text) {
    item.dataset.text = text;
    const use = door("use", text);
    item.replaceChildren(use, door("edit", "Edit"));
    use.focus();
  }

  count() {
    const { length } = this.list.children;
    this.box.querySelector("[data-count]").textContent = String(length);
  }
}

function door(act, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.act = act;
  button.textContent = words;
  button.className = act === "use" ? "phrase" : "plain";
  return button;
}
