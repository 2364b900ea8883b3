import { enterAuthority } from '../../src/about/enter-authority.js';
import type { Tx } from '../../src/database/database.js';
import { everyExport } from '../../src/exported.js';
import { beginExport } from '../../src/exports/export-record.js';
import { makeFile } from '../../src/exports/make-book.js';
import { endSchedule, makeSchedule } from '../../src/exports/make-schedule.js';
import type { Prepared } from '../../src/exports/prepared.js';
import { cancelJob, startJob } from '../../src/exports/start-job.js';
import { correctFigure } from '../../src/figures/correct-figure.js';
import { publishFigure } from '../../src/figures/publish-figure.js';
import { findFigure } from '../../src/figures/published-queries.js';
import { takeMembers } from '../../src/figures/take-members.js';
import { withdrawFigure } from '../../src/figures/withdraw-figure.js';
import { confirmNotice } from '../../src/holidays/confirm-notice.js';
import { discardNotice } from '../../src/holidays/discard-notice.js';
import { enterNotice } from '../../src/holidays/enter-notice.js';
import { makeSay } from '../../src/language/say.js';
import { removeView, restoreView } from '../../src/lists/remove-view.js';
import { saveView } from '../../src/lists/save-view.js';
import { runAudit, runForPage } from '../../src/parity/run-audit.js';
import { thresholdsOn } from '../../src/parks/thresholds.js';
import { changeDraft, discardDraft } from '../../src/policies/change-draft.js';
import { draftVersion } from '../../src/policies/draft-version.js';
import { decidePolicyEnd, dropPolicyEnd, proposePolicyEnd } from '../../src/policies/end-policy.js';
import { putInForce } from '../../src/policies/put-in-force.js';
import { PolicyRules } from '../../src/policies/rules.js';
import { sampleCases } from '../../src/policies/sample-cases.js';
import { addSample } from '../../src/policies/samples/add-sample.js';
import { removeSample } from '../../src/policies/samples/remove-sample.js';
import { exportPaper, keepPaper, type NewPaper } from '../../src/reports/papers/keep-paper.js';
import { removeCrossTable, saveCrossTable } from '../../src/reports/save-cross-table.js';
import { setThresholds } from '../../src/reports/set-thresholds.js';
import { ventureList } from '../../src/ventures/venture-list.js';
import { enterOffice } from '../../src/waivers/letters/enter-office.js';
import type { Acts, InTransaction, Stranger, StrangerName } from './kinds.js';
import { present, type World } from './world.js';

const viewOf = (accountId: number, at: Date) => ({
  list: 'ventures',
  name: '视图',
  address: '/ventures',
  accountId,
  savedAt: at,
});

const aPaper: NewPaper = {
  report: 'monthly-bulletin',
  scope: 'network',
  period: '2024-12',
  lang: 'zh',
  title: '工作月报',
  issuer: '',
  text: '一切正常。',
  made: {
    title: '工作月报',
    over: '全市',
    parkIds: [],
    asOf: '',
    lastDay: '2024-12-31',
    day: '2024年12月31日',
    coverage: null,
    position: 1,
    address: '/reports/monthly-bulletin?period=2024-12&scope=network&position=1',
    paragraphs: [],
    sections: [],
    charts: [],
  },
};

const nextYear = (world: World) => ({
  year: Number(world.day.slice(0, 4)) + 1,
  edition: 9,
  documentNumber: '国办发明电',
  link: '',
  enteredAt: world.at,
});

const aSample = (rules: PolicyRules) => ({
  title: '样例',
  declares: true,
  facts: present(sampleCases(rules, '2026-11-24')[0]).facts,
});

const system = { accountId: null, at: new Date('2026-11-24T02:00:00Z') };

/** The end of a draft that was put in force. */
async function anEnd(tx: Tx, draft: { id: number; revision: number }) {
  await putInForce(tx, system, { ...draft, beganOn: '2026-11-24' });
  return { id: draft.id, kind: 'repealed' as const, endedOn: '2027-01-01', reason: '废止' };
}

