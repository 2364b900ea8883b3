import ExcelJS from 'exceljs';
import { fromBufferPromise } from 'yauzl';
import { archive } from '../files/archive.js';
import type { Client } from '../web/client.js';

/** A file as it comes from its address, byte for byte. */
export async function fetchBytes(client: Client, address: string): Promise<Buffer> {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(client.base + address, { headers: { cookie } });
  if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

export async function opened(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
}

/** Changed by hand in another program, and saved again. */
export async function altered(
  bytes: Buffer,
  change: (book: ExcelJS.Workbook) => void,
): Promise<Buffer> {
  const book = await opened(bytes);
  change(book);
  // Packed fast: to pack it small takes half of the time.
  const zip = { compression: 'DEFLATE', compressionOptions: { level: 1 } } as const;
  return Buffer.from(await book.xlsx.writeBuffer({ zip }));
}

/** One file of the archive changed as text, which no program that writes workbooks would do. */
export async function rewritten(
  bytes: Buffer,
  name: string,
  change: (xml: string) => string,
): Promise<Buffer> {
  const zip = await fromBufferPromise(bytes);
  const entries: { name: string; content: Buffer }[] = [];
  for await (const entry of zip.eachEntry()) {
    const content = Buffer.concat(await (await zip.openReadStreamPromise(entry)).toArray());
    const isIt = entry.fileName === name;
    entries.push({
      name: entry.fileName,
      content: isIt ? Buffer.from(change(String(content))) : content,
    });
  }
  return archive(entries);
}

/** Sends a file by the form of a page. */
export async function upload(client: Client, address: string, bytes: Buffer, name = 'book.xlsx') {
  const body = new FormData();
  body.set('_token', await client.tokenOf(address));
  body.set('file', new Blob([new Uint8Array(bytes)]), name);
  return client.send(address, { method: 'POST', body, headers: { accept: 'text/html' } });
}
