import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agree, type Cast, enterNumber, startPeople } from '../identities/cast.js';
import { someCitizen } from '../identities/numbers.js';
import type { Client } from '../web/client.js';

let cast: Cast;
let bureau: Client;
let path: string;
/** Two people with one document; two of one phone, one without any venture; two who sound alike in one venture. */
beforeEach(async () => {
  cast = await startPeople();
  bureau = await cast.as('bureau');
  for (const { id } of [cast.person, cast.other]) {
    await agree(cast, id, 'identity');
    await enterNumber(cast, id, someCitizen(3));
  }
  const person = (number: string, name: string, more = {}) =>
    cast.db.person.create({ data: Object.assign({ number, name, namePinyin: name }, more) });
  const phone = '13905801234';
  await person('R900001', '林同一', { phone, graduatedOn: '2024-06-30' });
  await person('R900002', '林同意', { phone });
  await person('R900003', '林同一', { graduatedOn: '2024-06-30' });
  const { ventureId } = await cast.db.personRole.findFirstOrThrow({
    where: { personId: cast.person.id },
  });
  const { namePinyin } = await cast.db.person.findUniqueOrThrow({ where: { id: cast.person.id } });
  const { id } = await person('R900004', '陈海', { namePinyin });
  await cast.db.personRole.create({
    data: { personId: id, ventureId, role: 'partner', beganOn: '2024-03-01' },
  });
  path = `/people/${cast.person.number}/distinction`;
});
afterEach(() => cast.close());

const rowsOf = (text: string): string[] =>
  [...text.matchAll(/<tr>[\s\S]*?<\/tr>/g)]
    .map(([row]) =>
      row
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .slice(1);
const open = async (client = bureau) => rowsOf((await client.get('/people/doubles')).text);
const decided = async (client = bureau) =>
  rowsOf((await client.get('/people/doubles?state=decided')).text);

describe('the page of people who may be one', () => {
  it('is reached from that of ventures, and shows each pair with its reasons, the surest first', async () => {
    expect((await bureau.get('/ventures/doubles')).text).toContain('href="/people/doubles"');
    const rows = await open();
    expect(
      rows.map((row) => row.replace(/.* (登记了|手机号|同在|姓名和)/, '$1').split(' ')[0]),
    ).toEqual([
      '登记了同一证件',
      '手机号相同',
      '同在一个主体，姓名相同或同音',
      '姓名和毕业日期相同',
    ]);
    expect((await bureau.get('/people/doubles?lang=en')).text).toContain(
      'Likely doubles of people',
    );
    expect((await bureau.get('/people/doubles?page=x')).status).toBe(400);
  });

  it('shows who is seen, and leaves what is not one’s own to the bureau', async () => {
    const park1 = await open(await cast.as('park1'));
    expect(park1).toHaveLength(2);
    expect(park1.join('\n')).toContain('比对并合并');
    expect(await open(await cast.as('park2'))).toHaveLength(0);
    expect((await open(await cast.as('auditor'))).join('\n')).not.toContain('比对并合并');
    for (const who of ['admin', 'founder1'])
      expect((await (await cast.as(who)).get('/people/doubles')).status, who).toBe(403);
  });

  it('no longer lists two who were told apart, until that is taken back', async () => {
    const sent = { with: cast.other.number, reason: '' };
    const refused = await bureau.post(`${path}?with=${cast.other.number}`, sent);
    expect([refused.status, refused.text.includes('请填写此项')]).toEqual([422, true]);
    const answer = await bureau.post(`${path}?with=${cast.other.number}`, {
      with: cast.other.number,
      reason: '兄弟两人，证件录错',
    });
    expect([answer.status, answer.location]).toEqual([303, '/people/doubles']);
    expect((await open()).join('\n')).not.toContain('登记了同一证件');
    expect((await decided()).join('\n')).toContain('兄弟两人，证件录错');
    const history = await bureau.get(`/history/person/${cast.person.id}`);
    expect(history.text).toContain('认定与另一人不是同一人');
    const { id } = await cast.db.personPair.findFirstOrThrow();
    const page = '/people/doubles?state=decided';
    const park2 = await cast.as('park2');
    expect((await park2.post(`/people/doubles/${id}/withdrawal`, {}, { from: page })).status).toBe(
      404,
    );
    expect((await bureau.post(`/people/doubles/${id}/withdrawal`, {}, { from: page })).status).toBe(
      303,
    );
    expect((await open()).join('\n')).toContain('登记了同一证件');
    expect((await bureau.post(`/people/doubles/${id}/withdrawal`, {}, { from: page })).status).toBe(
      409,
    );
  });
});
