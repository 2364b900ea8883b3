import type { Reads } from '../database/database.js';
import { phoneOf } from '../input/phones.js';
import type { Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import type { FormView, Typed } from '../web/forms.js';
import { type Double, findDoubles } from './find-doubles.js';
import type { NewVentureForm } from './forms.js';
import { parkName } from './residency-present.js';

/** What of a form that was read other ventures are compared with. */
export function likenessAsked({ name, phone, founders }: NewVentureForm) {
  const phones = [phone, ...founders.map((founder) => founder.phone)];
  return { name, phones: phones.filter((each) => each !== null) };
}

/** The same of what was typed, which need not be right everywhere. */
function typedLikeness(typed: Typed) {
  const text = (name: string) => [typed[name] ?? ''].flat()[0] ?? '';
  const fields = Object.keys(typed).filter((name) => /^(founders\.\d\.)?phone$/.test(name));
  const phones = fields.map((name) => phoneOf(text(name)));
  return { name: text('name'), phones: phones.filter((each) => each !== null) };
}

/**
 * What a form shows that was held up: why it is another venture is asked, beside those that it may be.
 * @param own the number of the venture that is edited, which is no double of itself
 */
export async function doublesPanel(
  reads: Reads,
  viewer: Viewer,
  { errors, typed }: FormView,
  { own, ...voice }: Voice & { own?: string },
) {
  const asksWhy = errors.another !== undefined || (typed.another ?? '') !== '';
  const found = asksWhy ? await findDoubles(reads, viewer, typedLikeness(typed)) : [];
  const others = found.filter(({ venture }) => venture === null || venture.number !== own);
  return { asksWhy, doubles: presentDoubles(others, voice) };
}

/** Likely doubles as lines: a record to open, or only the park to ask. */
export function presentDoubles(doubles: Double[], { say, lang }: Voice) {
  return doubles.map(({ reason, park, venture }) => {
    const name = `${park.number} ${parkName(park, lang)}`;
    if (venture !== null) {
      const { number } = venture;
      return {
        href: `/ventures/${number}`,
        name: `${number} ${venture.name}`,
        text: say('ventures.doubles.item', {
          park: name,
          reason: say(`ventures.doubles.${reason}`),
        }),
      };
    }
    const text =
      park.phone === null
        ? say('ventures.doubles.elsewhere-silent', { park: name })
        : say('ventures.doubles.elsewhere', { park: name, phone: park.phone });
    return { href: null, name: null, text };
  });
}
