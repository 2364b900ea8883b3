import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler, type Response, Router } from 'express';
import { joinedStylesheet, stylesheet } from './stylesheet.js';

/** Gives the address of a static file, with a mark of its content in it. */
export type Assets = { urlOf(name: string): string };

/** Reads the folder once. @throws later, from urlOf, for a file that is not there */
export function loadAssets(folder: string): Assets {
  const urls = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    const content = name === stylesheet ? joinedStylesheet(folder) : readFileSync(file);
    const mark = createHash('sha256').update(content).digest('hex').slice(0, 12);
    urls.set(name, `/static/${name}?v=${mark}`);
  }
  return {
    urlOf(name) {
      const url = urls.get(name);
      if (!url) throw new Error(`there is no static file ${name}`);
      return url;
    },
  };
}

/** Serves the folder: for ever under the address with the right mark, else to be asked for again. */
export function serveAssets(folder: string, assets: Assets): RequestHandler {
  const setCaching = (res: Response, name: string) => {
    const isMarked = res.req.originalUrl === assets.urlOf(name);
    // It answers for every page, from wherever it lies.
    if (name === 'offline-worker.js') res.set('Service-Worker-Allowed', '/');
    return res.set('Cache-Control', isMarked ? 'public, max-age=31536000, immutable' : 'no-cache');
  };
  const styles = joinedStylesheet(folder);
  const files = express.static(folder, {
    index: false,
    redirect: false,
    fallthrough: false,
    cacheControl: false,
    setHeaders: (res, file) =>
      void setCaching(res, path.relative(folder, file).split(path.sep).join('/')),
  });
  return Router()
    .get(`/${stylesheet}`, (_req, res) => void setCaching(res, stylesheet).type('css').send(styles))
    .use(files);
}
