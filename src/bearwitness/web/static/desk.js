// Keys for those who work all day; every key only does what a link or button on the page does.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const at = event.target;
  if (at.closest && at.closest("input, select, textarea, .map")) {
    if (event.key === "Escape") at.blur();
    return;
  }
  if (at.closest && at.closest("dialog") && event.key !== "?") return;
  if (event.key === "?") {
    const keys = document.getElementById("keys");
    if (keys.open) keys.close(); else keys.showModal();
    event.preventDefault();
    return;
  }
  if (event.key === "/") {
    const search = document.querySelector("input[type=search]");
    event.preventDefault();
    if (search) search.focus(); else location.assign("/");
    return;
  }
  if (event.key === "i" && document.querySelector('nav a[href="/inbox"]')) {
    location.assign("/inbox");
    return;
  }
  const onward = { j: "a[data-next]", k: "a[data-previous]" }[event.key];
  if (onward && document.querySelector(onward)) {
    location.assign(document.querySelector(onward).href);
    return;
  }
  const rows = [...document.querySelectorAll("[data-open]")];
  if (rows.length && (event.key === "j" || event.key === "k")) {
    const now = rows.indexOf(document.activeElement);
    const next = event.key === "j" ? Math.min(now + 1, rows.length - 1) : Math.max(now - 1, 0);
    rows[next].focus();
    event.preventDefault();
    return;
  }
  if (event.key === "m" || event.key === "s") {
    const box = document.getElementById(event.key === "m" ? "merge-box" : "split-box");
    if (box) {
      box.open = true;
      box.querySelector("input:not([type=hidden])").focus();
      event.preventDefault();
    }
    return;
  }
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!button) return;
  event.preventDefault();
  const why = document.getElementById("act-why");
  const first = document.getElementById(button.dataset.focus || "act-why");
  if (!why.value) {
    // Every act needs a reason: the key leads to it, and the button is then next in line.
    (first || why).focus();
    why.form.dataset.act = button.value;
    return;
  }
  button.focus();
});
// Enter in the reason's field does what the last key asked for.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.target.id !== "act-why") return;
  const form = event.target.form;
  const button = form.querySelector(`button[value="${CSS.escape(form.dataset.act || "")}"]`);
  event.preventDefault();
  if (button && form.reportValidity()) form.requestSubmit(button);
});
for (const words of document.querySelectorAll(".with-script")) words.hidden = false;
