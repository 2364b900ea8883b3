// Keeps copies of pages that were opened, for a person who chose so on this device (/account/offline), and shows them when
// there is no connection. It is registered by that choice alone. The site says which pages may be kept and for whom
// (src/people/offline-copy.ts). Copies go on signing out, when somebody else signs in or nobody is signed in, after three days, and
// when the site no longer gives their page; of more than sixty the oldest go.

const cacheName = 'offline-copies';
const choice = '/offline-choice';
const overview = '/account/offline';
const longest = 3 * 24 * 60 * 60 * 1000;
const most = 60;
const goneFor = [401, 403, 404, 410];
/** What a copy keeps of the answer's head: above all what the page may load. */
const keptHeaders = [
  'Content-Type',
  'Content-Security-Policy',
  'X-Frame-Options',
  'X-Content-Type-Options',
  'Referrer-Policy',
];

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([clients.claim(), registration.navigationPreload?.enable()])),
);
addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(open(event, pathname));
  else if (request.method === 'GET' && pathname.startsWith('/static/'))
    event.respondWith(fetch(request).catch((fault) => keptFile(request, fault)));
});

/** The page from the site, as without this file; a copy only where the site cannot be reached. */
async function open(event, pathname) {
  const { request } = event;
  if (request.method === 'POST' && pathname === '/sign-out') event.waitUntil(dropCopies());
  let answer;
  try {
    answer = (await event.preloadResponse) ?? (await fetch(request));
  } catch (fault) {
    const copy = await copyFor(request);
    if (copy === null) throw fault;
    return copy;
  }
  const isKept = request.method === 'GET' && answer.headers.has('Offline-Copy');
  event.waitUntil(note(request, answer, isKept ? answer.clone() : null));
  return answer;
}

/** The cache of who chose it, or null. */
async function chosen() {
  if (!(await caches.has(cacheName))) return null;
  const cache = await caches.open(cacheName);
  const owner = await (await cache.match(choice))?.text();
  return owner ? { cache, owner } : null;
}

async function note(request, { status, type, headers }, copy) {
  const own = await chosen();
  if (own === null) return;
  const account = headers.get('Signed-In');
  if (account !== null && account !== own.owner) return forget();
  const isPage = (headers.get('Content-Type') ?? '').startsWith('text/html');
  if (account === null && status === 200 && isPage) return dropCopies();
  if (request.method !== 'GET') return;
  if (type === 'opaqueredirect' || goneFor.includes(status))
    await own.cache.delete(request.url, { ignoreVary: true });
  else if (copy !== null && status === 200 && isPage) await keep(own.cache, request.url, copy);
}

/** Everything, the choice too: it was another person's. */
async function forget() {
  await caches.delete(cacheName);
  await registration.unregister();
}

const copiesIn = async (cache) => {
  const copies = [];
  for (const request of await cache.keys()) {
    const at = (await cache.match(request, { ignoreVary: true }))?.headers.get('Copy-Of');
    if (at) copies.push({ request, at: Date.parse(at) });
  }
  return copies.sort((a, b) => b.at - a.at);
};

async function dropCopies() {
  const own = await chosen();
  if (own === null) return;
  for (const { request } of await copiesIn(own.cache)) await own.cache.delete(request);
}

async function keep(cache, address, answer) {
  const at = new Date().toISOString();
  const headers = new Headers({ 'Copy-Of': at });
  for (const name of keptHeaders)
    if (answer.headers.has(name)) headers.set(name, answer.headers.get(name));
  const html = await answer.text();
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? address;
  headers.set('Copy-Title', encodeURIComponent(title));
  // Without what lets a form be sent.
  const copy = html
    .replace('<html ', `<html data-copy-of="${at}" `)
    .replace(/(name="_token" value=")[^"]*/g, '$1');
  await cache.put(address, new Response(copy, { headers }));
  await keepFiles(cache, html);
  const now = Date.now();
  for (const [index, old] of (await copiesIn(cache)).entries())
    if (index >= most || now - old.at > longest) await cache.delete(old.request);
  // Turned off meanwhile: nothing stays of what was on its way.
  if ((await chosen()) === null) await caches.delete(cacheName);
}

/** Styles and scripts of a page, in the newest version that was seen. The browser has them already. */
async function keepFiles(cache, html) {
  for (const [, escaped] of html.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)) {
    const address = escaped.replaceAll('&#x3D;', '=');
    if (await cache.match(address)) continue;
    await cache.delete(address, { ignoreSearch: true });
    await cache.add(address).catch(() => {});
  }
}

async function keptFile(request, fault) {
  const own = await chosen();
  const file = await own?.cache.match(request, { ignoreSearch: true, ignoreVary: true });
  if (!file) throw fault;
  return file;
}

/** The copy of a page, else the overview of copies, which says that there is none; null where nothing is kept. */
async function copyFor({ method, url }) {
  const own = await chosen();
  if (own === null) return null;
  const fresh = async (address) => {
    const copy = await own.cache.match(address, { ignoreVary: true });
    const at = Date.parse(copy?.headers.get('Copy-Of') ?? '');
    return Date.now() - at <= longest ? copy : null;
  };
  const copy = method === 'GET' ? await fresh(url) : null;
  if (copy) return copy;
  const instead = await fresh(overview);
  if (!instead) return null;
  const html = (await instead.text()).replace('<html ', '<html data-no-copy ');
  return new Response(html, { status: 503, headers: instead.headers });
}