const onDraft =
  (
    act: (
      tx: Tx,
      by: Stranger,
      draft: { id: number; revision: number },
      world: { rules: PolicyRules },
    ) => unknown,
  ): InTransaction =>
  async (world, tx, by) => {
    const system = { accountId: null, at: world.at };
    const rules = PolicyRules.parse(world.rules);
    const id = await draftVersion(tx, system, { code: 'a-draft', rules });
    return act(tx, by, { id, revision: 1 }, { rules });
  };

const printing = { wordingZh: '10', wordingEn: '10', source: '台账', channel: 'website' } as const;
const prepared: Prepared = {
  eachRow: '一行',
  what: 'ventures',
  name: '表',
  title: '表',
  address: '/ventures',
  rows: 0,
  detail: {},
  lines: [],
  sheets: [],
};
const noReader: StrangerName[] = ['gone', 'administrator', 'founder'];
/** Verbs of these rooms as a stranger would call them: everything in them is right but who acts. */
export const bureau: Acts = {
  publishFigure: ({ day }, tx, by) =>
    publishFigure(tx, by, {
      ...printing,
      measure: 'parks',
      scope: 'network',
      asOf: day,
      month: null,
      position: 1,
    }),
  correctFigure: ({ figure }, tx, by) =>
    correctFigure(tx, by, {
      ...printing,
      ...figure,
      kind: 'corrected',
      position: 1,
      reason: '测试',
      told: '',
    }),
  takeMembers: {
    strangers: ['gone', 'administrator', 'manager', 'county', 'founder'],
    act: async ({ figure: { number } }, tx, by) => {
      const figure = present(await findFigure(tx, number));
      return takeMembers(tx, by, { figure, edition: figure.current });
    },
  },
  withdrawFigure: ({ figure }, tx, by) =>
    withdrawFigure(tx, by, { ...figure, reason: '测试', told: '' }),
  enterNotice: (world, tx, by) =>
    enterNotice(tx, by, {
      year: nextYear(world).year,
      documentNumber: '国办发明电',
      link: '',
      issuedOn: world.day,
      holidays: [],
      worked: [],
    }),
  enterOffice: (_, tx, by) =>
    enterOffice(tx, by, {
      regionCode: '330903',
      fromOn: '2031-01-01',
      nameZh: '某局',
      nameEn: 'An office',
      series: '某减',
    }),
  enterAuthority: ({ day }, tx, by) =>
    enterAuthority(tx, by, {
      kind: 'court',
      fromOn: day,
      nameZh: '某法院',
      nameEn: 'A court',
      addressZh: '某路 1 号',
      addressEn: '1 Some Road',
      phone: null,
      term: 6,
    }),
  confirmNotice: async (world, tx, by) =>
    confirmNotice(tx, by, await tx.holidayNotice.create({ data: nextYear(world) })),
  discardNotice: async (world, tx, by) =>
    discardNotice(tx, by, await tx.holidayNotice.create({ data: nextYear(world) })),
  runAudit: { on: (_, db, by) => runAudit(db, by) },
  runForPage: { on: (_, db, by) => runForPage(db, by) },
  draftVersion: ({ rules }, tx, by) =>
    draftVersion(tx, by, { code: 'another', rules: PolicyRules.parse(rules) }),
  changeDraft: onDraft((tx, by, draft, { rules }) => changeDraft(tx, by, draft, rules)),
  discardDraft: onDraft((tx, by, draft) => discardDraft(tx, by, draft)),
  proposePolicyEnd: onDraft(async (tx, by, draft) =>
    proposePolicyEnd(tx, by, await anEnd(tx, draft)),
  ),
  decidePolicyEnd: onDraft(async (tx, by, draft) =>
    decidePolicyEnd(tx, by, await proposePolicyEnd(tx, system, await anEnd(tx, draft))),
  ),
  dropPolicyEnd: onDraft(async (tx, by, draft) =>
    dropPolicyEnd(tx, by, await proposePolicyEnd(tx, system, await anEnd(tx, draft))),
  ),
  addSample: onDraft((tx, by, { id }, { rules }) => addSample(tx, by, id, aSample(rules))),
  removeSample: onDraft(async (tx, by, { id }, { rules }) => {
    const { title, declares } = aSample(rules);
    const facts = aSample(rules).facts;
    const data = { versionId: id, title, declares, facts, addedAt: new Date(0) };
    return removeSample(tx, by, (await tx.policySample.create({ data })).id);
  }),
  putInForce: async (world, tx, by) =>
    onDraft((_, __, draft) => putInForce(tx, by, { ...draft, beganOn: world.day }))(world, tx, by),
  setThresholds: async (_, tx, by) =>
    setThresholds(tx, by, Object.assign(await thresholdsOn(tx, '2025-02-01'), { ventures: 1 }), {
      kind: 'from',
      day: '2025-02-01',
    }),
  saveCrossTable: {
    strangers: noReader,
    act: (_, tx, by) => saveCrossTable(tx, by, { name: '表', query: 'measure=jobs' }),
  },
  keepPaper: {
    strangers: [...noReader, 'auditor'],
    act: (_, tx, by) => keepPaper(tx, by, aPaper),
  },
  exportPaper: {
    strangers: noReader,
    act: (_, tx, by) => exportPaper(tx, by, { address: aPaper.made.address, name: '月报' }),
  },
  saveView: {
    strangers: ['gone', 'auditor', 'founder'],
    act: (_, tx, by) =>
      saveView(tx, by, ventureList, { name: '视图', address: '/ventures', parkId: null }),
  },
  removeView: async ({ accountId, at }, tx, by) => {
    const { id } = await tx.listView.create({ data: viewOf(accountId, at) });
    return removeView(tx, by, id);
  },
  restoreView: async ({ accountId, at }, tx, by) => {
    const data = Object.assign(viewOf(accountId, at), { removedAt: at });
    return restoreView(tx, by, (await tx.listView.create({ data })).id);
  },
  removeCrossTable: async ({ accountId, at }, tx, by) => {
    const data = { name: '表', query: '', accountId, createdAt: at };
    const { id } = await tx.crossTable.create({ data });
    return removeCrossTable(tx, by, id);
  },
  makeSchedule: {
    strangers: noReader,
    act: (_, tx, by) =>
      makeSchedule(
        tx,
        by,
        {
          report: 'waiver-effect',
          scope: 'network',
          format: 'csv',
          cadence: 'monthly',
          day: 1,
          lang: 'zh',
        },
        everyExport.scheduling,
      ),
  },
  endSchedule: async ({ accountId, at, day }, tx, by) => {
    const made = { report: 'waiver-effect', scope: 'network', format: 'csv', lang: 'zh', day: 1 };
    const { id } = await tx.reportSchedule.create({
      data: { ...made, cadence: 'monthly', nextDueOn: day, accountId, createdAt: at },
    });
    return endSchedule(tx, by, id);
  },
  startJob: {
    strangers: noReader,
    act: (_, tx, by) =>
      startJob(
        tx,
        by,
        { address: '/ventures.csv', title: '表', total: 1, lang: 'zh' },
        everyExport,
      ),
  },
  cancelJob: async ({ accountId, at }, tx, by) => {
    const job = { address: '/ventures.csv', title: '表', format: 'csv', lang: 'zh' };
    const { id } = await tx.reportJob.create({
      data: { ...job, state: 'waiting', accountId, createdAt: at },
    });
    return cancelJob(tx, by, id);
  },
  beginExport: {
    strangers: ['gone'],
    act: (_, tx, by) => beginExport(tx, by, { prepared, format: 'csv', cover: [] }),
  },
  makeFile: {
    strangers: ['gone'],
    on: (_, db, by) =>
      makeFile(db, by, {
        prepared,
        format: 'csv',
        telling: 'first',
        voice: { say: makeSay('zh'), lang: 'zh' },
      }),
  },
};
