import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maskName } from '../../src/notices/mask-name.js';
import { codeOf } from '../../src/people/code-of.js';
import { resolveObjection } from '../../src/waivers/resolve-objection.js';
import { type Cast, caseAt, seen, startWaivers } from '../waivers/cast.js';
import { Client, signIn } from '../web/client.js';

it.each([
  ['王小明', '王*明'],
  ['王明', '王*'],
  ['欧阳小明', '欧**明'],
  ['海风民宿', '海**宿'],
  ['𫖮', '*'],
  ['𬱖𰻞王', '𬱖*王'],
  ['Chen Hai', 'C*** H***'],
])('shows %s as %s', (name, masked) => expect(maskName(name)).toBe(masked));

let cast: Cast;
let number = '';

describe('a case on notice', () => {
  beforeEach(async () => {
    cast = await startWaivers();
    number = await caseAt(cast, 'notice'); // from 2025-02-17 up to the 24th
    cast.clock.set(new Date('2025-02-20T02:00:00Z'));
  });
  afterEach(() => cast.close());

  const visitor = () => new Client(cast.base);
  const objections = () => cast.db.objection.findMany({ orderBy: { id: 'asc' } });

  it('shows who is about to be granted what, with names masked', async () => {
    const list = await visitor().get('/notices');
    expect(list.status).toBe(200);
    expect(list.text).toContain(number);
    expect(list.text).toContain('园区免租金');
    expect(list.text).toContain('6,000.00');
    expect(list.text).toContain('不***坊'); // it did not agree to be named
    expect(list.text).not.toContain('不具名工坊');
    expect(list.text).not.toContain('陈海');
    const notice = await visitor().get(`/notices/${number}`);
    const space = await cast.db.space.findFirstOrThrow({
      where: { tenancies: { some: { ventureId: cast.ventureIds[1] } } },
    });
    for (const words of ['场地所在', space.village, '适用标准', '不限创业者类别'])
      expect(notice.text).toContain(words);
    expect(notice.text).not.toContain(space.name);
  });

  const said = { ground: 'premises-not-used', text: '场地一直关门' };
  const named = { ...said, way: 'named', name: '李四', phone: '138 0000 0000' };
  const nameless = { ...said, way: 'nameless', name: '李四', phone: '13800000000' };
  const ticketOf = (location: string | null | undefined) =>
    new URL(location ?? '', 'http://here.invalid').searchParams.get('ticket') ?? '';

  it('takes an objection from a phone that a code has proven, once, and stops the clock', async () => {
    const client = visitor();
    const path = `/notices/${number}`;
    const blank = await client.post(path, { ...named, text: '', ground: '', phone: '123' });
    expect(blank.status).toBe(422);
    for (const words of ['李四', '123', '手机号']) expect(blank.text).toContain(words);
    const sent = await client.post(path, named);
    expect([sent.status, sent.location?.split('?')[0]]).toEqual([303, `${path}/code`]);
    const ticket = ticketOf(sent.location);
    // Nothing is an objection yet; what was typed stands in the form again for who comes back.
    expect(await objections()).toEqual([]);
    expect((await client.get(sent.location ?? '')).text).toContain('138****0000');
    const back = (await client.get(`${path}?ticket=${ticket}`)).text;
    for (const typed of ['场地一直关门', '李四', '13800000000']) expect(back).toContain(typed);
    expect((await visitor().get(path)).text).not.toContain('李四');
    const code = codeOf(cast.keys, ticket);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect((await client.post(`${path}/code`, { ticket, code: wrong })).status).toBe(422);
    expect(await objections()).toEqual([]);
    for (let twice = 0; twice < 2; twice += 1) {
      const proven = await client.post(`${path}/code`, { ticket, code });
      expect([proven.status, proven.location]).toEqual([303, `${path}/received?ticket=${ticket}`]);
    }
    const [one] = await objections();
    expect(await objections()).toMatchObject([
      { ...said, name: '李四', phone: '13800000000', state: 'open', number: 'Y2025-0001' },
    ]);
    expect(await cast.db.objectionDraft.count()).toBe(0);
    const received = (await client.get(`${path}/received?ticket=${ticket}`)).text;
    for (const words of ['Y2025-0001', one?.checkCode ?? '', '公示期暂停计算'])
      expect(received).toContain(words);
    const application = await cast.db.waiverApplication.findUniqueOrThrow({ where: { number } });
    expect(application).toMatchObject({ pausedFrom: '2025-02-20', pausedTo: null });
    const shown = await client.get(path);
    expect(shown.text).toContain('公示期暂停计算');
    for (const secret of ['李四', '场地一直关门']) expect(shown.text).not.toContain(secret);
    const again = await client.post(path, named);
    expect(again.status).toBe(422); // a code a minute
    expect(again.text).toContain('场地一直关门');
  });

  it('takes a phone of Hong Kong, and leads from a code that nobody has to the notice alone', async () => {
    const client = visitor();
    const path = `/notices/${number}`;
    const sent = await client.post(path, { ...named, phone: '00852-9123 4567' });
    const ticket = ticketOf(sent.location);
    const code = codeOf(cast.keys, ticket);
    expect((await client.post(`${path}/code`, { ticket, code })).status).toBe(303);
    expect(await objections()).toMatchObject([{ phone: '+85291234567' }]);
    const led = await client.get('/notices/%2F..%2Fevil.example/code?ticket=none');
    expect(led.location).toBe('/notices/%2F..%2Fevil.example?ticket=none');
  });

  it('takes one without a name or a phone while the notice goes on, and tells its number to its sender alone', async () => {
    const client = visitor();
    const path = `/notices/${number}`;
    const sent = await client.post(path, nameless);
    expect([sent.status, sent.location?.split('?')[0]]).toEqual([303, `${path}/received`]);
    expect(await objections()).toMatchObject([{ ...said, name: '', phone: '', provenAt: null }]);
    const [one] = await objections();
    const received = (await client.get(sent.location ?? '')).text;
    for (const words of [one?.checkCode ?? '', '公示期不因此暂停'])
      expect(received).toContain(words);
    expect((await visitor().get(`${path}/received`)).text).not.toContain('Y2025-0001');
    expect((await visitor().get(path)).text).not.toContain('公示期暂停计算');
    expect(await cast.db.outboxMessage.count({ where: { phone: { not: null } } })).toBe(0);
    cast.clock.set(new Date('2025-02-21T03:00:00Z'));
    expect((await client.get(sent.location ?? '')).text).not.toContain(one?.checkCode ?? '');
    // Its days are over: nothing more is taken, and the case is no longer shown.
    cast.clock.set(new Date('2025-02-25T02:00:00Z'));
    expect((await visitor().get('/notices')).text).not.toContain(number);
    expect((await visitor().post(path, nameless)).status).toBe(404);
  });

  it('marks a nameless one in the queue and on the case while the notice runs, and takes one answer for several', async () => {
    for (const text of ['第一条', '第二条', '第三条'])
      expect((await visitor().post(`/notices/${number}`, { ...nameless, text })).status).toBe(303);
    const bureau = await signIn(cast.base, 'bureau2');
    for (const page of ['/waivers/queue?tab=waiting', `/waivers/${number}`])
      expect((await bureau.get(page)).text, page).toContain('公示至2025年2月24日，有异议待答复');
    const [first, second] = await objections();
    const answer = `/waivers/${number}/objections/${first?.id}/answer`;
    const form = (await bureau.get(answer)).text;
    for (const words of ['一并答复其他不具名异议', '第二条', '第三条'])
      expect(form).toContain(words);
    const { version } = await seen(cast, number);
    const typed = { finding: 'dismissed', also: [String(second?.id)], version: String(version) };
    const blank = await bureau.post(answer, { ...typed, answer: '', _key: 'key-of-the-answer-1' });
    expect(blank.status).toBe(422);
    expect(blank.text).toMatch(new RegExp(`name="also" value="${second?.id}" checked`));
    const whole = { ...typed, answer: '均不属实', _key: 'key-of-the-answer-1' };
    const sent = await bureau.post(answer, whole);
    expect(sent.status).toBe(303);
    expect((await objections()).map(({ state }) => state)).toEqual([
      'dismissed',
      'dismissed',
      'open',
    ]);
  });

  it('is followed by number and code, and by nothing else', async () => {
    const sent = await visitor().post(`/notices/${number}`, nameless);
    const { checkCode } = await cast.db.objection.findUniqueOrThrow({
      where: { ticket: ticketOf(sent.location) },
    });
    const follow = (of: string, code: string) =>
      visitor().post('/track/objections', { number: of, code });
    expect((await follow('Y2025-0001', 'ABCDE-FGHJK')).status).toBe(422);
    expect((await follow('Y2025-0002', checkCode)).status).toBe(422);
    const waiting = await follow('ｙ2025—0001', checkCode.toLowerCase().replace('-', ' '));
    expect(waiting.status).toBe(200);
    for (const words of [number, '场地一直关门', '正在核查']) expect(waiting.text).toContain(words);
    await answerAll(true);
    const answered = (await follow('Y2025-0001', checkCode)).text;
    for (const words of ['成立', '经核查属实']) expect(answered).toContain(words);
  });

  it('is read by the applicant with its answer, and by nobody with its code', async () => {
    await visitor().post(`/notices/${number}`, nameless);
    await answerAll(false);
    const [one] = await objections();
    const founder = await signIn(cast.base, 'founder2');
    const page = (await founder.get(`/waivers/${number}`)).text;
    for (const words of ['公示异议', '场地未按申请的用途使用', '场地一直关门', '经核查属实'])
      expect(page).toContain(words);
    for (const who of ['founder2', 'bureau2', 'park1', 'auditor']) {
      const client = await signIn(cast.base, who);
      expect((await client.get(`/waivers/${number}`)).text, who).not.toContain(one?.checkCode);
    }
  });

  async function answerAll(upholds: boolean): Promise<void> {
    for (const { id } of await objections()) {
      const { version } = await seen(cast, number);
      const resolution = { upholds, answer: '经核查属实' };
      await cast.act(
        'bureau2',
        (tx, by) => resolveObjection(tx, by, { id, version }, resolution),
        '2025-02-20',
      );
    }
  }

  it('stays on notice while the notice stands, and closes with it', async () => {
    const client = visitor();
    const path = `/notices/${number}`;
    const ticket = ticketOf((await client.post(path, named)).location);
    await client.post(`${path}/code`, { ticket, code: codeOf(cast.keys, ticket) });
    cast.clock.set(new Date('2025-02-26T02:00:00Z'));
    expect((await visitor().get('/notices')).text).toContain(number);
    // Its days stand meanwhile, so another can still be made.
    const another = { ...nameless, text: '另一项异议' };
    expect((await visitor().post(path, another)).status).toBe(303);
    for (const { id } of await objections()) {
      const { version } = await seen(cast, number);
      const resolution = { upholds: false, answer: '属实' };
      await cast.act(
        'bureau2',
        (tx, by) => resolveObjection(tx, by, { id, version }, resolution),
        '2025-02-26',
      );
    }
    cast.clock.set(new Date('2025-03-04T02:00:00Z'));
    expect((await visitor().get('/notices')).text).not.toContain(number);
    expect((await visitor().get(path)).status).toBe(404);
    const late = await client.post(`${path}/code`, { ticket, code: '000000' });
    expect(late.status).toBe(422);
  });

  it('finds nothing of a case that is not on notice', async () => {
    const other = await cast.db.waiverApplication.findFirst({ where: { state: 'draft' } });
    expect(other).toBeNull();
    expect((await visitor().get('/notices/A2025-999999')).status).toBe(404);
    expect((await visitor().post('/notices/A2025-999999', { text: '试' })).status).toBe(404);
  });

  it('makes a place wait that objects again and again', async () => {
    const again = await startWaivers();
    try {
      const one = await caseAt(again, 'notice');
      again.clock.set(new Date('2025-02-20T02:00:00Z'));
      const client = new Client(again.base);
      const send = (n: number) => client.post(`/notices/${one}`, { ...nameless, text: `第${n}条` });
      for (let n = 1; n <= 5; n += 1) expect((await send(n)).status).toBe(303);
      const refused = await send(6);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('分钟后再试');
      again.clock.pass(61_000);
      expect((await send(7)).status).toBe(303);
    } finally {
      await again.close();
    }
  });
});
