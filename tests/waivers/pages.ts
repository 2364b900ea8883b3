import type { Answer, Client } from '../web/client.js';

export type File = { name: string; bytes: Buffer };

/** Sends a file to an address of a case as a browser does. */
export async function sendFile(
  client: Client,
  url: string,
  file: File | null,
  fields: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData();
  const { _token = await client.tokenOf('/account'), ...rest } = fields;
  if (_token !== '') form.append('_token', _token);
  for (const [name, value] of Object.entries(rest)) form.append(name, value);
  const bytes = file ? new Uint8Array(file.bytes) : new Uint8Array();
  form.append('file', new Blob([bytes], { type: 'text/html' }), file?.name ?? '');
  return client.send(url, { method: 'POST', body: form, headers: { accept: 'text/html' } });
}

/** A page with the signs that are written as codes in addresses. */
export const plain = (text: string): string =>
  text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');

/** The hidden fields of a page's form, beside its token: what it has seen of the case. */
export function hidden(text: string): Record<string, string> {
  const found = [
    ...plain(text).matchAll(/<input type="hidden" name="([a-z]\w*)" value="([^"]*)"/g),
  ];
  return Object.fromEntries(found.map(([, name, value]) => [name as string, value as string]));
}

/** Opens the page of a form and sends it filled in. */
export async function answer(
  client: Client,
  url: string,
  fields: Record<string, string | string[]>,
): Promise<Answer> {
  const { text } = await client.get(url);
  return client.post(url, { ...hidden(text), ...fields });
}
