import { area, day, month } from '../language/format.js';
import type { Voice, WordKey, WordValues } from '../language/say.js';
import { spaceKinds } from '../parks/add-spaces.js';
import { villageName } from '../parks/place-names.js';
import { visitKinds } from '../visits/kinds.js';
import type { Note } from './planned.js';

/** What is said of a row, in words: each of its columns with what is said of it. */
export const whyText = (notes: readonly Note[], voice: Voice): string =>
  notes.map((note) => noteText(note, voice)).join(voice.lang === 'zh' ? '；' : '; ');

function noteText({ field, key, values }: Note, { say, lang }: Voice): string {
  const why = say(key, shownValues(values ?? {}, { say, lang }));
  return field === ''
    ? why
    : say('imports.why.at', { column: say(`imports.column.${field}`), why });
}

/** Codes as their names, days and months as they are read. */
function shownValues(values: WordValues, { say, lang }: Voice): WordValues {
  const shown: WordValues = {};
  for (const [name, value] of Object.entries(values)) {
    const text = String(value);
    if (name === 'industry') shown[name] = say(`ventures.industry.${text}` as WordKey);
    else if (name === 'form' && /^[a-z-]+$/.test(text))
      shown[name] = say(`ventures.form.${text}` as WordKey);
    else if (name === 'month' && text !== '') shown[name] = month(text, lang);
    else if (name === 'day') shown[name] = day(text, lang);
    else if (name === 'visitKind') shown[name] = say(`visits.kind.${text}` as WordKey);
    else if (name === 'spaceKind') shown[name] = say(`parks.kind.${text}` as WordKey);
    else if (name === 'squareMetres') shown[name] = area(Number(value), lang);
    else if (name === 'village') shown[name] = villageName(text, lang);
    else if (name === 'spaceKinds')
      shown[name] = spaceKinds
        .map((kind) => say(`parks.kind.${kind}`))
        .join(lang === 'zh' ? '、' : ', ');
    else if (name === 'kinds')
      shown[name] = visitKinds
        .map((kind) => say(`visits.kind.${kind}`))
        .join(lang === 'zh' ? '、' : ', ');
    else shown[name] = value;
  }
  return shown;
}
