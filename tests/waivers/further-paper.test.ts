import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askForPaper } from '../../src/waivers/ask-for-paper.js';
import { attachProof, detachProof } from '../../src/waivers/attach-proof.js';
import { declineApplication } from '../../src/waivers/decline-application.js';
import { approveApplication, refuseApplication } from '../../src/waivers/determine-application.js';
import { endAskings } from '../../src/waivers/end-askings.js';
import { askReconsideration } from '../../src/waivers/reconsider-application.js';
import { returnForCorrection } from '../../src/waivers/return-for-correction.js';
import { reviewApplication } from '../../src/waivers/review-application.js';
import { saveAnswers } from '../../src/waivers/save-answers.js';
import { submitApplication } from '../../src/waivers/submit-application.js';
import { supplyPaper } from '../../src/waivers/supply-paper.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { browserOf, caseOf, morning, send } from './desk.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
});
afterEach(() => cast.close());

const paper = { paper: '2026年社会保险缴费证明', note: '核实参保月数，影响第 2 条的资格' };
const ask = (who: string, number: string, day = '2025-02-18') =>
  cast.act(who, async (tx, by) => askForPaper(tx, by, await seen(cast, number), paper), day);
const supply = (number: string, note = '', day = '2025-02-20') =>
  cast.act(
    'founder2',
    async (tx, by) => supplyPaper(tx, by, await seen(cast, number), { note }),
    day,
  );
/** A file of founder2 that was sent before. */
const fileId = async () =>
  (await cast.db.proofFile.findFirstOrThrow({ where: { personId: cast.other.id } })).id;
const attach = async (number: string, item: string, who = 'founder2') => {
  const proofFileId = await fileId();
  await cast.act(who, async (tx, by) =>
    attachProof(tx, by, await seen(cast, number), { item, proofFileId }),
  );
};
const letters = async (number: string) => {
  const { id } = await caseOf(cast, number);
  return cast.db.letter.findMany({ where: { applicationId: id }, orderBy: { id: 'asc' } });
};
const lastMessage = () => cast.db.outboxMessage.findFirstOrThrow({ orderBy: { id: 'desc' } });

