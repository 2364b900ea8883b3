// The progress of a job in its own page, in place of reading the whole page again. Without this file the page does
// that by itself, as its head says. Whoever listens is told at every quarter, and nothing in between.

const job = document.querySelector('[data-job]');
const bar = job.querySelector('progress');
const text = job.querySelector('[data-text]');
const status = job.querySelector('[role="status"]');
const soonest = Number(job.dataset.job) * 1000;
const slowest = 30_000;

let wait = soonest;
let told = Math.floor((bar.value / bar.max) * 4);

function show({ value, max, text: words }) {
  bar.max = max;
  bar.value = value;
  text.textContent = words;
  const quarter = Math.floor((value / max) * 4);
  if (quarter === told) return;
  told = quarter;
  status.textContent = words;
}

// What is over looks different altogether, and so does the page for who was signed out.
async function ask() {
  try {
    const answer = await fetch(location.pathname, { headers: { accept: 'application/json' } });
    if (answer.status >= 400 && answer.status < 500) return location.reload();
    if (!answer.ok) throw new Error(String(answer.status));
    const { progress } = await answer.json();
    if (!progress) return location.reload();
    show(progress);
    wait = soonest;
  } catch {
    wait = Math.min(wait * 2, slowest);
  }
  setTimeout(next, wait);
}

// Nobody looks at a hidden page: it asks again when it is looked at.
function next() {
  if (!document.hidden) return ask();
  document.addEventListener('visibilitychange', next, { once: true });
}

setTimeout(next, wait);
