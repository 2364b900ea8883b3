import { type Day, today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import { insertRowsForIds } from '../../database/insert-rows.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { refuseIf } from '../../language/refusal.js';
import { refuseUnless } from '../../people/acting-viewer.js';
import { canEnterOffices } from '../permissions.js';
import { officesEntered, regionsWithOffice } from './issuing-offices.js';

export type OfficeEntry = {
  regionCode: string;
  fromOn: Day;
  nameZh: string;
  nameEn: string;
  series: string;
};

/** What can stand before the year: signs of a number would make two numbers alike. */
const isSeries = (text: string): boolean => /^[\p{Script=Han}A-Za-z]{1,20}$/u.test(text);

/**
 * Says how letters of an office are headed, signed and numbered from a day on (发文机关、发文代字). Letters made before keep
 * what they said; numbers of a series go on where they are, and begin anew each year.
 * @throws Forbidden but for the bureau; Refusal for a day that is over, a series that is another office's, or blank names
 */
export async function enterOffice(tx: Tx, by: Actor, input: OfficeEntry): Promise<void> {
  await refuseUnless(tx, by, canEnterOffices);
  const { regionCode, fromOn } = input;
  const [nameZh, nameEn, series] = [input.nameZh.trim(), input.nameEn.trim(), input.series.trim()];
  const region = await tx.region.findFirst({
    where: { AND: [{ code: regionCode }, regionsWithOffice] },
  });
  const others = (await officesEntered(tx)).filter((row) => row.regionCode !== regionCode);
  refuseIf([
    !region && { field: 'regionCode', key: 'web.field.choose' },
    nameZh === '' && { field: 'nameZh', key: 'web.field.required' },
    nameEn === '' && { field: 'nameEn', key: 'web.field.required' },
    !isSeries(series) && { field: 'series', key: 'letter.offices.series-form' },
    others.some((row) => row.series === series) && {
      field: 'series',
      key: 'letter.offices.series-taken',
    },
    by.accountId !== null &&
      fromOn < today(by.at) && { field: 'fromOn', key: 'letter.offices.from-past' },
  ]);
  const row = { regionCode, fromOn, nameZh, nameEn, series };
  const entered = { enteredAt: by.at, enteredById: by.accountId };
  const [id = 0] = await insertRowsForIds(tx, 'IssuingOffice', [Object.assign({}, row, entered)]);
  recordEvent(tx, by, {
    verb: 'issuing-office.entered',
    subjectKind: 'issuing-office',
    subjectId: id,
    detail: row,
  });
}
