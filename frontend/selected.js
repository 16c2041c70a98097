// Escape presses what leaves the present mode, unless it has something nearer to do: close what is open, leave a field.
addEventListener('keydown', (event) => {
  const shown = (selector) => [...document.querySelectorAll(selector)].find((at) => !at.closest('.screens > [hidden]'));
  const way = shown('[data-key="Escape"]');
  if (event.key !== 'Escape' || !way || event.defaultPrevented) {
    return;
  }
  const open = shown(':is(vaadin-dialog, vaadin-confirm-dialog, vaadin-popover, vaadin-context-menu, vaadin-menu-bar-submenu, vaadin-select, vaadin-combo-box, vaadin-multi-select-combo-box, vaadin-date-picker)[opened]');
  const within = event.composedPath().some((at) => at instanceof HTMLElement && (/^(INPUT|TEXTAREA)$/.test(at.tagName) && at.type !== 'checkbox'));
  if (!open && !within) {
    way.click();
  }
}, true);
