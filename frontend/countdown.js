// Counts down the time in a sentence, while it is looked at.
customElements.define('rc-countdown', class extends HTMLElement {
  #until = 0;
  #timer = 0;

  static observedAttributes = ['data-seconds'];

  attributeChangedCallback(name, before, seconds) {
    this.#until = performance.now() + 1000 * Number(seconds);
    if (this.isConnected) {
      this.connectedCallback();
    }
  }

  connectedCallback() {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#tick(), 1000);
    this.#tick();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #tick() {
    const left = Math.max(0, Math.ceil((this.#until - performance.now()) / 1000));
    const two = (number) => String(number).padStart(2, '0');
    this.textContent = this.dataset.text.replace('{0}', `${Math.floor(left / 3600)}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`);
    if (left === 0) {
      clearInterval(this.#timer);
      this.dispatchEvent(new CustomEvent('over'));
    }
  }
});
