import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { runInThisContext } from 'node:vm';
import type { Response } from 'express';
import Handlebars from 'handlebars';
import { refuseUnreadTimes } from './asked-times.js';
import type { Assets } from './assets.js';
import { formAlone, typedAgain } from './form-alone.js';
import { maskToken } from './form-token.js';
import { type Frame, frameOf, type Receipt } from './frame.js';
import type { ViewParameters } from './generated/view-parameters.js';
import { dividedAtOwn, filled, type Own, placeOfOwn } from './kept-parts.js';
import { type Flags, Layouts } from './layouts.js';
import { gzipped, joined, type Piece, pieceOf, plain, takesGzip } from './pieces.js';
import { makeEveryNameStrict } from './strict-names.js';
import { viewHelpers } from './view-helpers/all.js';
import { link } from './view-helpers/link.js';
import { declaredParameters, withParameters } from './view-parameters.js';

/** What templates read with an @ before it. */
export type ViewData = {
  lang: Frame['lang'];
  say: Frame['say'];
  token: string;
  /** In place of a fresh key in each form, on a page that is kept. */
  onceKey?: string;
  assets: Assets;
};
/** The views that a page can be of. */
export type ViewName = keyof ViewParameters;
/** What a page gives to its view: what the view reads and nothing else, and what the layout reads of it. */
export type LocalsOf<V extends ViewName> = ViewParameters[V] & {
  title: string;
  hasErrors?: boolean;
  refreshSeconds?: number | null;
};
export type Locals = { title: string } & Record<string, unknown>;
export type Views = {
  /** A page inside its layout. */
  render(view: string, locals: Locals, frame: Frame): Piece[];
  /** A page without its layout, to be shown again to all who may see it: nothing of one session is in it. */
  body(view: string, locals: Locals, frame: Frame): KeptBody;
  inLayout(body: KeptBody, frame: Frame): Piece[];
  /** Compiles what was not used yet, letting others go first after each. @throws Error that names a broken one */
  compileAll(): Promise<void>;
};

type Template = (context: unknown, options?: Handlebars.RuntimeOptions) => string;

/**
 * Reads every template under the folder; each is compiled when it is first used.
 * A file in components/, or whose name starts with _, can be used as a partial under its path.
 */
export function loadViews(folder: string, assets: Assets): Views {
  const engine = Handlebars.create();
  engine.registerHelper(viewHelpers);
  const templates = new Map<string, Template>();
  const compiling: (() => Template)[] = [];
  for (const { name, source, parameters } of sourcesOf(folder)) {
    const compiled = once(() => compile(engine, name, source));
    const template: Template = (context, options) => compiled()(context, options);
    templates.set(name, template);
    compiling.push(compiled);
    if (/^components\/|(^|\/)_[^/]*$/.test(name)) {
      engine.registerPartial(name, withParameters(name, parameters, template));
    }
  }
  return new Pages(templates, assets, async () => {
    for (const compiled of compiling) {
      compiled();
      await setImmediate();
    }
  });
}

type Source = { name: string; source: string; parameters: ReturnType<typeof declaredParameters> };
const readSources = new Map<string, Source[]>();

/** Read once: several sites of one process show the same. */
function sourcesOf(folder: string): Source[] {
  const sources = readSources.get(folder) ?? readAll(folder);
  readSources.set(folder, sources);
  return sources;
}

function readAll(folder: string): Source[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => {
      const source = readFileSync(path.join(folder, file), 'utf8');
      const name = file.slice(0, -'.hbs'.length).split(path.sep).join('/');
      return { name, source, parameters: declaredParameters(source) };
    });
}

