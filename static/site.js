// Adds comfort only: every page works without this file.

// A form is sent once: the second press of its button does nothing.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.getAttribute('method') !== 'post' || event.defaultPrevented) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'yes';
  for (const button of form.querySelectorAll('button'))
    button.setAttribute('aria-disabled', 'true');
});

// Coming back with the back button, forms can be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-disabled');
  }
});

// Leaving with unsaved changes asks first, by a link or by the button of another form. Forms opt in with data-ask-before-leaving.
{
  const changed = new Set();
  document.addEventListener('input', ({ target }) => {
    if (target.form?.matches('[data-ask-before-leaving]')) changed.add(target.form);
  });
  document.addEventListener('submit', ({ target }) => {
    if (target.getAttribute('method') !== 'post') changed.delete(target);
  });
  window.addEventListener('beforeunload', (event) => {
    if ([...changed].some((form) => !form.dataset.sent)) event.preventDefault();
  });
}

// A group of the menu closes when something else is pressed, and with Escape.
{
  const open = () => document.querySelector('.places-group details[open]');
  document.addEventListener('click', ({ target }) => {
    const group = open();
    if (group && !group.parentElement.contains(target)) group.open = false;
  });
  document.addEventListener('keydown', ({ key }) => {
    const group = key === 'Escape' ? open() : null;
    if (!group) return;
    group.open = false;
    group.querySelector('summary').focus();
  });
}

// The error summary takes the focus, so that it is read first.
document.querySelector('[data-error-summary]')?.focus();

// Filters fold on a phone unless one of them is set.
const filter = document.querySelector('details.filter');
if (filter && !filter.dataset.active && window.matchMedia('(max-width: 39.99em)').matches) {
  filter.open = false;
}
