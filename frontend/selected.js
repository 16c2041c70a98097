// Escape presses what leaves the present mode, unless it has something nearer to do: close what is open, leave a field.
addEventListener('keydown', (event) => {
  const way = [...document.querySelectorAll('[data-key="Escape"]')].find((at) => at.checkVisibility());
  if (event.key !== 'Escape' || !way || event.defaultPrevented) {
    return;
  }
  const open = document.querySelector(':is(vaadin-dialog, vaadin-confirm-dialog, vaadin-popover, vaadin-context-menu, vaadin-menu-bar-submenu, vaadin-select, vaadin-combo-box, vaadin-multi-select-combo-box, vaadin-date-picker)[opened]');
  const within = event.composedPath().some((at) => at instanceof HTMLElement && (/^(INPUT|TEXTAREA)$/.test(at.tagName) && at.type !== 'checkbox'));
  if (!open && !within) {
    way.click();
  }
}, true);
