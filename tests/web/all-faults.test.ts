import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newVentureForm } from '../../src/ventures/forms.js';
import { CorrectTenancyForm } from '../../src/ventures/tenancy-forms.js';
import { day, text, wholeNumber } from '../../src/web/fields.js';
import type { Sent } from '../../src/web/form-body.js';
import { readForm } from '../../src/web/forms.js';

const faultsOf = (schema: z.ZodType, sent: Sent): string[] => {
  const read = readForm(schema, sent);
  return read.ok ? [] : read.faults.map(({ field, key }) => `${field}: ${key}`).sort();
};

describe('what is wrong with a form is told at once', () => {
  const Form = z
    .object({ from: day, to: day, people: wholeNumber(0, 9), why: text(20) })
    .refine(({ from, to }) => from <= to, {
      path: ['to'],
      error: 'reports.cross.wrong-order',
    })
    .refine(({ people, why }) => people > 0 || why !== '无', {
      path: ['why'],
      error: 'web.field.required',
    });
  const right = { from: '2025-02-01', to: '2025-02-28', people: '3', why: '节前' };

  it.each<[string, Partial<Record<keyof typeof right, string>>, string[]]>([
    ['nothing', {}, []],
    ['a check alone', { people: '0', why: '无' }, ['why: web.field.required']],
    [
      'a check beside a field that it does not look at',
      { from: '30', people: '0', why: '无' },
      ['from: web.field.day', 'why: web.field.required'],
    ],
    [
      'not a check of a field that could not be read',
      { why: '', people: '0' },
      ['why: web.field.required'],
    ],
    [
      'each field alone',
      { from: '', to: '', people: 'x', why: '' },
      [
        'from: web.field.required',
        'people: web.field.whole-number',
        'to: web.field.required',
        'why: web.field.required',
      ],
    ],
  ])('%s', (_, changes, faults) => {
    expect(faultsOf(Form, { ...right, ...changes })).toEqual(faults);
  });

  it('also where the form is made of what was sent, and turned into something else afterwards', () => {
    const inner = Form.transform(({ from }) => from);
    const around = z.preprocess((sent) => ({ ...(sent as Sent), why: '无' }), inner);
    expect(faultsOf(around, { ...right, from: '', people: '0' })).toEqual([
      'from: web.field.required',
      'why: web.field.required',
    ]);
  });

  it('of rows as of forms, whichever kind a row is of', () => {
    const Row = z.discriminatedUnion('kind', [
      z
        .object({ kind: z.literal('span'), from: day, to: day, why: text(20) })
        .refine(({ from, to }) => from <= to, { path: ['to'], error: 'reports.cross.wrong-order' }),
      z.object({ kind: z.literal('note'), why: text(20) }),
    ]);
    const Extra = Row.and(z.object({ people: wholeNumber(0, 9) }));
    const span = { kind: 'span', from: '2025-02-02', to: '2025-02-01', why: '' };
    const sent = {
      rows: [{ kind: 'note', why: '' }, span, { ...span, to: 'x' }],
      extra: [{ ...span, people: '10' }],
    };
    const wrong = ['extra.0.people: web.field.most', 'extra.0.to: reports.cross.wrong-order'];
    const Lists = z.object({ rows: z.array(Row), extra: z.array(Extra) });
    expect(
      faultsOf(
        z.preprocess(() => sent, Lists),
        {},
      ),
    ).toEqual([
      ...wrong,
      'extra.0.why: web.field.required',
      'rows.0.why: web.field.required',
      'rows.1.to: reports.cross.wrong-order',
      'rows.1.why: web.field.required',
      'rows.2.to: web.field.day',
      'rows.2.why: web.field.required',
    ]);
  });

  it('an error of a check itself is none of the form', () => {
    const broken = z.object({ a: day, b: day }).refine(({ b }) => {
      throw new Error(b);
    });
    expect(() => readForm(broken, { a: '', b: '2025-01-01' })).toThrow('2025-01-01');
  });
});

describe('the forms of ventures and leases', () => {
  const venture = {
    name: '石里竹编',
    legalForm: 'firm',
    industry: 'R',
    parkId: '1',
    'founders.0.name': '',
    registeredOn: '2025-02-15',
    settledOn: '2025-02-16',
  };
  it.each([
    ['of a form that is none', '12345', 'creditCode: ventures.code-form'],
    ['that fails its check', '91330900MA2A1B2C3D', 'creditCodeNote: ventures.code-check'],
    ['that is a citizen’s', '33090219900101018X', 'creditCode: ventures.code-is-identity'],
  ])(
    'a code %s is told beside a missing founder, a blank name and days to come',
    (_, code, fault) => {
      const faults = faultsOf(newVentureForm('2025-02-14'), {
        ...venture,
        name: '',
        creditCode: code,
      });
      expect(faults).toEqual(
        [
          fault,
          'founders.0.name: ventures.founder-needed',
          'name: web.field.required',
          'registeredOn: calendar.in-future',
          'settledOn: calendar.in-future',
        ].sort(),
      );
    },
  );

  it('a step of the rent without its day is told beside a missing reason', () => {
    const lease = {
      beganOn: '2025-01-01',
      termLastOn: '2025-12-31',
      rent: '800',
      basis: 'agreement',
      reason: '',
      version: '1',
      stepRent1: '900',
    };
    expect(faultsOf(CorrectTenancyForm, lease)).toEqual([
      'reason: web.field.required',
      'stepFrom1: web.field.required',
    ]);
  });
});
