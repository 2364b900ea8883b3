import { month as monthText, number, time } from '../language/format.js';
import type { Say, Voice } from '../language/say.js';
import { type EvidenceGrade, evidenceGrades } from '../ventures/kinds.js';
import type { ComparedField } from '../web/edits.js';
import type { Typed } from '../web/forms.js';
import { type ProvedOfMonth, presentGrade } from './proved.js';
import type { FiledReturn } from './queries.js';

export const evidenceOptions = (say: Say) =>
  evidenceGrades.map((grade) => ({ value: grade, label: say(`returns.evidence.${grade}`) }));

/** A return as its form shows it; a first one is blank. */
export function typedReturn(filed: FiledReturn | null): Typed {
  if (!filed) return { evidence: 'self-reported', version: '' };
  const text = (value: number | null) => (value === null ? '' : String(value));
  return {
    headcount: String(filed.headcount),
    graduates: text(filed.graduates),
    hardship: text(filed.hardship),
    returned: text(filed.returned),
    local: text(filed.local),
    others: text(filed.others),
    evidence: filed.evidence,
    note: filed.note,
    version: String(filed.version),
  };
}

/** What of a return is filed. */
export const filedFields = (say: Say): ComparedField[] => [
  { name: 'headcount', label: say('returns.headcount') },
  { name: 'graduates', label: say('returns.graduates') },
  { name: 'hardship', label: say('returns.hardship') },
  { name: 'returned', label: say('returns.returned') },
  { name: 'local', label: say('returns.local') },
  { name: 'others', label: say('returns.others') },
  { name: 'evidence', label: say('returns.evidence'), options: evidenceOptions(say) },
  { name: 'note', label: say('returns.note') },
];

/** How the page calls its note: of a correction it is the reason. */
export const noteLabel = (say: Say, isFirst: boolean): string =>
  say(isFirst ? 'returns.note' : 'returns.correct.reason');

/** The fields of its form, as the page calls them. */
export const returnFields = (say: Say, isFirst = true): ComparedField[] => [
  ...filedFields(say).map((field) =>
    field.name === 'note' ? { ...field, label: noteLabel(say, isFirst) } : field,
  ),
  { name: 'confirmed', label: say('returns.confirmed') },
];

/** A return in words, for reading; a part that is not known says so. */
export function returnRows(
  filed: FiledReturn,
  { proofs, rosterPeople }: ProvedOfMonth,
  { say, lang }: Voice,
) {
  const people = (of: number | null) =>
    of === null ? say('returns.unknown') : say('returns.people-n', { people: number(of, lang) });
  const options = evidenceOptions(say);
  const { headcount } = filed;
  const stated = filed.evidence as EvidenceGrade;
  const { grade, missing } = presentGrade(say, stated, { headcount, rosterPeople, proofs });
  return [
    { label: say('returns.headcount'), value: people(filed.headcount) },
    { label: say('returns.graduates'), value: people(filed.graduates) },
    { label: say('returns.hardship'), value: people(filed.hardship) },
    { label: say('returns.returned'), value: people(filed.returned) },
    { label: say('returns.local'), value: people(filed.local) },
    { label: say('returns.others'), value: people(filed.others) },
    {
      label: say('returns.evidence'),
      value: options.find(({ value }) => value === filed.evidence)?.label ?? filed.evidence,
    },
    { label: say('returns.grade'), value: [grade, missing].filter((text) => text).join('。') },
    { label: say('returns.note'), value: filed.note || '—' },
    { label: say('returns.filed-at'), value: time(filed.filedAt, lang) },
  ];
}

/** What the last return before said, to hold the new number against. */
export function beforeText(before: FiledReturn | null, { say, lang }: Voice): string {
  if (!before) return say('returns.none-before');
  return say('returns.before', {
    month: monthText(before.month, lang),
    people: number(before.headcount, lang),
  });
}
