// npm run dev: the site, started again whenever the code, a view or a static file changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const watched = ['src', 'prisma', 'views', 'static'];
/** Editors write a file in several steps: what changes within so many milliseconds is one change. */
const settleMs = 80;

let site = null;
let isStopping = false;
let timer = null;

function start() {
  isStopping = false;
  site = spawn(process.execPath, ['.config/run.cjs', 'src/server.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  site.once('exit', () => {
    site = null;
    if (isStopping) start();
    else process.stderr.write('Stopped: it starts again with the next change.\n');
  });
}

/** The next one starts when this one has let go of its data folder. */
function restart() {
  if (!site) return start();
  isStopping = true;
  site.kill('SIGTERM');
}

for (const folder of watched) {
  watch(path.join(root, folder), { recursive: true }, (_event, file) => {
    if (file?.includes('generated')) return;
    clearTimeout(timer);
    timer = setTimeout(restart, settleMs);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    site?.removeAllListeners('exit');
    site?.once('exit', () => process.exit());
    if (site) site.kill(signal);
    else process.exit();
  });
}
start();
