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

  // Flow 25.2.2 can stay at "reconnecting" after its resent request was answered. So we ask for ourselves: two answers in a
  // row, and it is told that it is connected; should its own next request fail, it says so again.
  let answers = 0;
  const probe = async () => {
    if (!since) {
      return;
    }
    try {
      answers = (await fetch('theme.js', { method: 'HEAD', cache: 'no-store' })).ok ? answers + 1 : 0;
    } catch {
      answers = 0;
    }
    if (since && answers >= 2) {
      window.Vaadin.connectionState.state = 'connected';
    } else {
      setTimeout(probe, 1500);
    }
  };

  const changed = (previous, current) => {
    if (LOST.includes(current)) {
      if (!since) {
        since = heard;
        answers = 0;
        setTimeout(probe, 1500);
      }
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
