// node -r tests/bench/meter.cjs ...: answers whoever started the process how much it has worked. The bench alone starts
// a server so; nothing of the product knows of it.
const { Session } = require('node:inspector');

let statements = 0;
const counted = (prototype, names) => {
  for (const name of names) {
    const inner = prototype[name];
    prototype[name] = function count(...args) {
      statements += 1;
      return inner.apply(this, args);
    };
  }
};
// Before the library's threads are first used, which reads how many there are to be.
process.env.UV_THREADPOOL_SIZE ??= '16';
const isAtLeast24 = Number(process.versions.node.split('.')[0]) >= 24;
if (isAtLeast24 && process.env.METERED_DRIVER === 'node') {
  counted(require('node:sqlite').StatementSync.prototype, ['all', 'run', 'get']);
} else {
  counted(require('sqlite3').Statement.prototype, ['all', 'run', 'get', 'each']);
}

const inspector = new Session();
inspector.connect();
const post = (method, params) =>
  new Promise((resolve, reject) => {
    inspector.post(method, params, (error, result) => (error ? reject(error) : resolve(result)));
  });

// A program that comes to its end leaves what it has worked where it is told to.
if (process.env.METERED_END) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const work = {
      cpuMs: (user + system) / 1000,
      statements,
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
    require('node:fs').writeFileSync(process.env.METERED_END, JSON.stringify(work));
  });
}

const answers = {
  read: async () => {
    const { user, system } = process.cpuUsage();
    return { cpuMs: (user + system) / 1000, statements };
  },
  beginProfile: async () => {
    await post('Profiler.enable');
    await post('Profiler.setSamplingInterval', { interval: 200 });
    await post('Profiler.start');
    return null;
  },
  endProfile: async () => (await post('Profiler.stop')).profile,
};

process.on('message', ({ id, question }) => {
  answers[question]().then((answer) => process.send({ id, answer }));
});
process.channel?.unref();
