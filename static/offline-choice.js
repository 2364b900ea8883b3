// Reading without a connection, for this device: chosen, taken back, and what is kept. Nothing of it is sent to the site.

const choiceBox = document.getElementById('offline-choice');
const choiceAddress = '/offline-choice';
const copiesName = 'offline-copies';
const showPart = (name, isShown) => {
  choiceBox.querySelector(`[data-${name}]`).hidden = !isShown;
};

/** The cache of this account, or null: of another it is none. */
async function ownCopies() {
  if (!(await caches.has(copiesName))) return null;
  const cache = await caches.open(copiesName);
  const owner = await (await cache.match(choiceAddress))?.text();
  return owner === choiceBox.dataset.account ? cache : null;
}

async function turnOn() {
  await caches.delete(copiesName);
  try {
    await navigator.serviceWorker.register(choiceBox.dataset.worker, { scope: '/' });
  } catch {
    showPart('off', false);
    return showPart('unable', true);
  }
  const cache = await caches.open(copiesName);
  await cache.put(choiceAddress, new Response(choiceBox.dataset.account));
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller)
    await new Promise((done) =>
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
    );
  // Opened again, this page is the first that is kept: it stands in for those that are not.
  location.reload();
}

async function turnOff() {
  await caches.delete(copiesName);
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  location.reload();
}

async function listCopies(cache) {
  const copies = [];
  for (const request of await cache.keys()) {
    const { headers } = await cache.match(request, { ignoreVary: true });
    const at = headers.get('Copy-Of');
    if (at === null || new URL(request.url).pathname === location.pathname) continue;
    copies.push({ at, address: request.url, title: headers.get('Copy-Title') });
  }
  const list = choiceBox.querySelector('[data-copies] ul');
  const suffix = choiceBox.dataset.site;
  for (const { at, address, title } of copies.sort((a, b) => b.at.localeCompare(a.at))) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = address;
    const parser = new DOMParser().parseFromString(decodeURIComponent(title), 'text/html');
    link.textContent = parser.body.textContent.replace(suffix, '').trim();
    const when = document.createElement('span');
    when.className = 'quiet';
    when.textContent = new Date(at).toLocaleString(document.documentElement.lang, {
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
    item.append(link, ' ', when);
    list.append(item);
  }
  showPart('copies', copies.length > 0);
}

async function showChoice() {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  showPart('unable', false);
  const cache = await ownCopies();
  showPart('off', cache === null);
  showPart('on', cache !== null);
  if (cache !== null) await listCopies(cache);
}

if (choiceBox) {
  choiceBox.querySelector('[data-turn-on]').addEventListener('click', turnOn);
  choiceBox.querySelector('[data-turn-off]').addEventListener('click', turnOff);
  showChoice();
}
