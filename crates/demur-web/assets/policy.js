// Checks the policy at a pause in typing, and shows where something is wrong.

const form = document.querySelector("#editor");
const text = form?.querySelector("textarea");
const into = form && document.querySelector(form.dataset.into);
const PAUSE = 400;

let waiting;
let asked = 0;

async function check() {
  const fields = new URLSearchParams(new FormData(form));
  fields.set("part", "findings");
  const turn = ++asked;
  into.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.dataset.check, { method: "POST", body: fields, redirect: "error" });
    // An answer to an older text says nothing about this one.
    if (!answer.ok || turn !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    into.replaceChildren(...page.body.childNodes);
  } catch {
    // Without the network the button says what is wrong.
  } finally {
    if (turn === asked) into.removeAttribute("aria-busy");
  }
}

// The line of the field instead of the one in the numbered list, which is older.
function show(line) {
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const height = parseFloat(getComputedStyle(text).lineHeight) || 20;
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  text.scrollTop = Math.max(0, (line - 4) * height);
}

if (text && into) {
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, PAUSE);
  });
  into.addEventListener("click", (event) => {
    const link = event.target.closest("[data-line]");
    if (!link) return;
    event.preventDefault();
    show(Number(link.dataset.line));
  });
}
