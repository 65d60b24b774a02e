// Checks a notice while somebody types; the button "Check" does the same without this.

const form = document.getElementById("notice");
const text = document.getElementById("text");
const lint = document.getElementById("lint");
const state = document.getElementById("lint-state");
const paper = document.getElementById("paper");
const mailto = document.getElementById("mailto");
const PAUSE = 600;

let timer;
let running;

async function check() {
  running?.abort();
  running = new AbortController();
  state.textContent = form.dataset.waiting;
  try {
    const answer = await fetch(form.dataset.lint, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      signal: running.signal,
    });
    if (!answer.ok) throw new Error(String(answer.status));
    lint.innerHTML = await answer.text();
    state.textContent = "";
    showButtons();
  } catch (error) {
    if (error.name !== "AbortError") state.textContent = form.dataset.failed;
  }
}

// A finding leads to its words.
function showButtons() {
  for (const button of lint.querySelectorAll("[data-start]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      text.focus();
      text.setSelectionRange(Number(button.dataset.start), Number(button.dataset.end));
    });
  }
}

// What is printed and what goes to an e-mail program is what stands in the field now.
function carry() {
  paper.textContent = text.value;
  const to = encodeURIComponent(document.getElementById("to").value.trim());
  const subject = encodeURIComponent(document.getElementById("subject").value);
  const body = encodeURIComponent(text.value.replace(/\r?\n/g, "\r\n"));
  mailto.href = `mailto:${to}?subject=${subject}&body=${body}`;
}

text.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
});
form.addEventListener("input", carry);
addEventListener("beforeprint", carry);
showButtons();