describe('a further paper', () => {
  it.each([
    ['park1', 'park-review', 'ask-park'],
    ['putuo', 'county-review', 'ask-county'],
    ['bureau', 'bureau-review', 'ask-bureau'],
  ] as const)(
    'is asked for by %s once, with a letter and a message, and comes back to that desk',
    async (who, state, move) => {
      const number = await caseAt(cast, state);
      await ask(who, number);
      const asked = await caseOf(cast, number);
      expect(asked).toMatchObject({ state: 'supplement', determineBy: null, dueOn: '2025-02-25' });
      const letter = (await letters(number)).at(-1);
      expect(letter?.kind).toBe('supplement');
      for (const words of [
        '补充材料通知书',
        paper.paper,
        paper.note,
        '2025年2月25日',
        '按现有材料',
      ])
        expect(letter?.bodyZh).toContain(words);
      expect((await lastMessage()).key).toBe(`waivers.message.${move}`);
      await expect(supply(number)).rejects.toThrow('note: waivers.fault.no-paper');
      await attach(number, `further-${move.slice(4)}`);
      await supply(number);
      expect((await caseOf(cast, number)).state).toBe(state);
      await expect(ask(who, number, '2025-02-21')).rejects.toThrow('waivers.fault.asked-already');
    },
  );

  it('stops the clock of the whole: working days with the founder are not counted', async () => {
    const number = await caseAt(cast, 'county-review');
    const before = (await caseOf(cast, number)).determineBy ?? '';
    await ask('putuo', number);
    await supply(number, '没有参保', '2025-02-21');
    const { determineBy, dueOn } = await caseOf(cast, number);
    // Three working days, from Tuesday the 18th to Friday the 21st.
    expect(before < (determineBy ?? '')).toBe(true);
    expect(dueOn).not.toBeNull();
    const used = await cast.db.waiverStep.findMany({ orderBy: { id: 'asc' } });
    expect(used.at(-1)).toMatchObject({
      move: 'supply',
      toState: 'county-review',
      note: '没有参保',
    });
  });

  it('may be asked for by each desk of a case, and only until the decision', async () => {
    const number = await caseAt(cast, 'county-review');
    await ask('putuo', number);
    await supply(number, '没有');
    await cast.act('putuo', async (tx, by) =>
      reviewApplication(tx, by, await seen(cast, number), { recommends: 'grant', inside: '' }),
    );
    await ask('bureau', number);
    await supply(number, '没有');
    await cast.act('bureau', async (tx, by) =>
      approveApplication(tx, by, await seen(cast, number), { reason: 'as-assessed', note: '' }),
    );
    await expect(ask('bureau', number)).rejects.toThrow('waivers.not-at-this-step');
  });

  it('opens nothing else, and only to its applicant', async () => {
    const number = await caseAt(cast, 'county-review');
    await ask('putuo', number);
    await expect(attach(number, 'lease')).rejects.toThrow('waivers.fault.not-open');
    await expect(attach(number, 'further-park')).rejects.toThrow('waivers.fault.no-item');
    await expect(attach(number, 'further-county', 'founder1')).rejects.toThrow();
    await expect(
      cast.act('founder2', async (tx, by) =>
        saveAnswers(tx, by, await seen(cast, number), { months: 3 }),
      ),
    ).rejects.toThrow('waivers.fault.not-open');
  });

  it('that does not come in time gives the case back to the desk, and nothing lapses', async () => {
    const number = await caseAt(cast, 'county-review');
    await ask('putuo', number);
    expect(await endAskings(cast.db, morning('2025-02-25'))).toBe(0);
    expect(await endAskings(cast.db, morning('2025-02-26'))).toBe(1);
    expect((await caseOf(cast, number)).state).toBe('county-review');
    expect((await lastMessage()).key).toBe('waivers.message.end-asking');
    expect(await endAskings(cast.db, morning('2025-02-26'))).toBe(0);
  });

  it('is asked for and sent through the pages, in three presses at the desk', async () => {
    const number = await caseAt(cast, 'county-review');
    const county = await browserOf(cast, 'putuo');
    expect((await county.get(`/waivers/${number}`)).text).toContain(
      `/waivers/${number}/further-paper`,
    );
    expect((await county.get(`/waivers/${number}/further-paper`)).text).toContain('只能要求一次');
    const bad = await send(cast, 'putuo', number, 'further-paper', { paper: ' ', note: '原因' });
    expect([bad.status, bad.text.includes('原因')]).toEqual([422, true]);
    expect((await send(cast, 'putuo', number, 'further-paper', paper)).status).toBe(303);
    expect((await send(cast, 'park1', number, 'further-paper', paper)).status).toBe(409);
    const founder = await browserOf(cast, 'founder2');
    const page = (await founder.get(`/waivers/${number}`)).text;
    for (const words of [paper.paper, paper.note, `/waivers/${number}/proof/further-county`])
      expect(page).toContain(words);
    expect((await founder.get(`/waivers/${number}/proof/further-county`)).status).toBe(200);
    expect((await send(cast, 'founder2', number, 'supplement', { note: '' })).status).toBe(422);
    await attach(number, 'further-county');
    expect((await send(cast, 'founder2', number, 'supplement', { note: '' })).status).toBe(303);
    const again = (await county.get(`/waivers/${number}`)).text;
    expect(again).toContain(paper.paper);
    expect(again).toContain('已经要求补充过一次材料');
    expect(again).not.toContain(`/waivers/${number}/further-paper`);
  });
});

describe('papers that nobody asked for', () => {
  it('are added by the applicant beside a note, stay once a desk may have read them, and end with the decision', async () => {
    const number = await caseAt(cast, 'bureau-review');
    const founder = await browserOf(cast, 'founder2');
    expect((await founder.get(`/waivers/${number}`)).text).toContain(
      `/waivers/${number}/proof/own-papers`,
    );
    expect((await founder.get(`/waivers/${number}/proof/own-papers`)).status).toBe(200);
    await attach(number, 'own-papers');
    const proofFileId = await fileId();
    await expect(
      cast.act('founder2', async (tx, by) =>
        detachProof(tx, by, await seen(cast, number), { item: 'own-papers', proofFileId }),
      ),
    ).rejects.toThrow();
    expect((await (await browserOf(cast, 'bureau')).get(`/waivers/${number}`)).text).toContain(
      '申请人主动补充',
    );
    await cast.act('bureau', async (tx, by) =>
      refuseApplication(tx, by, await seen(cast, number), { reason: 'other', note: '说明' }),
    );
    await expect(attach(number, 'own-papers')).rejects.toThrow();
    await cast.act('founder2', async (tx, by) =>
      askReconsideration(tx, by, await seen(cast, number), { note: '有新的材料' }),
    );
    expect((await founder.get(`/waivers/${number}/proof/own-papers`)).status).toBe(200);
  });
});

