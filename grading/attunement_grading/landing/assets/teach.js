// The instructor's page: its buttons call the formgrader's own API, one request after the
// other, and say how far they are. What is shown comes rendered from the server.

const { base } = document.body.dataset;
const part = document.querySelector("#progress");
const LOST = "The course's server does not answer. Nothing is lost; reload the page.";

async function ask(path, options = {}) {
  let answer;
  try {
    const headers = { "X-XSRFToken": token() };
    answer = await fetch(base + path, { headers, redirect: "error", ...options });
  } catch {
    throw new Error(LOST);
  }
  if (!answer.ok) throw new Error(`The course's server answered ${answer.status}.`);
  return answer;
}

/** The server's token against forged requests; the hub renews it, so it is read each time. */
function token() {
  return document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? "";
}

function post(path, fields) {
  const body = fields ? new URLSearchParams(fields) : undefined;
  return ask(path, { method: "POST", body });
}

/** nbgrader answers a failure with a traceback or a log: its last line is the reason. */
function reason(result) {
  const lines = String(result.error || result.log || "nbgrader gave no reason").trim().split("\n");
  return lines.pop().replace(/^[\w.]+(Error|Exception):\s*/, "");
}

async function call(path) {
  const result = await (await post(`formgrader/api/${path}`)).json();
  if (!result.success) throw new Error(reason(result));
}

function say(where, text, failed = false) {
  where.classList.toggle("failed", failed);
  where.textContent = text;
}

/** Run every call of a button; the number that went through comes with the error, if one did. */
async function run(calls, progress) {
  progress.max = calls.length;
  progress.value = 0;
  progress.hidden = calls.length < 2;
  for (const path of calls) {
    await call(path);
    progress.value += 1;
  }
}

async function press(button) {
  const card = button.closest(".card");
  const assignment = button.closest("[data-assignment]").dataset.assignment;
  const said = card.querySelector(".said");
  const progress = card.querySelector("progress");
  const calls = JSON.parse(button.dataset.calls);
  button.setAttribute("aria-disabled", "true");
  say(said, button.dataset.doing);
  try {
    await run(calls, progress);
    await show(assignment, button.dataset.done);
  } catch (error) {
    const far = calls.length > 1 ? ` ${progress.value} of ${calls.length} steps went through.` : "";
    const text = `${button.dataset.failed} ${error.message}${far}`;
    await show(assignment, text, true).catch(() => say(said, text, true));
    button.removeAttribute("aria-disabled");
    progress.hidden = true;
  }
}

/** Bring the assignments up to date, then say what happened where the button was. */
async function show(assignment, text, failed = false) {
  part.innerHTML = await (await ask("teach/progress")).text();
  localTimes();
  const section = part.querySelector(`[data-assignment="${CSS.escape(assignment)}"]`);
  if (!section) return;
  section.querySelector("h2, h3").focus();
  say(section.querySelector(".said"), text, failed);
}

function localTimes() {
  const options = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  const format = new Intl.DateTimeFormat("en-GB", options);
  for (const time of document.querySelectorAll("time[datetime]")) {
    time.textContent = format.format(new Date(time.dateTime));
  }
}

part.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-calls]");
  if (button && button.getAttribute("aria-disabled") !== "true") press(button);
});

document.querySelector(".checklist").addEventListener("change", async ({ target }) => {
  const ticked = document.querySelector("#ticked");
  try {
    await post("teach/tick", { item: target.dataset.item, on: target.checked ? "1" : "0" });
    say(ticked, "");
  } catch (error) {
    target.checked = !target.checked;
    say(ticked, `The tick was not kept. ${error.message}`, true);
  }
});

window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});
localTimes();
