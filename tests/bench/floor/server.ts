import '../../../src/words.js';
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGzip, gzip } from 'node:zlib';
import { writeXlsxStream } from 'hucre/xlsx';
import { type Day, today } from '../../../src/calendar/days.js';
import { openConnection, Readers, type Row, Writer } from './connection.js';
import { crossTable } from './cross-table.js';
import { dashboard } from './dashboard.js';
import { determine } from './determination.js';
import { asCsv, exported } from './exports.js';
import { find } from './find.js';
import { list } from './list.js';
import { submitMonth } from './monthly-return.js';
import { queue } from './queue.js';
import { rentRoll } from './rent-roll.js';
import { dayPage } from './today.js';
import { venture } from './venture.js';
import { waiverCase } from './waiver-case.js';
import { type By, fileHeadcount, logVenture } from './writes.js';

/**
 * What the benchmark measures against: the same pages for the same sign-in from the same file, with nothing but
 * Node's own server and SQL by hand. It checks the session and no more: no forms, no permissions, no errors.
 */
const [file = '', fixed] = process.argv.slice(2);
/** Another time than now, for tests. */
const now = () => (fixed === undefined ? new Date() : new Date(fixed));
const readers = new Readers(await Promise.all([1, 2, 3].map(() => openConnection(file, 'read'))));
const writer = new Writer(await openConnection(file, 'write'));

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = new URL(req.url ?? '/', 'http://floor');
  const account = await signedIn(req);
  if (!account) return send(res.writeHead(401), '');
  const name = String(account.name);
  const asOf = today(now());
  const returns = /^\/ventures\/([\w-]+)\/returns\/([\d-]+)$/.exec(url.pathname);
  if (req.method === 'POST') {
    const form = new URLSearchParams(await bodyOf(req));
    const by: By = { accountId: Number(account.id), at: now().toISOString(), today: asOf };
    const [, number = '', month = ''] = returns ?? [];
    const [, submitted = '', park = ''] =
      /^\/returns\/([\d-]+)\/(\w+)\/submission$/.exec(url.pathname) ?? [];
    const determined = /^\/waivers\/([\w-]+)\/determination$/.exec(url.pathname);
    const address = await writer.transact((tx) => {
      if (determined) return determine(tx, by, form, determined[1] as string);
      if (submitted !== '') return submitMonth(tx, by, { park, month: submitted });
      return returns ? fileHeadcount(tx, by, form, { number, month }) : logVenture(tx, by, form);
    });
    return send(res.writeHead(303, { location: address }), '');
  }
  if (url.pathname === '/ventures.csv' || url.pathname === '/ventures.xlsx')
    return sendAll(res, url.pathname, asOf);
  const page = await pageOf(url, { name, id: Number(account.id) }, asOf);
  if (page === null) return send(res.writeHead(404), '');
  return compressed(res, page);
}

type Visitor = { name: string; id: number };

function pageOf(url: URL, visitor: Visitor, asOf: Day): Promise<string | null> {
  const { name } = visitor;
  const reader = readers.get();
  if (url.pathname === '/dashboard') return dashboard(reader, name, asOf);
  if (url.pathname === '/reports/cross-table') return crossTable(reader, name, asOf);
  const asked = (field: string) => url.searchParams.get(field) ?? '';
  if (url.pathname === '/rent-roll') return rentRoll(reader, name, asOf);
  if (url.pathname === '/today') return dayPage(reader, visitor, asOf);
  if (url.pathname === '/find') return find(reader, name, asked('q'));
  if (url.pathname === '/waivers/queue')
    return queue(reader, name, asOf, Number(asked('page') || 1));
  const ofCase = /^\/waivers\/([\w-]+)$/.exec(url.pathname);
  if (ofCase) return waiverCase(reader, name, ofCase[1] as string);
  if (url.pathname === '/ventures') {
    const query = {
      status: asked('status'),
      words: asked('q'),
      sort: asked('sort') || 'number',
      page: Number(asked('page') || 1),
    };
    return list(reader, name, asOf, query);
  }
  return venture(reader, name, asOf, url.pathname.slice('/ventures/'.length));
}

const sessions = new Map<string, Row>();

/** A session is looked up once, and in a map from then on. */
async function signedIn(req: IncomingMessage): Promise<Row | undefined> {
  const token = /(?:^|; )session=([\w-]+)/.exec(req.headers.cookie ?? '')?.[1] ?? '';
  const known = sessions.get(token);
  if (known) return known;
  const found = await readers.get().one(
    `SELECT a.id, a.name, a.role FROM Session s JOIN Account a ON a.id = s.accountId
     WHERE s.tokenHash = ? AND s.expiresAt > ? AND a.isActive`,
    createHash('sha256').update(token).digest('hex'),
    now().toISOString(),
  );
  if (found) sessions.set(token, found);
  return found;
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of req) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

function send(res: ServerResponse, text: string | Buffer): void {
  res.end(text);
}

function compressed(res: ServerResponse, page: string): Promise<void> {
  return new Promise((resolve, reject) => {
    gzip(page, (error, bytes) => {
      if (error) return reject(error);
      res.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
        'content-length': bytes.length,
      });
      send(res, bytes);
      resolve();
    });
  });
}

async function sendAll(res: ServerResponse, path: string, asOf: Day): Promise<void> {
  const rows = exported(readers.get(), asOf);
  if (path.endsWith('.csv')) {
    res.writeHead(200, { 'content-type': 'text/csv; charset=utf-8', 'content-encoding': 'gzip' });
    return pipeline(Readable.from(asCsv(rows)), createGzip(), res);
  }
  res.writeHead(200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  const columns = Array.from({ length: 20 }, (_, index) => ({
    header: String(index),
    numFmt: index === 18 ? '0' : '@',
  }));
  const bytes = writeXlsxStream(rows, { name: 'ventures', columns });
  return pipeline(Readable.fromWeb(bytes as ReadableStream<Uint8Array>), res);
}

const server = createServer((req, res) => {
  answer(req, res).catch((error) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    if (!res.headersSent) res.writeHead(500);
    res.end();
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stderr.write(
    `Ready: http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}\n`,
  );
});
process.on('SIGTERM', () => process.exit(0));
