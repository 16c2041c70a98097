// The palette: the focus stays in the field, arrows move along the results, Enter does the one at hand.
(() => {
  // What is typed between Ctrl K and the moment when the field is there goes into the field.
  let ahead = null;
  let over = 0;
  window.rollcallAhead = {
    begin() {
      ahead = '';
      clearTimeout(over);
      over = setTimeout(() => { ahead = null; }, 2000);
    },
  };
  addEventListener('keydown', (event) => {
    if (ahead !== null && (event.key.length === 1 || event.key === 'Enter') && !event.ctrlKey && !event.metaKey && !event.altKey) {
      ahead += event.key === 'Enter' ? '\n' : event.key;
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  customElements.define('rc-palette', class extends HTMLElement {
    #active = null;
    #waiting = false;
    #watch = new MutationObserver(() => this.#renew());

    constructor() {
      super();
      this.addEventListener('keydown', (event) => this.#key(event));
      this.addEventListener('input', () => { this.#waiting = false; });
      this.addEventListener('focusin', () => this.#renew());
      this.addEventListener('pointermove', (event) => {
        const option = event.target.closest('[role="option"]');
        if (option && option !== this.#active) {
          this.#at(option);
        }
      });
      // A press on a result must not take the focus out of the field.
      this.addEventListener('pointerdown', (event) => event.target.closest('[role="option"]') && event.preventDefault());
    }

    connectedCallback() {
      this.#watch.observe(this, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-for'] });
      this.#renew();
    }

    disconnectedCallback() {
      this.#watch.disconnect();
    }

    get #field() {
      return this.querySelector('input');
    }

    get #options() {
      return [...this.querySelectorAll('[role="option"]')];
    }

    #renew() {
      const field = this.#field;
      if (!field) {
        return;
      }
      if (ahead !== null && document.activeElement === field) {
        const [typed, enter] = ahead.split('\n', 2);
        ahead = null;
        if (typed) {
          field.value += typed;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }
        this.#waiting = enter !== undefined;
      }
      if (!this.#active?.isConnected) {
        this.#at(this.#options[0] ?? null);
      }
      if (this.#waiting && this.#answered) {
        this.#waiting = false;
        this.#active?.click();
      }
    }

    get #answered() {
      return this.dataset.for === this.#field.value;
    }

    #key(event) {
      if (event.isComposing) {
        return;
      }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        const options = this.#options;
        const step = event.key === 'ArrowDown' ? 1 : -1;
        this.#at(options.at((options.indexOf(this.#active) + step) % options.length) ?? null);
      } else if (event.key === 'Enter' && event.target === this.#field) {
        event.preventDefault();
        if (this.#answered) {
          this.#active?.click();
        } else {
          this.#waiting = true;
        }
      }
    }

    #at(option) {
      this.#active?.setAttribute('aria-selected', 'false');
      this.#active = option;
      const field = this.#field;
      if (option) {
        option.setAttribute('aria-selected', 'true');
        field.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      } else {
        field.removeAttribute('aria-activedescendant');
      }
    }
  });
})();
