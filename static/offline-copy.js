// A page that may be kept on the device for when there is no connection. Of the page itself it does nothing; of a copy
// (static/offline-worker.js) it says from when it is, and lets nothing on it be filled in or pressed.

const copyOf = document.documentElement.dataset.copyOf;
if (copyOf !== undefined) {
  const bar = document.querySelector('.copy-bar');
  const at = new Date(copyOf).toLocaleString(document.documentElement.lang, {
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const isInstead = document.documentElement.dataset.noCopy !== undefined;
  const said = bar.querySelector(isInstead ? '[data-of-none]' : '[data-of-copy]');
  said.textContent = said.textContent.replace('{time}', at);
  said.hidden = false;
  bar.hidden = false;
  // Only deleting the copies works: that needs no site.
  const controls = 'button:not([data-turn-off]), input, select, textarea';
  for (const control of document.querySelectorAll(controls)) control.disabled = true;
  // A form that was sent just before had no answer: its draft stays.
  sessionStorage.removeItem('draft-sent');
}
