// What HTML alone cannot do here: open forms as true modals, ask before grave deeds, follow the newest message, send on Enter.
"use strict";

const sure = document.getElementById("sure");
const nearEnd = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < 80;
const following = new Map();

function settle() {
  for (const dialog of document.querySelectorAll("dialog[data-modal]")) if (!dialog.matches(":modal")) dialog.showModal();
  for (const box of document.querySelectorAll("[data-follow]")) if (following.get(box.id) ?? true) box.scrollTop = box.scrollHeight;
  const wrong = document.querySelector("dialog [aria-invalid]");
  if (wrong && !wrong.dataset.shown) { wrong.dataset.shown = "yes"; wrong.focus(); }
}

document.addEventListener("DOMContentLoaded", settle);
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

// Choosing in a message tells the app at once.
document.addEventListener("change", (event) => {
  const acting = event.target.closest("[data-acts]");
  if (acting && event.target.form) event.target.form.requestSubmit(acting.querySelector(".go"));
});

// A menu closes when something in it was chosen.
document.addEventListener("click", (event) => {
  const menu = event.target.closest(".menu button, .menu a, .switcher li a") && event.target.closest("[popover]");
  if (menu) setTimeout(() => menu.isConnected && menu.hidePopover());
});

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

document.addEventListener("input", (event) => {
  const box = composing(event);
  const list = box?.form.querySelector("[data-commands]");
  if (!list) return;
  let any = false;
  for (const item of list.children) {
    const fits = box.value.startsWith("/") && item.querySelector("button").dataset.command.startsWith(box.value);
    item.hidden = !fits;
    any ||= fits;
  }
  list.hidden = !any;
});

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
});
