// The learner's page: presses of its buttons, sent to nbgrader's own assignment list.
// Everything that is shown comes rendered from the server; this file asks for it again.

const { base, course } = document.body.dataset;
const part = document.querySelector("#reflections");

const DOING = {
  fetch: "Fetching your copy…",
  submit: "Submitting…",
  fetch_feedback: "Fetching your feedback…",
  refresh: "Looking again…",
};
const DONE = {
  fetch: "Fetched. Your copy is in your folder.",
  submit: "Submitted. Your marker reads the version you saved last.",
  fetch_feedback: "Your feedback is in your folder.",
  refresh: "This is how it stands now.",
};
const FAILED = {
  fetch: "Your copy could not be fetched.",
  submit: "It was not submitted. Your answer is safe in your folder.",
  fetch_feedback: "Your feedback could not be fetched. It is safe where it is.",
  refresh: "The page could not be brought up to date.",
};
const LOST = "Your server does not answer. What you saved is safe. Reload the page and log in again.";

/** The line beside an assignment's buttons, where it is told what happened. */
function lineOf(assignment) {
  const card = cardOf(assignment);
  return (card ?? part).querySelector(".said") ?? document.querySelector("#record-said");
}

function say(where, text, failed = false) {
  where.classList.toggle("failed", failed);
  where.textContent = text;
}

/** A request to this server; a lost connection and a refusal become one readable Error. */
async function ask(path, options = {}) {
  let answer;
  try {
    const headers = { "X-XSRFToken": token() };
    answer = await fetch(base + path, { headers, redirect: "error", ...options });
  } catch {
    throw new Error(LOST);
  }
  if (!answer.ok) throw new Error(`Your server answered ${answer.status}.`);
  return answer;
}

/** The server's token against forged requests; the hub renews it, so it is read each time. */
function token() {
  return document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? "";
}

function post(path, fields = {}) {
  const body = new URLSearchParams(fields);
  return ask(path, { method: "POST", body });
}

/** nbgrader answers a failure with a traceback: its last line is the reason. */
function reason(traceback) {
  const last = String(traceback).trim().split("\n").pop();
  return last.replace(/^[\w.]+(Error|Exception):\s*/, "");
}

async function act(name, assignment) {
  if (name === "refresh") return;
  const fields = { course_id: course, assignment_id: assignment };
  const answer = await (await post(`assignments/${name}`, fields)).json();
  if (!answer.success) throw new Error(reason(answer.value));
}

function cardOf(assignment) {
  return part.querySelector(`[data-assignment="${CSS.escape(assignment)}"]`);
}

function stateOf(assignment) {
  return cardOf(assignment)?.querySelector("[data-act], [data-feedback]")?.outerHTML ?? "";
}

async function show() {
  part.innerHTML = await (await ask("attunement/reflections")).text();
  localTimes();
}

/** nbgrader reports success of a fetch even where it failed, so the state itself is looked at. */
async function press(button) {
  const name = button.dataset.act;
  const assignment = button.closest("[data-assignment]").dataset.assignment;
  button.setAttribute("aria-disabled", "true");
  say(lineOf(assignment), DOING[name]);
  try {
    await act(name, assignment);
    const before = stateOf(assignment).replace(' aria-disabled="true"', "");
    await show();
    if (name.startsWith("fetch") && stateOf(assignment) === before) throw new Error("");
    finish(name, assignment);
  } catch (error) {
    button.removeAttribute("aria-disabled");
    say(lineOf(assignment), `${FAILED[name]} ${error.message}`.trim(), true);
  }
}

function finish(name, assignment) {
  const link = part.querySelector("[data-feedback]");
  if (name === "fetch_feedback" && link) window.location.assign(link.href);
  part.querySelector(`#title-${CSS.escape(assignment)}`)?.focus();
  say(lineOf(assignment), DONE[name]);
}

/** Times in the reader's own zone; the server's words stay where the browser cannot. */
function localTimes() {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });
  for (const time of document.querySelectorAll("time[datetime]")) {
    time.textContent = format.format(new Date(time.dateTime));
  }
}

part.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-act]");
  if (button && button.getAttribute("aria-disabled") !== "true") press(button);
});

const dialog = document.querySelector("#ask-erase");
const recordSaid = document.querySelector("#record-said");
document.querySelector("#erase").addEventListener("click", () => {
  dialog.returnValue = "keep";
  dialog.showModal();
});
dialog.addEventListener("close", async () => {
  if (dialog.returnValue !== "erase") return;
  try {
    const { holds, tried } = await (await post("attunement/record/erase")).json();
    document.querySelector("#record-holds").textContent = holds;
    for (const line of document.querySelectorAll("[data-tried]")) {
      line.textContent = tried[line.dataset.tried];
    }
    say(recordSaid, "Your record is erased.");
  } catch (error) {
    say(recordSaid, `Your record was not erased. ${error.message}`, true);
  }
});

// A page that comes back from the notebook or from history shows how things stand now.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});
localTimes();
