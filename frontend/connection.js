// Says that the browser is cut off, and from when what it shows is; goes by itself, and asks the screens to read again.
(() => {
  const LOST = ['reconnecting', 'connection-lost'];
  let since = null;
  let heard = new Date();

  const strip = () => document.querySelector('.connection');

  const show = () => {
    const at = strip();
    if (!at) {
      return;
    }
    if (since) {
      const text = at.querySelector('.since');
      const time = since.toLocaleTimeString(document.documentElement.lang || undefined, { hour: '2-digit', minute: '2-digit', hour12: false });
      text.textContent = text.dataset.text.replace('{0}', time);
    }
    at.hidden = !since;
    document.documentElement.toggleAttribute('data-cut-off', !!since);
  };

  const changed = (previous, current) => {
    if (LOST.includes(current)) {
      since ??= heard;
    } else if (current === 'connected') {
      heard = new Date();
      if (since) {
        since = null;
        strip()?.dispatchEvent(new CustomEvent('rollcall-back'));
      }
    }
    show();
  };

  const watch = () => {
    const state = window.Vaadin?.connectionState;
    if (!state) {
      setTimeout(watch, 200);
      return;
    }
    state.addStateChangeListener(changed);
    changed(null, state.state);
  };
  watch();
})();
