// What this device keeps: small JSON values in localStorage. Where the browser refuses (private windows, full), the
// value lives until the page goes, and `keeps()` says so, for the page to tell the parent.

const here = new Map();
let refused = false;

export function load(name, otherwise) {
  try {
    const text = localStorage.getItem(name);
    return text === null ? (here.get(name) ?? otherwise) : JSON.parse(text);
  } catch {
    refused = true;
    return here.get(name) ?? otherwise;
  }
}

export function save(name, value) {
  here.set(name, value);
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    refused = true;
  }
}

export function forget(name) {
  here.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    refused = true;
  }
}

export function keeps() {
  return !refused;
}
