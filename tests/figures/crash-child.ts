// Publishes one figure after the other and prints the number of each that was acknowledged. Whoever started it kills it.
import '../../src/words.js';
import { writeSync } from 'node:fs';
import { openDatabase, transact } from '../../src/database/database.js';
import { someFigure } from './publishing-cast.js';

const [file = ''] = process.argv.slice(2);
const { db } = await openDatabase({ file });
const tell = (line: string) => writeSync(1, `${line}\n`);
tell('begins');
for (;;) {
  const given = { measure: 'ventures', wordingZh: '12', wordingEn: '12' } as const;
  tell(await transact(db, (tx) => someFigure(tx, given)));
}
