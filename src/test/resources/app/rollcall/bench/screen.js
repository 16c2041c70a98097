// What ScreenBench asks of a page: each answer is the milliseconds until it is on screen.
window.bench = (() => {
  const table = () => [...document.querySelectorAll('#learners')].find((at) => at.checkVisibility());
  const rows = () => [...table()?.$.items.children ?? []]
    .filter((row) => !row.hidden && !row.matches('[loading], [aria-busy]') && row.part.contains('row'));
  const learner = (row) => row && [...row.children].map((cell) => cell.querySelector('slot')?.assignedElements()[0]
    ?.querySelector('[data-learner]')?.dataset.learner).find(Boolean);
  const until = (done) => new Promise((over, failed) => {
    const start = performance.now();
    const look = () => {
      if (done()) {
        over(performance.now() - start);
      } else if (performance.now() - start > 10000) {
        failed(new Error('not on screen within 10 s'));
      } else {
        requestAnimationFrame(look);
      }
    };
    look();
  });
  const first = () => rows().map(learner).find(Boolean);
  const press = (path) => {
    const link = document.createElement('a');
    link.href = path;
    document.body.append(link);
    link.click();
    link.remove();
    return until(() => first());
  };
  const type = (text) => {
    const field = [...document.querySelectorAll('#search input')].find((at) => at.checkVisibility());
    const before = first();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    return until(() => first() && first() !== before);
  };
  const jump = (index) => {
    table().scrollToIndex(index);
    return until(() => {
      const there = rows().filter((row) => row.index >= index && row.index < index + 8);
      return there.length === 8 && there.every(learner);
    });
  };
  return { table, press, type, jump };
})();
