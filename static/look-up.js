// Suggestions under the box in the head of every page, as one types. Without this file the box sends its form, and a
// page answers. The pattern is that of a combobox with a list: arrows choose, Enter goes there, Escape closes.
{
  const form = document.querySelector('[data-look-up]');
  const box = form.querySelector('input');
  const list = document.createElement('div');
  const status = document.createElement('p');
  const pause = 150;
  let timer;
  let asking = new AbortController();
  let chosen = -1;

  list.id = 'find-list';
  list.className = 'find-list';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.querySelector('label').textContent);
  status.className = 'unseen';
  status.setAttribute('role', 'status');
  form.append(list, status);
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
    ['aria-autocomplete', 'list'],
  ])
    box.setAttribute(name, value);

  const options = () => [...list.querySelectorAll('[role="option"]')];

  // What is still on its way would open the list again, or take away what was chosen.
  function forget() {
    clearTimeout(timer);
    asking.abort();
    asking = new AbortController();
  }

  function close() {
    forget();
    list.hidden = true;
    choose(-1);
    box.setAttribute('aria-expanded', 'false');
  }

  function choose(at) {
    const all = options();
    all[chosen]?.setAttribute('aria-selected', 'false');
    chosen = at;
    const option = all[at];
    if (!option) return box.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    box.setAttribute('aria-activedescendant', option.id);
  }

  function optionOf({ href, title, detail }, id) {
    const option = document.createElement('div');
    option.id = id;
    option.dataset.href = href;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.append(title);
    if (detail) {
      const small = document.createElement('small');
      small.append(detail);
      option.append(small);
    }
    return option;
  }

  function show({ groups, all, status: says }) {
    status.textContent = says;
    if (groups.length === 0) return close();
    const parts = groups.map(({ label, items }, group) => {
      const part = document.createElement('div');
      const heading = document.createElement('div');
      heading.className = 'group-label';
      heading.id = `find-group-${group}`;
      heading.append(label);
      heading.setAttribute('role', 'presentation');
      part.setAttribute('role', 'group');
      part.setAttribute('aria-label', label);
      part.append(heading, ...items.map((item, at) => optionOf(item, `find-${group}-${at}`)));
      return part;
    });
    const last = optionOf({ href: all.href, title: all.label }, 'find-all');
    last.classList.add('all');
    list.replaceChildren(...parts, last);
    chosen = -1;
    box.removeAttribute('aria-activedescendant');
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
  }

  async function suggest() {
    const q = box.value.trim();
    if (q === '') return close();
    forget();
    const { signal } = asking;
    try {
      const answer = await fetch(`/find.json?${new URLSearchParams({ q })}`, {
        signal,
        headers: { accept: 'application/json' },
      });
      if (answer.ok && box.value.trim() === q && document.activeElement === box)
        show(await answer.json());
    } catch {
      // The form still works: a search that was overtaken, or a connection that is gone, suggests nothing.
    }
  }

  box.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(suggest, pause);
  });
  box.addEventListener('compositionend', suggest);
  box.addEventListener('keydown', (event) => {
    // While characters are composed, Enter and the arrows belong to the input method.
    if (event.isComposing) return;
    const count = options().length;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'ArrowDown' && list.hidden) suggest();
    else if (['ArrowDown', 'ArrowUp'].includes(event.key) && !list.hidden) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place beyond the options is the box itself.
      choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && chosen >= 0 && !list.hidden) {
      event.preventDefault();
      location.assign(options()[chosen].dataset.href);
    }
  });
  // The press comes before the box loses the focus, which closes the list.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]');
    if (option) location.assign(option.dataset.href);
  });
  box.addEventListener('blur', close);

  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
