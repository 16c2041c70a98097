// What tables draw in their rows from data. The looks are those of the components of the same name; the tags are made by Lit,
// which writes words as words.
window.rollcallRows = (() => {
  const icon = (html, name) => html`<svg class="i" aria-hidden="true"><use href=${`icons.svg#${name}`}></use></svg>`;

  const face = (html, f) => html`<span class=${`av ${f.look}`} role="img" aria-label=${f.label} title=${f.label}
    >${f.initials || icon(html, 'envelope')}</span>`;

  const named = (html, who) => who.path
    ? html`<a class="nm cut" href=${who.path} title=${who.name}>${who.name}</a>`
    : html`<span class="nm cut" title=${who.name}>${who.name}</span>`;

  const badge = (html, b, title) => html`<span class=${`st ${b.classes ?? ''}`} title=${title}>${icon(html, b.icon)}<span>${b.text}</span></span>`;

  // The space of who changed the row is always kept, so that nothing moves when the face goes.
  const by = (html, f) => f && !f.gone ? face(html, f) : html`<span class="who-space"></span>`;

  const button = ({ currentTarget: at }) => {
    const box = at.getBoundingClientRect();
    const x = at.matches(':dir(rtl)') ? box.left : box.right;
    at.dispatchEvent(new CustomEvent('rollcall-menu', { bubbles: true, composed: true, detail: { x, y: box.bottom + 4 } }));
  };

  return {
    said: (html, c) => c.label
      ? html`<span class=${c.look} role="img" aria-label=${c.label}>${c.text}</span>`
      : html`<span class=${c.look} title=${c.title}>${c.text}</span>`,

    who: (html, c) => html`<span class="row" data-learner=${c.id}>${face(html, c.face)}${named(html, c)}</span>`,

    tags: (html, c) => html`<span class="chips">${(c.shown ?? []).map((tag) => html`<span class=${`chip ${tag.hue}`}>${tag.name}</span>`)}${
      c.more ? html`<span class="chip more" title=${c.rest}>${c.more}</span>` : ''}</span>`,

    standing: (html, c) => html`<span class="row">${badge(html, c.badge, c.title)}${by(html, c.by)}</span>`,

    card: (html, c) => html`<span class="card-row" data-learner=${c.who.id}>${face(html, c.who.face)}<span class="col grow">${
      named(html, c.who)}<span class="t2 xs cut">${c.under}</span></span><span class="col end"><span class="row">${
      by(html, c.standing.by)}${badge(html, c.standing.badge, '')}</span><span class="t2 xs num">${c.number}</span></span></span>`,

    reminder: (html, c, remind, over) => html`<span class="reminder t2 xs">${c.label
      ? html`<vaadin-button theme="small" class=${c.working ? 'working' : ''} ?disabled=${c.working} data-remind=${c.id} aria-label=${c.label}
          @click=${remind}>${c.text}</vaadin-button>`
      : c.left ? html`<rc-countdown data-text=${c.text} data-seconds=${c.left} @over=${over}></rc-countdown>` : c.text}</span>`,

    dots: (html, c) => html`<button type="button" class=${c.working ? 'dots working' : 'dots'} ?disabled=${c.working} data-menu-of=${c.id}
      data-key="." aria-haspopup="menu" aria-label=${c.label} @click=${button}>${icon(html, 'more')}</button>`,
  };
})();

// Whether a row stands where nothing has come yet.
window.rollcallRows.awaited = (row) => row.matches('[loading], [aria-busy]');

// What a table asks for: the rows in sight and as many on either side. Of its own accord it asks for three times as many, and
// after a jump it waits before it does. Here it asks at once, and while a part is on its way, when that has come.
window.rollcallRows.reach = (table) => {
  const { $connector: connector } = table;
  const { awaited } = window.rollcallRows;
  const LOST = 150;
  let asked = -Infinity;

  const ask = () => {
    const missing = table._getRenderedRows().find(awaited);
    if (missing && performance.now() - asked > LOST) {
      asked = performance.now();
      connector.requestPage(Math.floor(missing.index / table.pageSize));
    }
  };

  connector.getViewportRange = () => [table._firstVisibleIndex ?? 0, table._lastVisibleIndex ?? 0];
  table.$.table.addEventListener('scroll', () => requestAnimationFrame(ask), { passive: true });
  const { confirm } = connector;
  connector.confirm = (id) => {
    asked = -Infinity;
    confirm(id);
    requestAnimationFrame(ask);
  };
};

// The table is there again after it lay aside: what it asked for at the last moment was not heard, and is asked for once more.
window.rollcallRows.again = (table) => {
  const { pageSize } = table;
  if (table._getRenderedRows().some(window.rollcallRows.awaited)) {
    const first = Math.floor((table._firstVisibleIndex ?? 0) / pageSize);
    const last = Math.floor((table._lastVisibleIndex ?? 0) / pageSize);
    table.$server?.setViewportRange(first * pageSize, (last - first + 1) * pageSize);
  }
};

