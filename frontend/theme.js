// The chosen theme, before the first paint. Kept in this browser only; "light dark" follows the system.
(() => {
  const KEY = 'rollcall-theme';
  const schemes = ['light', 'dark', 'light dark'];
  const apply = (scheme) => {
    if (schemes.includes(scheme)) {
      document.documentElement.style.colorScheme = scheme;
    }
  };
  window.rollcallTheme = (scheme) => {
    try {
      localStorage.setItem(KEY, scheme);
    } catch {
      // A browser that keeps nothing: the choice holds until the page is left.
    }
    apply(scheme);
  };
  try {
    apply(localStorage.getItem(KEY));
  } catch {
    // As above.
  }
  addEventListener('storage', (event) => event.key === KEY && apply(event.newValue));
})();
