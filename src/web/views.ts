import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { runInThisContext } from 'node:vm';
import type { Response } from 'express';
import Handlebars from 'handlebars';
import type { Assets } from './assets.js';
import { maskToken } from './form-token.js';
import { type Frame, frameOf } from './frame.js';
import { makeEveryNameStrict } from './strict-names.js';
import { viewHelpers } from './view-helpers/all.js';
import { declaredParameters, withParameters } from './view-parameters.js';

/** What templates read with an @ before it. */
export type ViewData = { lang: Frame['lang']; say: Frame['say']; token: string; assets: Assets };
export type Locals = { title: string } & Record<string, unknown>;
export type Views = {
  render(view: string, locals: Locals, frame: Frame): string;
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
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.hbs')) continue;
    const name = file.slice(0, -'.hbs'.length).split(path.sep).join('/');
    const source = readFileSync(path.join(folder, file), 'utf8');
    const compiled = once(() => compile(engine, name, source));
    const template: Template = (context, options) => compiled()(context, options);
    templates.set(name, template);
    compiling.push(compiled);
    if (/^components\/|(^|\/)_[^/]*$/.test(name)) {
      engine.registerPartial(name, withParameters(name, declaredParameters(source), template));
    }
  }
  return {
    render: (view, locals, frame) => render(templates, assets, view, locals, frame),
    compileAll: async () => {
      for (const compiled of compiling) {
        compiled();
        await setImmediate();
      }
    },
  };
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

function render(
  templates: Map<string, Template>,
  assets: Assets,
  view: string,
  locals: Locals,
  frame: Frame,
): string {
  const data: ViewData = {
    lang: frame.lang,
    say: frame.say,
    token: frame.formSecret ? maskToken(frame.formSecret) : '',
    assets,
  };
  const run = (name: string, context: unknown): string => {
    const template = templates.get(name);
    if (!template) throw new Error(`there is no view ${name}`);
    try {
      return template(context, { data: { ...data, root: context } });
    } catch (error) {
      throw new Error(`views/${name}.hbs: ${(error as Error).message}`, { cause: error });
    }
  };
  const { lang, path: here, isDemo, nav, languageLink, signedIn } = frame;
  return run('layout', {
    title: locals.title,
    body: run(view, locals),
    htmlLang: lang === 'zh' ? 'zh-CN' : 'en',
    hasErrors: locals.hasErrors === true,
    // Of a page that follows something: a browser without script reads it again so soon.
    refreshSeconds: typeof locals.refreshSeconds === 'number' ? locals.refreshSeconds : null,
    lang,
    path: here,
    isDemo,
    nav,
    languageLink,
    signedIn,
  });
}

/** Answers with a view inside the layout, in the language of the request. Set another status before. */
export function page(res: Response, view: string, locals: Locals): void {
  const views = res.app.locals.views as Views;
  res.type('html').send(views.render(view, locals, frameOf(res)));
}
