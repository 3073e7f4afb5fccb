// The day and night switch: sets the cookie that the server reads, so that the next page is drawn right from its first byte.
// Without scripts the same button is a link to /look/, which sets the cookie too.
"use strict";
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-look]");
  if (!link) return;
  event.preventDefault();
  const theme = link.dataset.look;
  document.documentElement.dataset.theme = theme;
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
  document.querySelector(`[data-look]:not([data-look="${theme}"])`)?.focus();
});
