// "/" goes to the search of the page, unless somebody is writing.
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const writing = event.composedPath().some((at) => at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)));
  const field = document.querySelector('[data-key="/"]');
  if (!writing && field) {
    event.preventDefault();
    field.focus();
  }
});
