import type { Response } from 'express';
import type { Day } from '../calendar/days.js';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { pinyinOf } from '../people/pinyin.js';
import type { Deps } from '../web/deps.js';
import type { ComparedRow } from '../web/edits.js';
import type { FormView, Typed } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { kindOptions } from './present.js';
import { type Resident, residentsOf } from './reach.js';

/**
 * What the forms of logging and of correcting a visit share: the kinds, and the residents of the day to tick. Those
 * that are ticked already stand first.
 */
export async function formParts(
  { db }: Deps,
  res: Response,
  { parkId, on, typed, also = [] }: { parkId: number; on: Day; typed: Typed; also?: Resident[] },
) {
  const voice = frameOf(res);
  const residents = await residentsOf(db, parkId, on);
  const here = new Set(residents.map(({ ventureId }) => ventureId));
  const ticked = new Set([typed.ventureIds ?? []].flat());
  const isTicked = ({ ventureId }: Resident): boolean => ticked.has(String(ventureId));
  const known = [...residents, ...also.filter(({ ventureId }) => !here.has(ventureId))];
  const all = [...known.filter(isTicked), ...known.filter((resident) => !isTicked(resident))];
  return {
    kinds: kindOptions(voice.say),
    residents: all.map((resident) => presentChoice(resident, voice)),
    residentsLabel: voice.say('visits.ventures-on', { day: day(on, voice.lang) }),
  };
}

const presentChoice = ({ ventureId, number, name, lastOn }: Resident, { say, lang }: Voice) => ({
  value: String(ventureId),
  label: name,
  /** Whoever types pinyin or initials finds it too. */
  words: pinyinOf(name),
  hint:
    lastOn === null
      ? say('visits.choice-never', { number })
      : say('visits.choice-last', { number, day: day(lastOn, lang) }),
});

/** A form as a page takes it. */
export const formOf = (form: FormView, conflict: ComparedRow[] = []) => ({
  form,
  conflict,
  hasErrors: form.summary.length > 0,
});
