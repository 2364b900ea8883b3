import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../views');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const views: string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.hbs'),
);

/** A view with its partials in place, those that take a block aside; a partial that takes itself ends after three. */
function whole(file: string, depth = 0): string {
  if (depth > 3) return '';
  return read(file).replace(/\{\{> ([a-z][\w/-]*)[^}]*\}\}/g, (call, name: string) => {
    const partial = `${name}.hbs`;
    return (name.startsWith('components/') && name !== 'components/as-of-form') ||
      !views.includes(partial)
      ? call
      : whole(partial, depth + 1);
  });
}

/** The forms of a view, each with whether it stands in a list, so that a page has several of it. */
function formsOf(file: string): { form: string; isRepeated: boolean }[] {
  const text = whole(file);
  return [...text.matchAll(/<form[\s\S]*?<\/form>/g)].map((match) => {
    const before = text.slice(0, match.index);
    const opened = before.match(/\{\{#each\b/g)?.length ?? 0;
    const closed = before.match(/\{\{\/each\b/g)?.length ?? 0;
    return { form: match[0], isRepeated: opened > closed };
  });
}

/** Whether there is something in a form to type or to choose. */
const isFilledIn = (form: string): boolean =>
  /components\/(text|textarea|input|date|month|number|radios|select|file|checkbox|checkboxes|password)\b/.test(
    form,
  ) || /<textarea|<select|<input(?![^>]*type="hidden")/.test(form);
/** What no button of another form may take or lose. A filter alone is only an address. */
const isLosable = (form: string): boolean =>
  isFilledIn(form) && /^<form[^>]*method="post"/.test(form);

const pages = views.filter((file) => !path.basename(file).startsWith('_') && file !== 'layout.hbs');

it('a page has one form to fill in and no button of another beside it, so that nothing typed is lost or taken', () => {
  const losing = pages.filter((file) => {
    const forms = formsOf(file);
    const losable = forms.filter(({ form }) => isLosable(form));
    return losable.length > 0 && (forms.length > 1 || losable.some(({ isRepeated }) => isRepeated));
  });
  expect(pages.length).toBeGreaterThan(80);
  expect(losing).toEqual([]);
});

it('a filter stands beside no form but buttons of rows', () => {
  const filtered = pages.filter((file) => {
    const forms = formsOf(file).map(({ form }) => form);
    return forms.length > 1 && forms.some((form) => isFilledIn(form) && !isLosable(form));
  });
  // The lists made by one part: what is chosen there is only looked at next, and asks before it is left; the columns
  // that are chosen belong to the filter's form.
  const lists = pages.filter((file) => read(file).includes('{{> lists/_tools '));
  expect(lists.length).toBeGreaterThan(6);
  expect(filtered).toEqual(lists);
  for (const file of filtered)
    expect([file, formsOf(file).filter(({ form }) => isFilledIn(form)).length]).toEqual([file, 1]);
});

it('fields that belong to a form by its name stand in a page where that form asks before it is left', () => {
  const asking = (file: string, name: string) =>
    new RegExp(`id="${name}"[^>]*data-ask-before-leaving`).test(whole(file));
  const losing = pages.flatMap((file) =>
    [...whole(file).matchAll(/<input[^>]*\sform="([\w-]+)"/g)]
      .map(([, name = '']) => name)
      // A filter alone is only an address.
      .filter((name) => name !== 'filter' && !asking(file, name))
      .map((name) => `${file} ${name}`),
  );
  // Of these lists nothing is chosen: the part that they share can bring choices, and they have no form for them.
  const unchosen = pages.filter(
    (file) => read(file).includes('{{> lists/_table ') && !whole(file).includes('id="batch"'),
  );
  expect(losing).toEqual(unchosen.map((file) => `${file} batch`));
});
