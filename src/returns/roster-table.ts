import type { Request, Response } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import {
  carriedFile,
  chosenPlaces,
  isFault,
  likelyPlaces,
  type Places,
  placesByHeads,
} from '../files/choose-columns.js';
import { presentColumns } from '../files/columns-page.js';
import type { ChosenRow, FileTable } from '../files/table.js';
import { tableOf } from '../files/table-of.js';
import { month as monthText } from '../language/format.js';
import { type Fault, Refusal } from '../language/refusal.js';
import { actOnce } from '../people/act-once.js';
import type { SealingDeps } from '../vault/deps.js';
import { parkName } from '../ventures/residency-present.js';
import { BadRequest } from '../web/errors.js';
import { ticked } from '../web/fields.js';
import { takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import type { AskedReturn } from './asked-return.js';
import { rowsOfTable } from './import-table-rows.js';
import { keepRosters } from './keep-rosters.js';
import { isRosterFault, type RosterColumn, readRosters, rosterTargets } from './read-roster.js';
import { tableFileOf } from './table-upload.js';

const Consent = z.object({
  consent: ticked.refine((isTicked) => isTicked, 'returns.roster.consent-needed'),
});

/**
 * Keeps the rosters of a file, or, where its headings are others, shows its columns to choose among.
 * @returns what is wrong; nothing where it was answered
 */
export async function takeRosterFile(
  deps: SealingDeps,
  req: Request,
  res: Response,
  asked: AskedReturn,
): Promise<Fault[]> {
  const { say } = frameOf(res);
  const form = await takeForm(Consent, req.body, async () => {
    const bytes = tableFileOf(res);
    const table = await readTable(res, bytes, null);
    if (!table.isFound) return { table, bytes };
    const places = placesByHeads(table.heads, rosterTargets(say));
    if (isFault(places)) throw new Refusal([places]);
    return keep(deps, { req, res, asked }, table, places);
  });
  if (!form.ok) return form.faults;
  if (typeof form.value === 'string') leadOn(res, form.value);
  else showColumns(res, asked, form.value);
  return [];
}

/** Keeps the rosters of a table whose columns somebody chose. */
export async function takeRosterColumns(
  deps: SealingDeps,
  req: Request,
  res: Response,
  asked: AskedReturn,
): Promise<void> {
  const { bytes, chosen } = consentedFile(req);
  const table = await readTable(res, bytes, chosen);
  const { places, faults } = chosenPlaces(req.body, table, rosterTargets(sayTo(res)));
  if (faults.length > 0)
    return showColumns(res.status(422), asked, { table, bytes, places, faults });
  const form = await takeForm(z.object({}), req.body, () =>
    keep(deps, { req, res, asked }, table, places),
  );
  if (form.ok) return leadOn(res, form.value);
  const wrong = form.faults.map((fault) => ({ ...fault, field: '' }));
  showColumns(res.status(422), asked, { table, bytes, places, faults: wrong });
}

/** The columns under another row of headings. */
export async function listRosterColumns(
  req: Request,
  res: Response,
  asked: AskedReturn,
): Promise<void> {
  const { bytes, chosen } = consentedFile(req);
  showColumns(res, asked, { table: await readTable(res, bytes, chosen), bytes });
}

/** Without consent no page that carries a file is made. @throws BadRequest */
function consentedFile(req: Request): { bytes: Buffer; chosen: ChosenRow } {
  if (req.body.consent !== 'yes') throw new BadRequest();
  return carriedFile(req.body);
}

const readTable = (res: Response, bytes: Buffer, chosen: ChosenRow | null): Promise<FileTable> =>
  tableOf(bytes, {
    headings: rosterTargets(sayTo(res)),
    chosen,
    wording: { unreadable: 'returns.roster.no-workbook' },
  });

type Sending = { req: Request; res: Response; asked: AskedReturn };

/** @returns where to go. @throws Refusal with the rows that are wrong */
async function keep(
  deps: SealingDeps,
  { req, res, asked }: Sending,
  table: FileTable,
  places: Places<RosterColumn>,
): Promise<string> {
  const { park, month, href } = asked;
  const rosters = readRosters(table, places, {
    ventures: await rowsOfTable(deps, asked),
    keys: deps.keys,
    say: sayTo(res),
    today: today(deps.clock.now()),
  });
  if (isRosterFault(rosters)) throw new Refusal([rosters]);
  const source = { sheet: table.sheet, headRow: table.headRow };
  const sent = await actOnce(deps, req, res, z.object({}), async (tx, by) => {
    await keepRosters(tx, by, { parkId: park.id, month }, rosters, source);
    return `${href}/roster`;
  });
  if (!sent.ok) throw new Refusal(sent.faults);
  return sent.value;
}

type Choice = {
  table: FileTable;
  bytes: Buffer;
  places?: Places<RosterColumn>;
  faults?: Fault[];
};

function showColumns(res: Response, asked: AskedReturn, { table, bytes, places, faults }: Choice) {
  const { say, lang } = frameOf(res);
  const { park, month, href } = asked;
  const targets = rosterTargets(say);
  const shown = presentColumns(say, {
    table,
    targets,
    bytes,
    places: places ?? likelyPlaces(table, targets),
    faults: faults ?? [],
    action: `${href}/roster/columns`,
    headsAction: `${href}/roster/heads`,
    again: `${href}/roster`,
    hidden: [{ name: 'consent', value: 'yes' }],
  });
  const label = say('returns.grid.title', {
    park: parkName(park, lang),
    month: monthText(month, lang),
  });
  page(res, 'files/columns', {
    ...shown,
    title: say('returns.roster.title', { month: monthText(month, lang) }),
    crumbs: [{ href, label }],
  });
}