// A table writes its least height into a style sheet whenever it has more or fewer rows, and a sheet that is written costs the
// page what it remembers of styles: so only when the height is another.
window.rollcallRows.steady = (table) => {
  if (!table.__minHeightStyleSheet) {
    table.__minHeightStyleSheet = new CSSStyleSheet();
    table.shadowRoot.adoptedStyleSheets.push(table.__minHeightStyleSheet);
  }
  const sheet = table.__minHeightStyleSheet;
  let written = '';
  sheet.replaceSync = (text) => {
    if (text !== written) {
      written = text;
      CSSStyleSheet.prototype.replaceSync.call(sheet, text);
    }
  };
};

// An answer takes rows out and puts others in their place: what is in sight is drawn once, as it is in the end, and as loading only
// where nothing came.
window.rollcallRows.swap = (table) => {
  const { $connector: connector } = table;
  const { clear } = connector;

  const drawMissing = (first, end) => {
    const { items } = table._dataProviderController.rootCache;
    table._getRenderedRows().map(({ index }) => index).filter((index) => index >= first && index < end && !items[index])
      .forEach((index) => table.__updateVisibleRows(index, index));
  };

  connector.clear = (first, length) => {
    const draw = table.__updateVisibleRows;
    table.__updateVisibleRows = () => {};
    try {
      clear(first, length);
    } finally {
      table.__updateVisibleRows = draw;
    }
    queueMicrotask(() => drawMissing(first, first + length));
  };
};

// Whatever changes the parts of a cell or the "loading" of a row has all that lies in there styled anew, since somewhere a component
// asks for such an attribute. So a cell's parts change only when they are others, a row that waits is kept from sight by itself
// and keeps its cells as they were, and which rows are odd nobody asks. Nothing here is selected by the table's own means.
window.rollcallRows.quiet = (table) => {
  const { _generateCellPartNames: name, __updateRowLoading: load, __updateRowOrderParts: order } = table;
  const { awaited } = window.rollcallRows;
  const ALL_BUT_THE_LINE = 'inset(0 0 calc(100% - 1px))';

  const parts = (cell, model) => (table.cellPartNameGenerator?.(cell._column, model) ?? '').split(' ').filter(Boolean).join(' ');

  const named = (row, model) => model && !row.hasAttribute('loading')
    && [...row.children].every((cell) => !cell._column || (cell.__generatedParts ?? []).join(' ') === parts(cell, model));

  table._generateCellPartNames = (row, model) => {
    if (!named(row, model)) {
      name.call(table, row, model);
    }
    if (!model) {
      [...row.children].forEach((cell) => { cell.__generatedParts = undefined; });
    }
  };

  // Where somebody is, the row itself stays in sight; and where one glows, it must end before another begins.
  const canWait = (row) => row._item && !row.matches(':focus-within') && ![...row.children].some((cell) => cell.part.contains('glow'));

  table.__updateRowLoading = (row, loading) => {
    const waits = loading && Boolean(canWait(row));
    if (row.hasAttribute('aria-busy') !== waits) {
      row.ariaBusy = waits ? 'true' : null;
      row.style.clipPath = waits ? ALL_BUT_THE_LINE : '';
    }
    if (!waits) {
      load.call(table, row, loading);
    }
  };

  // Only the table's own rows: what lies around them may be busy for reasons of its own.
  const waiting = (event) => table._getRenderedRows().find((row) => awaited(row) && event.composedPath().includes(row));

  table.$.items.addEventListener('focusin', (event) => {
    const row = waiting(event);
    if (row) {
      table.__updateRowLoading(row, true);
    }
  });
  // A key or a script reaches what nobody sees: it is still that of another learner.
  table.$.items.addEventListener('click', (event) => {
    if (waiting(event)) {
      event.stopPropagation();
      event.preventDefault();
    }
  }, { capture: true });

  table.__updateRowOrderParts = (row) => {
    const first = row.index === 0;
    const last = row.index === table._flatSize - 1;
    const told = [...row.children].every(({ part }) => part.contains('first-row-cell') === first && part.contains('last-row-cell') === last);
    if (!told || row.hasAttribute('first') !== first || row.hasAttribute('last') !== last) {
      order.call(table, row);
    }
  };

  table.__a11yUpdateRowSelected = () => {};
};

// A row that others changed glows once, and who did it stands in it for a while. The server says when it begins; it ends here, so
// that one change is one update.
window.rollcallRows.settle = (table) => {
  const FACE = 4800;
  const named = table.cellPartNameGenerator;
  const begun = new WeakSet();
  const glowed = new WeakSet();

  const redraw = (item) => table._getRenderedRows().filter((row) => row._item === item)
    .forEach(({ index }) => table.__updateVisibleRows(index, index));

  const begin = (item) => {
    begun.add(item);
    if (item.part?.row?.includes('glow')) {
      const glow = parseFloat(getComputedStyle(table).getPropertyValue('--rc-glow-time'));
      setTimeout(() => { glowed.add(item); redraw(item); }, glow);
    }
    const faces = Object.values(item).map((cell) => cell?.by ?? cell?.standing?.by).filter(Boolean);
    if (faces.length) {
      setTimeout(() => { faces.forEach((face) => { face.gone = true; }); redraw(item); }, FACE);
    }
  };

  table.cellPartNameGenerator = (column, row) => {
    const { item } = row;
    if (!begun.has(item)) {
      begin(item);
    }
    const names = named(column, row);
    return glowed.has(item) ? names?.replace('glow', '').replace('then-muted', 'muted') : names;
  };
};
