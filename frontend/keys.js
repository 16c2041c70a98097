// The keys of every screen. Single letters and signs rest while somebody writes or something lies over the page, and for
// whoever has turned them off.
(() => {
  const OVER = ['vaadin-dialog', 'vaadin-confirm-dialog', 'vaadin-popover', 'vaadin-menu-bar-submenu', 'vaadin-context-menu', 'vaadin-select',
    'vaadin-combo-box', 'vaadin-multi-select-combo-box', 'vaadin-date-picker'].map((tag) => `${tag}[opened]`).join();
  const DIALOG = 'vaadin-dialog[opened], vaadin-confirm-dialog[opened]';
  const WRITING = 'textarea, select, vaadin-select, [contenteditable="true"], [contenteditable=""], '
    + 'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="reset"])';
  const GO_MILLISECONDS = 1500;
  let going = -Infinity;

  // What lies over a screen that was put aside lies aside with it.
  const over = (selector) => [...document.querySelectorAll(selector)].find((at) => !at.closest('.screens > [hidden]'));

  const part = () => document.querySelector('.keys-part');
  const tell = (name) => part()?.dispatchEvent(new CustomEvent(name));

  // What the key stands for on a Latin keyboard: with another alphabet by its place.
  const sign = (event) => {
    if (/^[\x21-\x7e]$/.test(event.key)) {
      return event.key.toLowerCase();
    }
    const letter = /^Key([A-Z])$/.exec(event.code)?.[1].toLowerCase();
    return letter ?? (event.code === 'Slash' ? (event.shiftKey ? '?' : '/') : event.code === 'Period' ? '.' : event.key);
  };

  const usable = (at) => at && !at.disabled && at.checkVisibility();

  // A table that has keys, and what of it has the focus. Its rows are in its shadow, what stands in them is not.
  const place = (event) => {
    const path = event.composedPath();
    const table = path.find((at) => at.localName === 'vaadin-grid' && at.hasAttribute('data-keys'));
    const row = table && path.find((at) => at instanceof HTMLTableRowElement && at.parentNode === table.$.items);
    const cell = row && path.find((at) => at instanceof HTMLTableCellElement);
    return { table, row, cell, inside: row && !/^(TR|TD)$/.test(path[0].tagName) };
  };
  const content = (cell) => cell.querySelector('slot')?.assignedElements()[0];
  const inRow = (row, selector) => [...row.cells].map((cell) => content(cell)?.querySelector(selector)).find(Boolean);

  // By the table's own arrows, which know how to fetch and to scroll.
  const step = ({ row, cell, inside }, key) => {
    const from = cell ?? row;
    if (inside) {
      from.focus();
    }
    from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  };

  // From nowhere into the table of the page, to the row where its focus was last.
  const enter = () => {
    const table = [...document.querySelectorAll('vaadin-grid[data-keys]')].find(usable);
    const last = table?.$.items.querySelector('[tabindex="0"]');
    last?.focus();
    return Boolean(last);
  };

  const nowhere = () => !document.activeElement || document.activeElement === document.body || document.activeElement.id === 'content';

  const press = (at) => {
    if (usable(at)) {
      at.click();
    }
    return Boolean(at);
  };

  const go = (letter) => {
    const item = document.querySelector(`vaadin-side-nav-item[data-go="${CSS.escape(letter)}"]`);
    item?.shadowRoot.querySelector('a').click();
    return Boolean(item);
  };

  const search = () => {
    const fields = (over(DIALOG) ?? document).querySelectorAll('[data-key="/"]');
    const field = [...fields].find(usable);
    field?.focus();
    return Boolean(field);
  };

  const inTable = (key, at) => {
    switch (key) {
      case 'j':
      case 'k':
        if (at.row) {
          step(at, key === 'j' ? 'ArrowDown' : 'ArrowUp');
          return true;
        }
        return nowhere() && enter();
      case '.':
        return Boolean(at.row) && press(inRow(at.row, '[data-key="."]'));
      case 'x':
        return Boolean(at.row) && press(inRow(at.row, '[data-key="x"]') ?? inRow(at.row, 'vaadin-checkbox'));
      default:
        return false;
    }
  };

  const letter = (event) => {
    const key = sign(event);
    const after = performance.now() - going < GO_MILLISECONDS;
    going = -Infinity;
    if (after && go(key)) {
      return true;
    }
    switch (key) {
      case 'g':
        going = performance.now();
        return true;
      case '/':
        return search();
      case '?':
        tell('rollcall-keys');
        return true;
      case 'i':
        return press([...document.querySelectorAll('[data-key="i"]')].find(usable));
      default:
        return inTable(key, place(event));
    }
  };

  // Enter on a row follows its first link; a button in the cell keeps it.
  const open = (event) => {
    const { row, cell, inside } = place(event);
    if (!row || inside || (cell && content(cell)?.querySelector('button, vaadin-button, vaadin-menu-bar, vaadin-checkbox'))) {
      return false;
    }
    const link = inRow(row, 'a[href]');
    link?.click();
    return Boolean(link);
  };

  const palette = () => {
    const shown = document.querySelector('rc-palette');
    if (shown) {
      shown.dispatchEvent(new CustomEvent('rollcall-close'));
    } else if (!over(DIALOG)) {
      window.rollcallAhead?.begin();
      tell('rollcall-palette');
    }
  };

  const stop = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };

  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) {
      return;
    }
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && sign(event) === 'k') {
      if (part()) {
        stop(event);
        palette();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === 'Enter') {
      if (!event.shiftKey && open(event)) {
        stop(event);
      }
      return;
    }
    const writing = event.composedPath().some((at) => at instanceof Element && at.matches(WRITING));
    if (event.key.length === 1 && event.key !== ' ' && !writing && part()?.dataset.letters === 'on'
        && (sign(event) === '/' || !over(OVER)) && letter(event)) {
      stop(event);
    }
  }, true);
})();

// What keys do, in the foot of a screen: a line for each hint, with the keys and then the word.
customElements.define('rc-keys', class extends HTMLElement {
  static observedAttributes = ['data-hints'];

  attributeChangedCallback(name, before, hints) {
    const part = (text, look) => Object.assign(document.createElement('span'), { textContent: text, className: look });
    this.replaceChildren(...(hints ?? '').split('\n').filter(Boolean).map((line) => {
      const caps = line.split('\t');
      const word = caps.pop();
      const hint = document.createElement('span');
      hint.append(...caps.map((cap) => part(cap, 'kbd')), part(word, ''));
      return hint;
    }));
  }
});
