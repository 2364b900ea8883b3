// Keeps what is typed into a long form on this device, says so, and gives it back after a tab was killed or a connection cut.
// Those opt in that ask before leaving, or have data-draft. What is given back is sent with the key that it had, so that what arrived before
// makes no second record. Nothing is kept for longer than a day, after signing out, or for another account; no password, file
// or number of a document ever. Without this file forms work as they do.

const words = document.getElementById('draft-words');
const owner = words?.dataset.owner ?? '';
const prefix = 'draft:';
const longest = 24 * 60 * 60 * 1000;
/** Of what the machinery needs, the key and the version that was seen belong to the draft; the token is of the session. */
const kept = (control) =>
  control.name !== '' &&
  !['password', 'file', 'submit', 'button', 'reset'].includes(control.type) &&
  !['one-time-code', 'current-password', 'new-password'].includes(control.autocomplete) &&
  !/identity|certificate|proof/i.test(control.name) &&
  (control.type !== 'hidden' || ['_key', 'version'].includes(control.name));

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where the browser keeps nothing there is nothing to drop.
  }
}
function everyKey() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

// What is old goes, whoever looks, and what is of another account once somebody has signed in: a session may have ended by itself.
for (const key of everyKey()) {
  const draft = read(key);
  const isAnothers = owner !== '' && draft?.owner !== owner;
  if (!draft || isAnothers || Date.now() - draft.at > longest) drop(key);
}
let isSigningOut = false;
for (const form of document.querySelectorAll('form[action="/sign-out"]'))
  form.addEventListener('submit', () => {
    isSigningOut = true;
    everyKey().forEach(drop);
  });

const controlsOf = (form) => [...form.elements].filter(kept);
const valuesOf = (form) =>
  controlsOf(form).map((control) => [
    control.name,
    control.type === 'checkbox' || control.type === 'radio'
      ? { value: control.value, checked: control.checked }
      : control.value,
  ]);
/** What somebody typed, without the machinery. */
const typedIn = (values) =>
  JSON.stringify(values.filter(([name]) => !['_key', 'version'].includes(name)));

function fill(form, values) {
  const left = new Map();
  for (const [name, value] of values) left.set(name, [...(left.get(name) ?? []), value]);
  for (const control of controlsOf(form)) {
    const own = left.get(control.name);
    if (!own) continue;
    if (control.type === 'checkbox' || control.type === 'radio') {
      const same = own.find((value) => value?.value === control.value);
      if (same) control.checked = same.checked;
    } else if (typeof own[0] === 'string') control.value = own.shift();
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
  for (const details of form.querySelectorAll('details'))
    if ([...details.querySelectorAll('input, textarea, select')].some((control) => control.value))
      details.open = true;
}

/** When it was, as people here say it. */
const clock = (at) =>
  new Date(at).toLocaleTimeString(document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
  });

const keyOf = (form) => `${prefix}${form.getAttribute('action')}`;
const longForms = () =>
  document.querySelectorAll('form[data-draft], form[data-ask-before-leaving]:not([data-no-draft])');

// A page that comes from the page of a form that was sent answers it: it arrived, unless the same form stands here again
// without a receipt. One that was opened otherwise, as after a cut connection, answers none; nor does a copy that is shown
// without a connection (offline-copy.js), which gives nothing back.
const isOfflineCopy = document.documentElement.dataset.copyOf !== undefined;
const here = location.href.replace(/#.*/, '');
function answeredHere() {
  try {
    const { key, from } = JSON.parse(sessionStorage.getItem('draft-sent')) ?? {};
    return document.referrer === from ? key : null;
  } catch {
    return null;
  } finally {
    sessionStorage.removeItem('draft-sent');
  }
}
const answered = answeredHere();
// A form that was not taken is carried by this page, which sends it again: it arrives with the answer to that.
const carrier = document.querySelector('form[data-held]');
if (carrier && answered !== null)
  carrier.addEventListener('submit', () =>
    sessionStorage.setItem('draft-sent', JSON.stringify({ key: answered, from: here })),
  );
// Whoever goes on by a link, or comes back to the form, has not waited for the answer.
addEventListener('pageshow', (event) => {
  if (event.persisted) sessionStorage.removeItem('draft-sent');
});
addEventListener('click', ({ target }) => {
  if (target.closest?.('a[href]')) sessionStorage.removeItem('draft-sent');
});
if (answered !== null && !carrier) {
  const isHere = [...longForms()].some((form) => keyOf(form) === answered);
  if (!isHere || document.querySelector('.receipt')) drop(answered);
}

function keepDrafts(form) {
  const key = keyOf(form);
  const status = document.createElement('p');
  status.className = 'draft-status';
  status.setAttribute('aria-live', 'polite');
  form.append(status);
  const blank = typedIn(valuesOf(form));
  const say = (text) => {
    status.textContent = text;
  };
  const save = (isSent = false) => {
    if (isSigningOut) return;
    const at = Date.now();
    try {
      localStorage.setItem(key, JSON.stringify({ owner, at, isSent, values: valuesOf(form) }));
      if (!isSent) say(words.dataset.kept.replace('{time}', clock(at)));
    } catch {
      say(words.dataset.full);
    }
  };

  // While somebody types, a moment later; and at once where the page goes away or out of sight, as it may not come back.
  let timer = null;
  const settle = () => {
    clearTimeout(timer);
    timer = null;
  };
  const saveSoon = () => {
    settle();
    timer = setTimeout(saveNow, 400);
  };
  const saveNow = () => {
    if (timer === null) return;
    settle();
    save();
  };

  const draft = read(key);
  // A form that came back with a fault holds what was typed last, and its own key.
  const isBack = document.querySelector('[data-error-summary]') !== null;
  if (draft && !isBack && key !== answered && typedIn(draft.values) !== blank) {
    fill(form, draft.values);
    const given = draft.isSent ? words.dataset.cut : words.dataset.given;
    say(given.replace('{time}', clock(draft.at)));
    const discard = document.createElement('button');
    discard.type = 'button';
    discard.className = 'link-button';
    discard.textContent = words.dataset.discard;
    discard.addEventListener('click', () => {
      settle();
      drop(key);
      location.reload();
    });
    const first = status.cloneNode(true);
    first.classList.add('notice');
    first.append(' ', discard);
    form.prepend(first);
  }

  form.addEventListener('input', saveSoon);
  form.addEventListener('change', saveSoon);
  addEventListener('pagehide', saveNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveNow();
  });
  form.addEventListener(
    'submit',
    (event) => {
      settle();
      if (form.dataset.sent) return;
      if (navigator.onLine) {
        save(true);
        sessionStorage.setItem('draft-sent', JSON.stringify({ key, from: here }));
        return;
      }
      // Without a connection it stays here, and goes when there is one.
      event.preventDefault();
      event.stopImmediatePropagation();
      save();
      say(words.dataset.offline);
      addEventListener('online', () => form.requestSubmit(event.submitter), { once: true });
    },
    { capture: true },
  );
}

if (owner !== '' && !isOfflineCopy)
  for (const form of longForms()) if (form.getAttribute('method') === 'post') keepDrafts(form);
