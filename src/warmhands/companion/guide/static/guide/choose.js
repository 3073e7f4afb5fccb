// A tap on a chip shows at once what fits: the server's own answer to the same address, put in place.

const form = document.querySelector("[data-choose]");
let latest = 0;

form.addEventListener("change", async () => {
  const mine = (latest += 1);
  const words = [...new FormData(form)].filter(([, value]) => value !== "");
  const address = `${form.action}?${new URLSearchParams(words)}`;
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) return location.assign(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== latest) return;
  document.getElementById("offers").replaceWith(page.getElementById("offers"));
  history.replaceState(null, "", address);
});
