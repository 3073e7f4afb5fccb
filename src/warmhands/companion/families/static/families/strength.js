// How hard is this password to guess? A rough measure that only speaks; the server decides.
const COMMON = ["password", "passwort", "123456", "qwert", "letmein", "iloveyou", "baby", "warmhands", "welcome", "admin"];

/** Guesses as bits: letters that only repeat or count on add little, known words nearly nothing. */
export function bits(password) {
  let plain = password.toLowerCase();
  for (const word of COMMON) plain = plain.replaceAll(word, word[0]);
  const pool = (/[a-z]/.test(plain) ? 26 : 0) + (/[A-Z]/.test(password) ? 10 : 0) + (/\d/.test(plain) ? 10 : 0) + (/[^a-z\d]/.test(plain) ? 20 : 0);
  let fresh = 0;
  for (let i = 0; i < plain.length; i += 1) {
    const step = i ? plain.charCodeAt(i) - plain.charCodeAt(i - 1) : 9;
    fresh += Math.abs(step) <= 1 || plain.indexOf(plain[i]) < i - 8 ? 0.3 : 1;
  }
  return fresh * Math.log2(pool || 1);
}

/** 0 too short, 1 weak, 2 fair, 3 strong. */
export function level(password) {
  if ([...password].length < 8) return 0;
  const found = bits(password);
  return found < 35 ? 1 : found < 60 ? 2 : 3;
}

for (const field of document.querySelectorAll("input[data-strength]")) {
  const box = document.getElementById(field.dataset.strength);
  const [meter, words] = [box.querySelector("meter"), box.querySelector("span")];
  const names = ["short", "weak", "fair", "strong"];
  const tell = () => {
    const now = level(field.value);
    meter.value = now;
    meter.hidden = !field.value;
    const word = field.value ? box.dataset[names[now]] : "";
    if (words.textContent !== word) words.textContent = word;
  };
  const show = document.createElement("button");
  show.type = "button";
  show.className = "chip";
  show.textContent = box.dataset.show;
  show.addEventListener("click", () => {
    const hidden = field.type === "password";
    field.type = hidden ? "text" : "password";
    show.textContent = hidden ? box.dataset.hide : box.dataset.show;
  });
  field.form.addEventListener("submit", () => { field.type = "password"; });
  field.addEventListener("input", tell);
  box.append(show);
  box.hidden = false;
  tell();
}
