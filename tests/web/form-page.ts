/** A field of a form as its page has it. */
export type Control = {
  name: string;
  kind: 'hidden' | 'text' | 'choice' | 'tick' | 'file' | 'secret';
  /** What stands in it: the text, the chosen option, or what a box sends if it is ticked. */
  value: string;
  type: string;
  isTicked: boolean;
  options: string[];
};
export type PageForm = { action: string; isUpload: boolean; controls: Control[] };

const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>/])`).exec(tag);
  return found ? decoded(found[1] ?? '') : null;
};

/** The forms of a page that are posted, with the fields that stand in them, or elsewhere under their id. */
export const formsIn = (html: string, at: string): PageForm[] => formsBy('post', html, at);

/** The forms by which a page is asked again. */
export const filtersIn = (html: string, at: string): PageForm[] =>
  formsBy('get', html, at.split('?')[0] ?? '').filter(({ action }) => action === at.split('?')[0]);

function formsBy(method: 'get' | 'post', html: string, at: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*>)([\s\S]*?)<\/form>/g)].flatMap(
    ([, head = '', body = '']) => {
      if (!head.includes(`method="${method}"`)) return [];
      const id = attribute(` ${head}`, 'id');
      const outside = id === null ? [] : controlsIn(html, `form="${id}"`);
      return [
        {
          action: attribute(` ${head}`, 'action') || at,
          isUpload: head.includes('multipart'),
          controls: [...controlsIn(body, ''), ...outside],
        },
      ];
    },
  );
}

function controlsIn(html: string, mark: string): Control[] {
  const tags =
    /<input\b[^>]*>|<button\b[^>]*>|<textarea\b[^>]*>([\s\S]*?)<\/textarea>|<select\b[^>]*>([\s\S]*?)<\/select>/g;
  return [...html.matchAll(tags)].flatMap(([all, text, options]) => {
    const [tag = ''] = /^<[^>]*>/.exec(all) ?? [];
    const name = attribute(tag, 'name');
    if (!name || !tag.includes(mark) || attribute(tag, 'disabled') !== null) return [];
    return [controlOf(tag, name, text, options)];
  });
}

const kinds: Record<string, Control['kind']> = {
  hidden: 'hidden',
  submit: 'hidden',
  checkbox: 'tick',
  radio: 'tick',
  file: 'file',
  password: 'secret',
};

function controlOf(tag: string, name: string, text?: string, options?: string): Control {
  if (options !== undefined) {
    const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    const chosen = all.find((option) => attribute(option, 'selected') !== null) ?? all[0] ?? '';
    const sentBy = (option: string) => attribute(option, 'value') ?? '';
    const value = sentBy(chosen);
    return {
      name,
      kind: 'choice',
      value,
      type: 'select',
      isTicked: false,
      options: all.map(sentBy),
    };
  }
  const isButton = tag.startsWith('<button');
  const type = isButton
    ? 'submit'
    : text === undefined
      ? (attribute(tag, 'type') ?? 'text')
      : 'textarea';
  return {
    name,
    kind: kinds[type] ?? 'text',
    value: text === undefined ? (attribute(tag, 'value') ?? '') : decoded(text).replace(/^\n/, ''),
    type,
    isTicked: attribute(tag, 'checked') !== null,
    options: [],
  };
}

/** What a browser would send of a form as its page has it; of its buttons the first. */
export function sentAsShown({ controls }: PageForm): [string, string][] {
  const buttons = controls.filter(({ type }) => type === 'submit');
  return controls
    .filter(({ kind, isTicked }) => (kind === 'tick' ? isTicked : kind !== 'file'))
    .filter((control) => control.type !== 'submit' || control === buttons[0])
    .map(({ name, value }): [string, string] => [name, value]);
}

/** What is wrong with the page that refuses a form: nothing said, a link to no field, or something typed that is gone. */
export function faultsOfRefusal(html: string, sent: readonly [string, string][]): string[] {
  const summary = /<div class="error-summary"[\s\S]*?<\/div>/.exec(html)?.[0];
  const faults: string[] = [];
  if (summary === undefined) {
    const [, title = ''] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html) ?? [];
    return title.trim() === '' ? ['says nothing'] : [];
  }
  const items = [...summary.matchAll(/<a href="([^"]*)">([\s\S]*?)<\/a>/g)];
  if (items.length === 0) faults.push('has a summary of nothing');
  for (const [, href = '', message = ''] of items) {
    if (message.trim() === '') faults.push(`says nothing of ${href}`);
    const id = decoded(href).replace(/^#/, '');
    if (!html.includes(`id="${id}"`)) faults.push(`leads to no field: ${href}`);
  }
  const shown = formsIn(html, '').flatMap(({ controls }) => controls);
  for (const [name, value] of sent) {
    const same = shown.filter((control) => control.name === name);
    const [field] = same;
    if (!field || !isTame(value) || sent.filter(([each]) => each === name).length > 1) continue;
    if (field.kind === 'text' && !same.some((each) => each.value === value))
      faults.push(`lost ${name}=${value}: ${field.value}`);
    if (field.kind === 'choice' && field.options.includes(value) && field.value !== value)
      faults.push(`lost the choice ${name}=${value}: ${field.value}`);
    const box = same.find((each) => each.kind === 'tick' && each.value === value);
    if (box && !box.isTicked) faults.push(`lost the tick of ${name}=${value}`);
  }
  return faults;
}

/** What a page gives back as it is: control characters and blanks around it are not. */
const isTame = (value: string): boolean =>
  value === value.trim() && value !== '' && value.length < 200 && !/[\p{C}\p{M}\s]/u.test(value);
