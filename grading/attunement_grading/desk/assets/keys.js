// Single keys, only where nobody is typing, and only while the marker wants them.

const SWITCH = "att-desk-keys";

export function listenForKeys(bindings) {
  const dialog = document.querySelector("#keys");
  const box = document.querySelector("#keys-on");
  box.checked = localStorage.getItem(SWITCH) !== "off";
  box.addEventListener("change", () => {
    localStorage.setItem(SWITCH, box.checked ? "on" : "off");
    document.body.classList.toggle("no-keys", !box.checked);
  });
  document.body.classList.toggle("no-keys", !box.checked);
  document.querySelector("#keys-button").addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.key === "Escape" && event.target.matches("textarea")) {
      leave(event.target);
      return;
    }
    if (dialog.open || typing(event.target)) return;
    if (event.key === "?") {
      dialog.showModal();
      return;
    }
    const act = box.checked ? bindings(event.key) : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function typing(target) {
  return target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
}

/** From a comment back to its criterion. */
function leave(field) {
  field.closest("details").querySelector("summary").focus();
}
