import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type Day, today } from '../../calendar/days.js';
import { day as sayDay } from '../../language/format.js';
import { actOnce } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow } from '../../web/errors.js';
import { day, text } from '../../web/fields.js';
import { type FormView, formView, type Labels } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { page } from '../../web/views.js';
import { canEnterOffices } from '../permissions.js';
import { enterOffice } from './enter-office.js';
import { officeAmong, officesEntered, regionsWithOffice } from './issuing-offices.js';
import { lastNumbers } from './last-numbers.js';
import { documentText } from './letter-issuer.js';

const OfficeForm = z.object({
  regionCode: z.string({ error: 'web.field.choose' }).regex(/^[\w-]{1,12}$/, 'web.field.choose'),
  nameZh: text(60),
  nameEn: text(120),
  series: text(20),
  fromOn: day,
});
const labels: Labels = {
  regionCode: 'letter.offices.region',
  nameZh: 'letter.offices.name-zh',
  nameEn: 'letter.offices.name-en',
  series: 'letter.offices.series',
  fromOn: 'letter.offices.from',
};
const here = '/waivers/offices';

/** The bureau says how the letters of each office are headed, signed and numbered, and from which day on. */
export function officeRoutes(deps: Deps): Router {
  const router = Router();
  router.get(here, (_req, res) => showOffices(deps, res));
  router.get(`${here}/new`, async (req, res) => {
    allow(canEnterOffices(viewerOf(res)));
    const now = today(deps.clock.now());
    const regions = await officeRegions(deps);
    const region = regions.find(({ code }) => code === req.query.region) ?? regions[0];
    const { name, series } = region
      ? officeAmong(await officesEntered(deps.db), region, now)
      : { name: { zh: '', en: '' }, series: null };
    const typed = { regionCode: region?.code ?? '', nameZh: name.zh, nameEn: name.en };
    const begun = Object.assign(typed, { series: series ?? '', fromOn: now });
    await newPage(deps, res, formView(sayTo(res), begun));
  });
  router.post(`${here}/new`, (req, res) => enter(deps, req, res));
  return router;
}

/** The city first, then what reviews cases in it. */
const officeRegions = ({ db }: Deps) =>
  db.region.findMany({ where: regionsWithOffice, orderBy: { sequence: 'asc' } });

async function showOffices(deps: Deps, res: Response): Promise<void> {
  allow(canEnterOffices(viewerOf(res)));
  const { say, lang } = frameOf(res);
  const now = today(deps.clock.now());
  const rows = await officesEntered(deps.db);
  const last = await lastNumbers(deps.db);
  const regions = await officeRegions(deps);
  page(res, 'waivers/offices', {
    title: say('letter.offices'),
    offices: regions.map((region) => {
      const { name, series } = officeAmong(rows, region, now);
      const number = last.find((each) => each.series === series);
      return {
        region: lang === 'zh' ? region.nameZh : region.nameEn,
        name: name[lang],
        series: series ?? say('letter.offices.none'),
        last: number ? documentText(number) : '—',
        coming: comingOf(rows, region.code, now, res),
        href: `${here}/new?region=${region.code}`,
      };
    }),
  });
}

function comingOf(
  rows: Awaited<ReturnType<typeof officesEntered>>,
  code: string,
  on: Day,
  res: Response,
): string[] {
  const { say, lang } = frameOf(res);
  return rows
    .filter(({ regionCode, fromOn }) => regionCode === code && fromOn > on)
    .reverse()
    .map(({ fromOn, nameZh, nameEn, series }) =>
      say('letter.offices.coming', {
        day: sayDay(fromOn, lang),
        name: lang === 'zh' ? nameZh : nameEn,
        series,
      }),
    );
}

async function enter(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canEnterOffices(viewerOf(res)));
  const form = await actOnce(deps, req, res, OfficeForm, async (tx, by, input) => {
    await enterOffice(tx, by, input);
    return here;
  });
  await answerForm(res, form, labels, (view) => newPage(deps, res, view));
}

async function newPage(deps: Deps, res: Response, form: FormView): Promise<void> {
  const { say, lang } = frameOf(res);
  const regions = await officeRegions(deps);
  page(res, 'waivers/new-office', {
    title: say('letter.offices.change'),
    crumbs: [{ href: here, label: say('letter.offices') }],
    regions: regions.map(({ code, nameZh, nameEn }) => ({
      value: code,
      label: lang === 'zh' ? nameZh : nameEn,
    })),
    form,
    hasErrors: form.summary.length > 0,
  });
}