it('is said to be attached, and taken off, where a stored file is used', async () => {
  const number = await caseAt(cast, 'draft');
  const founder = await browserOf(cast, 'founder2');
  const item = `/waivers/${number}/proof/lease`;
  const kept = String(await fileId());
  for (const [address, sent, words] of [
    [`${item}/kept`, { kept }, '材料已附在这一项'],
    [`${item}/${kept}/removal`, {}, '材料已从这一项取下'],
  ] as const) {
    const answer = await founder.post(address, sent, { from: item });
    expect([answer.status, answer.location]).toEqual([303, item]);
    expect((await founder.get(item)).text).toContain(words);
  }
});

it('that is added unasked takes no open form from the desk, and is on its page', async () => {
  const number = await caseAt(cast, 'bureau-review');
  const shown = await seen(cast, number);
  await attach(number, 'own-papers');
  expect(await seen(cast, number)).toEqual(shown);
  await cast.act('bureau', (tx, by) =>
    refuseApplication(tx, by, shown, { reason: 'other', note: '说明' }),
  );
  expect((await caseOf(cast, number)).state).toBe('refused');
});

it('refuses a correction in which nothing that was named was changed, and takes one that changed a file or an answer', async () => {
  const correction = { fields: ['months' as const], proof: ['lease'], note: '请补正' };
  const number = await caseAt(cast, 'submitted');
  await cast.act('park1', async (tx, by) =>
    returnForCorrection(tx, by, await seen(cast, number), correction),
  );
  const again = () =>
    cast.act('founder2', async (tx, by) =>
      submitApplication(tx, by, await seen(cast, number), { declares: true }),
    );
  await expect(again()).rejects.toThrow('waivers.fault.untouched');
  await cast.act('founder2', async (tx, by) =>
    saveAnswers(tx, by, await seen(cast, number), { months: 12 }),
  );
  await expect(again()).rejects.toThrow('waivers.fault.untouched');
  await attach(number, 'lease');
  await again();
  expect((await caseOf(cast, number)).state).toBe('submitted');
});

describe('a case that is not accepted', () => {
  it('is over, with a decision that names reason, clause and what the law gives against it', async () => {
    const number = await caseAt(cast, 'submitted');
    const decline = (reason: string, note: string) =>
      cast.act('park1', async (tx, by) =>
        declineApplication(tx, by, await seen(cast, number), { reason, note }),
      );
    await expect(decline('nothing', '说明')).rejects.toThrow('reason: web.field.choose');
    await expect(decline('out-of-scope', ' ')).rejects.toThrow('note: web.field.required');
    await decline('out-of-scope', '场地不在本市');
    const application = await caseOf(cast, number);
    expect(application).toMatchObject({ state: 'not-accepted', dueOn: null, determineBy: null });
    const letter = (await letters(number)).at(-1);
    for (const words of [
      '不予受理决定书',
      '不属于本政策的受理范围',
      '场地不在本市',
      '行政复议',
      '行政诉讼',
      '重新申请',
    ])
      expect(letter?.bodyZh).toContain(words);
    expect(letter?.bodyZh).toContain('舟山市人力资源和社会保障局');
    expect(await lastMessage()).toMatchObject({ key: 'waivers.message.decline' });
    await expect(decline('out-of-scope', '再次')).rejects.toThrow('waivers.not-at-this-step');
  });

  it('is decided on a page of its own, by the desk that accepts', async () => {
    const number = await caseAt(cast, 'submitted');
    const form = { reason: 'no-standing', note: '不是创业者' };
    expect((await send(cast, 'putuo', number, 'non-acceptance', form)).status).toBe(403);
    expect(
      (await send(cast, 'park1', number, 'non-acceptance', { reason: '', note: '' })).status,
    ).toBe(422);
    expect((await send(cast, 'park1', number, 'non-acceptance', form)).status).toBe(303);
    const page = (await (await browserOf(cast, 'founder2')).get(`/waivers/${number}`)).text;
    expect(page).toContain('未予受理');
  });
});
