// Comfort for the tick lists, which work without it: a line that is unticked takes its details along, and the
// figure answers to taps. Nothing is decided here.

for (const line of document.querySelectorAll(".line")) {
  const top = line.querySelector(":scope > .choice input");
  const inner = line.querySelectorAll(".under input[type=checkbox], .under input[type=radio]");
  top.addEventListener("change", () => {
    if (!top.checked) for (const input of inner) input.checked = input.defaultChecked && input.type === "radio";
  });
  for (const input of inner) {
    input.addEventListener("change", () => {
      if (input.checked) top.checked = true;
    });
  }
}

for (const area of document.querySelectorAll("[data-area]")) {
  const input = area.closest(".where").querySelector(`input[value="${area.dataset.area}"]`);
  area.addEventListener("click", () => input.click());
}
