import type { Voice } from '../../language/say.js';
import { type Filling, isFilledIn } from './filling.js';

export type TaskState = 'done' | 'not-started' | 'cannot-start' | 'optional';
export type Task = { label: string; href: string | null; state: TaskState };
export type TaskSection = { title: string; tasks: Task[]; note: string | null };

/** Everything that there is to do of a draft, and how far each of it is. */
export function tasksOf(filling: Filling, isOwn: boolean, voice: Voice): TaskSection[] {
  const { say } = voice;
  const { application } = filling;
  const at = (path: string) => `/waivers/${application.number}/${path}`;
  const isReady = isFilledIn(filling, isOwn);
  return [
    { title: say('waivers.tasks.you'), tasks: aboutYou(filling, at, voice), note: null },
    {
      title: say('waivers.tasks.application'),
      tasks: filling.questions.map(({ slug, row, answerText }) => ({
        label: row,
        href: at(`questions/${slug}`),
        state: answerText === null ? 'not-started' : 'done',
      })),
      note: null,
    },
    ...proofSection(filling, isOwn, at, voice),
    {
      title: say('waivers.tasks.submit'),
      tasks: [
        {
          label: say('waivers.tasks.check'),
          href: isReady ? at('check') : null,
          state: isReady ? 'not-started' : 'cannot-start',
        },
      ],
      note: null,
    },
  ];
}

type At = (path: string) => string;

/** A number is asked for only once its notice was read and agreed to. */
function aboutYou({ consents, identity, application }: Filling, at: At, { say }: Voice): Task[] {
  const agreed = (purpose: 'identity' | 'proof'): Task => ({
    label: say(`waivers.tasks.consent-${purpose}`),
    href: consents.has(purpose) ? null : at(`consents/${purpose}`),
    state: consents.has(purpose) ? 'done' : 'not-started',
  });
  const mayEnter = consents.has('identity');
  const number: Task = {
    label: identity
      ? `${say('waivers.check.identity')} ${identity.masked}`
      : say('waivers.tasks.identity'),
    href: mayEnter ? at('identity') : null,
    state: identity ? 'done' : mayEnter ? 'not-started' : 'cannot-start',
  };
  return [
    agreed('identity'),
    number,
    ...(application.rules.proof.length > 0 ? [agreed('proof')] : []),
  ];
}

function proofSection(
  { application, facts, proof, consents, signedForm }: Filling,
  isOwn: boolean,
  at: At,
  { say, lang }: Voice,
): TaskSection[] {
  const mayUpload = consents.has('proof');
  const stateOf = (isThere: boolean): TaskState =>
    isThere ? 'done' : mayUpload ? 'not-started' : 'cannot-start';
  const items = proof.map(
    ({ proof: { id, text }, files }): Task => ({
      label: text[lang],
      href: mayUpload ? at(`proof/${id}`) : null,
      state: stateOf(files.length > 0),
    }),
  );
  const form: Task = {
    label: say('waivers.tasks.signed-form'),
    href: mayUpload ? at('signed-form') : null,
    state: signedForm ? 'done' : mayUpload ? 'optional' : 'cannot-start',
  };
  const isNone = application.rules.proof.length === 0;
  if (isNone && isOwn) return [];
  const later = !isNone && facts === null ? say('waivers.tasks.proof-later') : null;
  return [
    {
      title: say('waivers.tasks.proof'),
      tasks: [...items, ...(isOwn ? [] : [form])],
      note: later,
    },
  ];
}
