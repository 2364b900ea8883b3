import Handlebars from 'handlebars';
import type { Fault } from '../language/refusal.js';
import type { Say } from '../language/say.js';
import type { Sent } from './form-body.js';
import type { FormView } from './forms.js';

/** What was wrong in the address of a page, and all that stood in it. */
export type WrongAddress = { path: string; sent: Sent; faults: Fault[] };

/** The form of a page as it was typed in its address, with what is wrong at each field. */
export function typedAgain(form: unknown, { sent, faults }: WrongAddress, say: Say): FormView {
  const typed = Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, [value].flat()[0] ?? '']),
  );
  const messages = faults.map((fault) => [fault.field, messageOf(fault, typed, say)]);
  const before = (form as { typed?: object } | undefined)?.typed ?? {};
  return {
    typed: { ...before, ...typed },
    errors: Object.fromEntries(messages),
    summary: [],
  };
}

/** A value that is none of the choices cannot be shown in a list of them: the message says it. */
function messageOf({ field, key, values }: Fault, typed: Record<string, string>, say: Say): string {
  const value = [...(typed[field] ?? '')].slice(0, 40).join('');
  if (key === 'web.field.choose' && value !== '') return say('web.query.no-choice', { value });
  return say(key, values);
}

/**
 * What a page shows of itself where its address is wrong: its form alone, and what is wrong by the labels of the
 * fields. Nothing that it has counted or listed is said.
 * @param html the whole page, made without what is wrong
 */
export function formAlone(html: string, { path, sent, faults }: WrongAddress, say: Say) {
  const form = formOf(html, path);
  const typed = typedAgain(null, { path, sent, faults }, say);
  const summary = faults.map(({ field }) => ({
    href: form?.includes(` id="${field}"`) ? `#${field}` : '#main',
    message: new Handlebars.SafeString(
      say('web.field.of', {
        label: labelIn(form, field) ?? escaped(say('web.query.part', { name: field })),
        message: escaped(typed.errors[field] ?? ''),
      }),
    ),
  }));
  const whole = form && withTheRest(asTyped(form, typed.typed, faults), sent, faults);
  const shown = whole === null ? null : new Handlebars.SafeString(whole);
  return { form: { typed: {}, errors: {}, summary }, html: shown, without: path };
}

const escaped = (text: string): string => Handlebars.escapeExpression(text);

/** The form by which a page is asked again: the first below its head that leads to the page itself. */
function formOf(html: string, path: string): string | null {
  const main = html.slice(Math.max(0, html.indexOf('<main')));
  for (const [form, head = ''] of main.matchAll(/<form\b([^>]*)>[\s\S]*?<\/form>/g)) {
    if (!head.includes('method="get"')) continue;
    const action = /\baction="([^"]*)"/.exec(head)?.[1];
    if (action === undefined || action === escaped(path)) return form;
  }
  return null;
}

const labelIn = (form: string | null, field: string): string | null =>
  form === null
    ? null
    : (form
        .split(`<label for="${escaped(field)}">`)[1]
        ?.split('<')[0]
        ?.trim() ?? null);

/**
 * A browser shows nothing of a day or month that is none, unless the field is one of text; and nothing of a choice that
 * is not among the others.
 */
function asTyped(form: string, typed: FormView['typed'], faults: Fault[]): string {
  return faults.reduce((text, { field }) => {
    const value = escaped(String(typed[field] ?? ''));
    const [before, tag, after] = cut(text, `<input id="${escaped(field)}"`, '>');
    const asText = before + tag.replace(/type="(?:date|month|number)"/, 'type="text"') + after;
    const [head, select, tail] = cut(asText, `<select id="${escaped(field)}"`, '</select>');
    if (select === '' || select.includes(` value="${value}"`)) return asText;
    return `${head}${select}<option value="${value}" selected>${value}</option>${tail}`;
  }, form);
}

function cut(
  text: string,
  start: string,
  end: string,
): [before: string, tag: string, after: string] {
  const from = text.indexOf(start);
  if (from < 0) return [text, '', ''];
  const to = text.indexOf(end, from);
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
}

/** What else stood in the address goes on with the form, such as the columns that were chosen. */
function withTheRest(form: string, sent: Sent, faults: Fault[]): string {
  const wrong = faults.map(({ field }) => field);
  const rest = Object.entries(sent).filter(
    ([name]) =>
      name !== 'page' && !wrong.includes(name) && !form.includes(` name="${escaped(name)}"`),
  );
  const hidden = rest.flatMap(([name, value]) =>
    [value]
      .flat()
      .map((text) => `<input type="hidden" name="${escaped(name)}" value="${escaped(text)}">`),
  );
  return form.replace('</form>', `${hidden.join('')}</form>`);
}