function once<T>(make: () => T): () => T {
  let made: { it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

/** What a template compiles to, by its source: several sites of one process, as tests start them, compile it once. */
const compiledSpecs = new Map<string, TemplateSpecification>();

function compile(engine: typeof Handlebars, name: string, source: string): Template {
  const key = `${name}\0${source}`;
  const spec = compiledSpecs.get(key) ?? specOf(engine, name, source);
  compiledSpecs.set(key, spec);
  return engine.template(spec);
}

function specOf(engine: typeof Handlebars, name: string, source: string): TemplateSpecification {
  const tree = parsed(engine, name, source);
  makeEveryNameStrict(tree);
  const code = engine.precompile(tree, {
    strict: true,
    explicitPartialContext: true,
    // Else the indentation of a partial would stand in every line of a textarea.
    preventIndent: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(Object.keys(viewHelpers).map((helper) => [helper, true])),
  });
  return runInThisContext(`(${String(code)})`, { filename: `${name}.hbs.js` });
}

function parsed(engine: typeof Handlebars, name: string, source: string): hbs.AST.Program {
  try {
    return engine.parse(source, { srcName: name });
  } catch (error) {
    throw new Error(`views/${name}.hbs: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * A page without its layout, made once for all who are shown the same. Between its pieces stands what each showing
 * has of its own: the token of the session, and a fresh key for each form.
 */
export type KeptBody = Flags & {
  title: string;
  html: (Piece | Own)[];
  /** The times of its address that it is of. */
  times?: string[];
};

/** The one way to answer with a view: its body, and the layout around it. */
class Pages implements Views {
  readonly #templates: Map<string, Template>;
  readonly #assets: Assets;
  readonly #layouts: Layouts;
  readonly compileAll: () => Promise<void>;

  constructor(templates: Map<string, Template>, assets: Assets, compileAll: () => Promise<void>) {
    this.#templates = templates;
    this.#assets = assets;
    this.#layouts = new Layouts((context, frame, token) =>
      this.#run('layout', context, { lang: frame.lang, say: frame.say, token, assets }),
    );
    this.compileAll = compileAll;
  }

  render(view: string, locals: Locals, frame: Frame): Piece[] {
    const token = frame.formSecret ? maskToken(frame.formSecret) : '';
    const data: ViewData = { lang: frame.lang, say: frame.say, token, assets: this.#assets };
    const html = withTargets(this.#run(view, locals, data));
    const body = { title: locals.title, html: [pieceOf(html)], ...flagsOf(locals, html) };
    return this.#around(body, frame, token);
  }

  body(view: string, locals: Locals, frame: Frame): KeptBody {
    const { lang, say } = frame;
    const data: ViewData = {
      lang,
      say,
      token: placeOfOwn('token'),
      onceKey: placeOfOwn('key'),
      assets: this.#assets,
    };
    const html = withTargets(this.#run(view, locals, data));
    return { title: locals.title, html: dividedAtOwn(html), ...flagsOf(locals, html) };
  }

  inLayout(body: KeptBody, frame: Frame): Piece[] {
    return this.#around(body, frame, frame.formSecret ? maskToken(frame.formSecret) : '');
  }

  #around(body: KeptBody, frame: Frame, token: string): Piece[] {
    const receipt = frame.receipt && this.#receipt(frame.receipt, frame, token);
    const html = body.html.map((part) => filled(part, token));
    return this.#layouts.around(frame, body, {
      title: pieceOf(escaped(body.title)),
      token: pieceOf(token),
      language: pieceOf(escaped(link(frame.languageLink.href))),
      body: joined(receipt ? [receipt, ...html] : html),
    });
  }

  /** What was just done, above the page that it led to. */
  #receipt(receipt: Receipt, { lang, say }: Frame, token: string): Piece {
    return pieceOf(this.#run('web/receipt', receipt, { lang, say, token, assets: this.#assets }));
  }

  #run(view: string, context: unknown, data: ViewData): string {
    const template = this.#templates.get(view);
    if (!template) throw new Error(`there is no view ${view}`);
    try {
      return template(context, { data: { ...data, root: context } });
    } catch (error) {
      throw new Error(`views/${view}.hbs: ${(error as Error).message}`, { cause: error });
    }
  }
}

/** A summary of faults leads to the fields of its page; a fault of a field that the page does not have, to its head. */
function withTargets(html: string): string {
  const start = html.indexOf('<div class="error-summary"');
  if (start < 0) return html;
  const end = html.indexOf('</div>', start);
  const summary = html
    .slice(start, end)
    .replace(/href="#([^"]+)"/g, (link, id) =>
      html.includes(` id="${id}"`) ? link : 'href="#main"',
    );
  return html.slice(0, start) + summary + html.slice(end);
}

const escaped = (text: string): string => Handlebars.escapeExpression(text);

const flagsOf = (locals: Locals, html: string): Flags => ({
  hasErrors: locals.hasErrors === true,
  refreshSeconds: typeof locals.refreshSeconds === 'number' ? locals.refreshSeconds : null,
  keepsDraft: /<form [^>]*data-(draft|ask-before-leaving)/.test(html),
});

const viewsOf = (res: Response): Views => res.app.locals.views as Views;

/** Answers with a view inside the layout, in the language of the request. Set another status before. */
export function page<V extends ViewName>(res: Response, view: V, locals: LocalsOf<V>): void {
  refuseUnreadTimes(res);
  const frame = frameOf(res);
  const { wrongQuery } = frame;
  if (wrongQuery === null || res.statusCode >= 400) {
    whenComplete(res, () => viewsOf(res).render(view, locals, frame));
    return;
  }
  const whole = viewsOf(res).render(view, asTyped(frame, locals), frame);
  alone(res, locals.title, plain(whole).toString());
}

/** A page whose address is wrong has its form as it was typed there. */
const asTyped = ({ wrongQuery, say }: Frame, locals: Locals): Locals =>
  wrongQuery === null ? locals : { ...locals, form: typedAgain(locals.form, wrongQuery, say) };

/** What is wrong in an address that leaves no page of which a form could be shown. */
export const wrongQueryAlone = (res: Response): void =>
  alone(res, frameOf(res).say('web.400.title'), '');

/** The form of a page whose address is wrong, and nothing else of it. */
function alone(res: Response, title: string, html: string): void {
  const frame = frameOf(res);
  const { wrongQuery } = frame;
  if (wrongQuery === null) throw new Error('nothing is wrong in the address');
  const form = formAlone(html, wrongQuery, frame.say);
  const shown = {
    ...form,
    without: html === '' ? null : form.without,
    lead: frame.say(form.html === null ? 'web.query.unknown' : 'web.query.lead'),
    title,
    hasErrors: true,
  };
  res.status(400).set('Cache-Control', 'no-store');
  whenComplete(res, () => viewsOf(res).render('web/wrong-query', shown, frame));
}

/** The body of a page, to be kept and shown again by `keptPage`. */
export function bodyOf<V extends ViewName>(res: Response, view: V, locals: LocalsOf<V>): KeptBody {
  const frame = frameOf(res);
  const body = viewsOf(res).body(view, asTyped(frame, locals), frame);
  return { ...body, times: [...(frame.times?.read ?? [])] };
}

/** Answers with a body that was made before, inside the layout of this request. */
export function keptPage(res: Response, body: KeptBody): void {
  refuseUnreadTimes(res, body.times);
  const frame = frameOf(res);
  if (frame.wrongQuery !== null) {
    alone(res, body.title, plain(viewsOf(res).inLayout(body, frame)).toString());
    return;
  }
  whenComplete(res, () => viewsOf(res).inLayout(body, frameOf(res)));
}

/** Sends a page once its frame is complete: mostly at once, and after an act that is not led on, when its menu is counted. */
function whenComplete(res: Response, render: () => Piece[]): void {
  const frame = frameOf(res);
  const { beforePage } = frame;
  if (beforePage === null) {
    send(res, render());
    return;
  }
  frame.beforePage = null;
  beforePage()
    .then(() => send(res, render()))
    .catch(res.req.next);
}

/** Compressed from its pieces, the kept ones without compressing them again. */
function send(res: Response, pieces: Piece[]): void {
  res.type('html').vary('Accept-Encoding');
  if (!takesGzip(res.req.headers['accept-encoding'])) {
    res.send(plain(pieces));
    return;
  }
  res.set('Content-Encoding', 'gzip').send(gzipped(pieces));
}
