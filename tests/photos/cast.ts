import { readdirSync } from 'node:fs';
import { proofsFolder } from '../../src/process/data-folders.js';
import type { Answer, Client, TestApp } from '../web/client.js';

type File = { name: string; bytes: Buffer };

/** Sends a form with photos, as a page would; `accept` as a script would. */
export async function sendPhotos(
  client: Client,
  address: string,
  files: File[],
  { fields = {}, headers = {} }: { fields?: Record<string, string>; headers?: HeadersInit } = {},
): Promise<Answer> {
  const form = new FormData();
  form.append('_token', await client.tokenOf('/account'));
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const { name, bytes } of files)
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name);
  const all = Object.assign({ accept: 'text/html' }, headers);
  return client.send(address, { method: 'POST', body: form, headers: all });
}

/** How many sealed files lie on the disk. */
export function filesOnDisk({ config }: Pick<TestApp, 'config'>): number {
  try {
    const entries = readdirSync(proofsFolder(config), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return 0;
  }
}
