import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../views');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const views = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.hbs'),
);

/** A view with its partials in place, those that take a block aside; a partial that takes itself ends after three. */
function whole(file: string, depth = 0): string {
  if (depth > 3) return '';
  return read(file).replace(/\{\{> ([a-z][\w/-]*)[^}]*\}\}/g, (call, name: string) => {
    const partial = `${name}.hbs`;
    return name.startsWith('components/') || !views.includes(partial)
      ? call
      : whole(partial, depth + 1);
  });
}

const formsOf = (file: string): string[] => whole(file).match(/<form[\s\S]*?<\/form>/g) ?? [];
const isTyped = (form: string): boolean =>
  /components\/(text|textarea|date|number|radios|checkbox|checkboxes|password)\b|type="(text|date|number)"|<textarea/.test(
    form,
  );
const isPost = (form: string): boolean => /^<form[^>]*method="post"/.test(form);

it('no page has a form to fill in beside one that only asks the page anew, which would lose what was typed', () => {
  const pages = views.filter((file) => !path.basename(file).startsWith('_'));
  const losing = pages.filter((file) => {
    const forms = formsOf(file);
    return forms.some((one) => isPost(one) && isTyped(one)) && forms.some((one) => !isPost(one));
  });
  expect(pages.length).toBeGreaterThan(80);
  expect(losing).toEqual([]);
});
