// Saves steps where it can; every page works without it.

// Leaving quickly leaves nothing behind the back button.
for (const link of document.querySelectorAll("[data-leave]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.replace(link.href);
  });
}
let escapes = [];
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const now = Date.now();
  escapes = [...escapes.filter((then) => now - then < 1500), now];
  if (escapes.length >= 3) location.replace("/away");
});

// On a phone the room where one is may lie beyond the edge of the list of rooms.
document.querySelector(".nav [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

// A list that is filtered while somebody types.
const plain = (text) => text.toLowerCase().replace(/ł/g, "l").normalize("NFD").replace(/\p{M}/gu, "");
for (const field of document.querySelectorAll("[data-filter]")) {
  const list = document.querySelector(field.dataset.filter);
  field.addEventListener("input", () => {
    const wanted = plain(field.value).split(/\s+/).filter(Boolean);
    for (const item of list.querySelectorAll("[data-words]")) {
      const words = plain(item.dataset.words);
      item.hidden = !wanted.every((word) => words.includes(word));
    }
    for (const group of list.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-words]:not([hidden])");
    }
  });
}

// The code that will be made of a place's name, unless somebody types another one.
const place = document.querySelector("#site_name");
const code = document.querySelector("#site_code");
if (place && code) {
  place.addEventListener("input", () => {
    let made = "";
    for (const word of plain(place.value).split(/[^a-z0-9]+/)) if (made.length < 3) made += word;
    code.placeholder = made.slice(0, 12);
  });
}

// Nobody sends the same form twice by pressing twice; one that saves a file leaves the page as it is.
for (const form of document.querySelectorAll("form[method=post]:not([data-file])")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// Words to take along.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const from = document.querySelector(button.dataset.copy);
    await navigator.clipboard.writeText(from.value ?? from.innerText);
    button.textContent = button.dataset.done;
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
