import autocannon from 'autocannon';

export type Load = {
  url: string;
  connections: number;
  /** How long, in seconds, or how many requests. */
  seconds?: number;
  amount?: number;
  headers?: Record<string, string>;
  requests?: autocannon.Request[];
  /** The status that counts as success. */
  status: number;
};

export type Measured = {
  times: number[];
  seconds: number;
  wrong: number;
  /** Of all answers, with their heads. */
  bytes: number;
};

/** Sends requests one after the other on each connection, and keeps every response time, in milliseconds. */
export function measure(load: Load): Promise<Measured> {
  const times: number[] = [];
  let wrong = 0;
  let bytes = 0;
  const began = performance.now();
  let ended = began;
  return new Promise((resolve, reject) => {
    const running = autocannon(
      {
        url: load.url,
        connections: load.connections,
        headers: load.headers ?? {},
        timeout: 600,
        ...(load.requests ? { requests: load.requests } : {}),
        ...(load.amount ? { amount: load.amount } : { duration: load.seconds ?? 2 }),
      },
      (error, result) => {
        if (error) return reject(error);
        wrong += result.errors + result.timeouts;
        resolve({ times, seconds: (ended - began) / 1000, wrong, bytes });
      },
    );
    running.on('response', (_client, status, received, time) => {
      ended = performance.now();
      bytes += received;
      if (status === load.status) times.push(time);
      else wrong += 1;
    });
  });
}

/** The value below which the given share of the values lies. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
