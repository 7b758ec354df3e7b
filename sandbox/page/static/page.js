// What HTML alone cannot do here: open forms as true modals, ask before grave deeds, follow the newest message, send on Enter.
"use strict";

const sure = document.getElementById("sure");
const nearEnd = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < 80;
const following = new Map();
const pointedOut = new WeakSet();
let formOpen = false;
let opener = null;

// The commands that fit what is typed so far.
function offer(box) {
  const list = box?.form.querySelector("[data-commands]");
  if (!list) return;
  for (const item of list.children) item.hidden = !(box.value.startsWith("/") && item.querySelector("button").dataset.command.startsWith(box.value));
  list.hidden = !list.querySelector("li:not([hidden])");
}

function settle() {
  if (!formOpen) opener = document.activeElement;
  for (const dialog of document.querySelectorAll("dialog[data-modal]")) if (!dialog.matches(":modal")) dialog.showModal();
  for (const box of document.querySelectorAll("[data-follow]")) if (following.get(box.id) ?? true) box.scrollTop = box.scrollHeight;
  const wrong = document.querySelector("dialog [aria-invalid]");
  if (wrong && !pointedOut.has(wrong)) { pointedOut.add(wrong); wrong.focus(); }
  const composer = document.querySelector(".composer textarea");
  const wasOpen = formOpen;
  formOpen = document.querySelector("dialog[data-modal]") !== null;
  // Who closes a form goes on where they opened it.
  if (wasOpen && !formOpen && document.activeElement === document.body) (opener?.isConnected && opener !== document.body ? opener : composer)?.focus();
  offer(composer);
}

document.addEventListener("DOMContentLoaded", () => {
  // A permalink leads to its message, and not to the newest one.
  const linked = document.getElementById(location.hash.slice(1));
  const box = linked?.closest("[data-follow]");
  if (box) following.set(box.id, false);
  settle();
  linked?.scrollIntoView({ block: "center" });
});
document.addEventListener("htmx:before:swap", () => {
  for (const box of document.querySelectorAll("[data-follow]")) following.set(box.id, nearEnd(box));
});
document.addEventListener("htmx:after:swap", settle);

// Escape closes a form as its Close button does, so that the app hears of it.
document.addEventListener("cancel", (event) => {
  if (!event.target.matches("dialog[data-modal]")) return;
  event.preventDefault();
  event.target.querySelector("[data-close]").click();
}, true);

// A button that asks first: the form is sent again, from the same button, once the answer is yes.
document.addEventListener("submit", (event) => {
  const asked = event.submitter?.dataset.sureTitle !== undefined && event.submitter;
  if (!asked || asked.dataset.answered) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const [no, yes] = sure.querySelectorAll("button");
  sure.querySelector("h2").textContent = asked.dataset.sureTitle;
  sure.querySelector("p").textContent = asked.dataset.sureText;
  no.textContent = asked.dataset.sureNo;
  yes.textContent = asked.dataset.sureYes;
  yes.classList.toggle("danger", asked.dataset.sureDanger !== undefined);
  sure.returnValue = "no";
  sure.onclose = () => {
    if (sure.returnValue !== "yes" || !asked.isConnected) return;
    asked.dataset.answered = "yes";
    asked.form.requestSubmit(asked);
    delete asked.dataset.answered;
  };
  sure.showModal();
}, true);

// A list of several says what is ticked.
document.addEventListener("change", (event) => {
  const list = event.target.closest(".several");
  const summary = list?.querySelector("summary");
  if (summary) summary.textContent = [...list.querySelectorAll(":checked")].map((box) => box.parentElement.innerText.trim()).join(", ") || summary.dataset.hint;
});

// Choosing tells the app at once; typing does on Enter, further down.
const typed = "textarea, [type=text], [type=email], [type=url]";
document.addEventListener("change", (event) => {
  const acting = event.target.closest("[data-acts]");
  if (!acting || !event.target.form || event.target.matches(typed)) return;
  event.target.form.requestSubmit(acting.querySelector(".go"));
  // In a message the choice is not kept: the next one may be the same.
  if (event.target.matches(".message select")) setTimeout(() => { for (const one of event.target.options) one.selected = one.defaultSelected; });
});

// A menu closes when something in it was chosen.
document.addEventListener("click", (event) => {
  const menu = event.target.closest(".menu button, .menu a, .switcher li a") && event.target.closest("[popover]");
  if (menu) setTimeout(() => menu.isConnected && menu.hidePopover());
});

// Whoever looks at a page whose server has gone is told so.
document.addEventListener("htmx:error", (event) => { if (event.detail.ctx && !event.detail.ctx.response) document.body.dataset.gone = ""; });
document.addEventListener("htmx:after:request", () => delete document.body.dataset.gone);

// The composer: Enter sends, a leading slash offers the commands.
const composing = (event) => event.target.closest?.(".composer textarea");

document.addEventListener("keydown", (event) => {
  const acting = event.target.closest?.("[data-acts]");
  if (event.key === "Enter" && acting && event.target.matches("input")) {
    event.preventDefault();
    event.target.form.requestSubmit(acting.querySelector(".go"));
  }
  const box = composing(event);
  if (!box) return;
  const offered = box.form.querySelector("[data-commands]:not([hidden]) button");
  if (event.key === "Tab" && offered && !event.shiftKey) { event.preventDefault(); offered.click(); }
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); box.form.requestSubmit(); }
});

// What is attached is named beside the clip; with it a message needs no words.
const attached = (event) => {
  const chosen = event.target.closest?.(".attach input");
  if (!chosen) return;
  const names = [...chosen.files].map((file) => file.name).join(", ");
  chosen.parentElement.querySelector("[data-names]").textContent = names;
  chosen.form.querySelector("textarea").required = !names;
};
document.addEventListener("change", attached);

document.addEventListener("input", (event) => offer(composing(event)));

document.addEventListener("click", (event) => {
  const command = event.target.closest("[data-command]");
  if (!command) return;
  const box = command.closest("form").querySelector("textarea");
  box.value = command.dataset.command + " ";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
});

document.addEventListener("htmx:before:request", (event) => {
  const form = event.detail.ctx.sourceElement;
  if (!form.matches(".composer")) return;
  following.clear();
  form.reset();
  form.querySelector("textarea").dispatchEvent(new Event("input", { bubbles: true }));
  form.querySelector(".attach input").dispatchEvent(new Event("change", { bubbles: true }));
});
