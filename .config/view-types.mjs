// Writes the parameters of each view as a type, so that the compiler holds a page to what its view reads.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';

/** A view that is called by others, and by no page. */
const isPartial = (name) => /^components\/|(^|\/)_[^/]*$/.test(name);

/** What a partial declares in its first line, as src/web/view-parameters.ts reads it; null where it declares nothing. */
const declaredIn = (source) =>
  /^\{\{!--\s*takes\s+([^\n]*?)\s*--\}\}/.exec(source)?.[1]?.split(/\s+/) ?? null;

/** All views under a folder: their tree and source, by name. */
function viewsUnder(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => file.endsWith('.hbs'))
      .sort()
      .map((file) => {
        const source = readFileSync(path.join(folder, file), 'utf8');
        const name = file.slice(0, -'.hbs'.length).split(path.sep).join('/');
        return [name, { source, tree: Handlebars.parse(source, { srcName: name }) }];
      }),
  );
}

/** Reads which names of its own a view reads: those that always are, and those that only a part under a condition reads. */
class Reading {
  always = new Set();
  sometimes = new Set();
  /** Inside a list names are of its items, but for those that lead out of it. */
  #depth = 0;
  #conditions = 0;
  #blockNames = [];

  constructor(views, helpers) {
    this.views = views;
    this.helpers = helpers;
  }

  program({ body }) {
    for (const statement of body) this.statement(statement);
  }

  statement(node) {
    switch (node.type) {
      case 'MustacheStatement':
        return this.expression(node);
      case 'BlockStatement':
        return this.block(node);
      case 'PartialStatement':
        return this.partial(node);
      case 'ContentStatement':
      case 'CommentStatement':
        return;
      default:
        throw new Error(`a view has a ${node.type}`);
    }
  }

  expression(node) {
    switch (node.type) {
      case 'PathExpression':
        return this.name(node);
      case 'MustacheStatement':
      case 'SubExpression': {
        const isCall =
          node.type === 'SubExpression' ||
          node.params.length > 0 ||
          node.hash !== undefined ||
          this.helpers.has(node.path.original);
        if (!isCall) return this.expression(node.path);
        for (const value of this.given(node)) this.expression(value);
        return;
      }
      default:
    }
  }

  given({ params, hash }) {
    return [...params, ...(hash?.pairs ?? []).map(({ value }) => value)];
  }

  name({ parts, depth, data, original }) {
    if (data) {
      if (parts[0] === 'root') this.add(parts[1]);
      return;
    }
    if (parts.length === 0) {
      if (this.#depth === depth) throw new Error(`reads all of its parameters by ${original}`);
      return;
    }
    if (depth === 0 && this.#blockNames.includes(parts[0])) return;
    if (this.#depth === depth) this.add(parts[0]);
  }

  add(name) {
    (this.#conditions === 0 ? this.always : this.sometimes).add(name);
  }

  block(node) {
    const { original } = node.path;
    for (const value of this.given(node)) this.expression(value);
    const isList = original === 'each';
    const names = node.program?.blockParams ?? [];
    this.#conditions += 1;
    if (isList) this.#depth += 1;
    this.#blockNames.push(...names);
    this.program(node.program);
    this.#blockNames.length -= names.length;
    if (isList) this.#depth -= 1;
    if (node.inverse) this.program(node.inverse);
    this.#conditions -= 1;
  }

  partial({ name, params, hash }) {
    for (const { value } of hash?.pairs ?? []) this.expression(value);
    const [context] = params;
    if (context === undefined) return;
    const isOwn = context.type === 'PathExpression' && context.parts.length === 0 && !context.data;
    if (!isOwn) return this.expression(context);
    if (context.depth !== this.#depth) return;
    const given = new Set((hash?.pairs ?? []).map(({ key }) => key));
    const { always, sometimes } = parametersOf(this.views, this.helpers, name.original);
    for (const key of always) if (!given.has(key)) this.add(key);
    for (const key of sometimes) if (!given.has(key)) this.sometimes.add(key);
  }
}

function parametersOf(views, helpers, name) {
  const view = views.get(name);
  if (!view) throw new Error(`there is no view ${name}`);
  const declared = declaredIn(view.source);
  if (declared)
    return {
      always: new Set(declared.filter((word) => !word.endsWith('?'))),
      sometimes: new Set(
        declared.filter((word) => word.endsWith('?')).map((word) => word.slice(0, -1)),
      ),
    };
  const reading = new Reading(views, helpers);
  try {
    reading.program(view.tree);
  } catch (error) {
    throw new Error(`views/${name}.hbs: ${error.message}`, { cause: error });
  }
  return reading;
}

/** @returns the source of the types @param helpers the names that call something */
export function viewTypes(folder, helpers) {
  const views = viewsUnder(folder);
  const lines = [...views.keys()]
    .filter((name) => !isPartial(name))
    .map((name) => {
      const { always, sometimes } = parametersOf(views, helpers, name);
      const fields = [...new Set([...always, ...sometimes, 'title'])]
        .sort()
        .map((field) => `${field}${always.has(field) || field === 'title' ? '' : '?'}: unknown`);
      return `  '${name}': { ${fields.join('; ')} };`;
    });
  return `// Made from views/ by .config/view-types.mjs.\nexport type ViewParameters = {\n${lines.join('\n')}\n};\n`;
}
