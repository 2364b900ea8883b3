import { shownDay } from '../../calendar/shown-day.js';
import type { Voice } from '../../language/say.js';
import type { Viewer } from '../../people/viewer.js';
import type { QuestionName } from '../answers.js';
import type { CaseFile } from '../find-case.js';
import { paperAsked } from '../further-papers.js';
import { OpenFields } from '../open-fields.js';
import { canFillIn } from '../permissions.js';

/** The first page of each question. */
const slugs: Record<QuestionName, string> = {
  premises: 'premises',
  from: 'from',
  months: 'months',
  categories: 'categories',
  registeredOn: 'registered',
  tradingSince: 'trading',
  otherBenefits: 'other-benefits',
  declared: 'declarations',
};
const rows = {
  premises: 'premises',
  from: 'from',
  months: 'months',
  categories: 'categories',
  registeredOn: 'registered',
  tradingSince: 'trading',
  otherBenefits: 'benefits',
  declared: 'declared',
} as const satisfies Record<QuestionName, string>;

export const questionLabel = (name: QuestionName, { say }: Pick<Voice, 'say'>): string =>
  say(`waivers.ask.${rows[name]}-row`);

/** What has to be corrected, by when, and the way to each of it; only links for who may fill it in. */
export function presentCorrection(application: CaseFile, viewer: Viewer, voice: Voice) {
  const { say, lang } = voice;
  const { fields, proof } = OpenFields.parse(application.openFields);
  const mayFill = canFillIn(viewer, application);
  const at = (path: string) => (mayFill ? `/waivers/${application.number}/${path}` : null);
  const items = application.rules.proof.filter(({ id }) => proof.includes(id));
  return {
    note: application.steps.findLast(({ move }) => move === 'return')?.note ?? '',
    due:
      application.dueOn === null
        ? null
        : say('waivers.next.by-do', {
            day: shownDay(application.calendar, application.dueOn, voice),
          }),
    items: [
      ...fields.map((name) => ({
        label: questionLabel(name, voice),
        href: at(`questions/${slugs[name]}`),
      })),
      ...items.map(({ id, text }) => ({ label: text[lang], href: at(`proof/${id}`) })),
    ],
    checkHref: at('check'),
  };
}

/** The further paper that a desk asked for, why, until when, and the way to send it. */
export function presentSupplement(application: CaseFile, viewer: Viewer, { say }: Voice) {
  const asked = paperAsked(application);
  if (!asked) return null;
  const mayFill = canFillIn(viewer, application);
  const at = (path: string) => (mayFill ? `/waivers/${application.number}/${path}` : null);
  const files = application.proof.filter(
    ({ item, proofFile }) => item === asked.item && proofFile.removedAt === null,
  );
  return {
    why: asked.why,
    label: asked.paper,
    href: at(`proof/${asked.item}`),
    files: files.length === 0 ? null : say('waivers.supplement.files', { n: files.length }),
    answerHref: at('supplement'),
  };
}

/** Where a fault of a submission is mended. */
export function mendAt(field: string, key: string, number: string): string {
  const at = (path: string) => `/waivers/${number}/${path}`;
  if (key === 'identities.consent.missing.identity') return at('consents/identity');
  if (key === 'identities.consent.missing.proof') return at('consents/proof');
  if (Object.hasOwn(slugs, field)) return at(`questions/${slugs[field as QuestionName]}`);
  if (field.startsWith('proof.')) return at(`proof/${field.slice('proof.'.length)}`);
  if (field === 'identity') return at('identity');
  if (field === 'basis') return at('signed-form');
  return field === 'declares' ? '#declares' : '#main';
}
