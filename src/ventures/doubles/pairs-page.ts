import type { Request, Response } from 'express';
import { z } from 'zod';
import { choice, optional } from '../../web/fields.js';
import { frameOf } from '../../web/frame.js';
import { pageNumber } from '../../web/page-number.js';
import { pagesOf } from '../../web/pages.js';
import { readQuery } from '../../web/read-query.js';
import { page } from '../../web/views.js';
import { pairsOnAPage } from './likely-doubles.js';

const states = ['open', 'decided'] as const;
const DoublesQuery = z.object({
  state: optional(choice(states)).transform((state) => state ?? 'open'),
  page: pageNumber,
});

const addressOfRegister = { ventures: '/ventures/doubles', people: '/people/doubles' } as const;
export type PairRegister = keyof typeof addressOfRegister;

/** The address of a list of pairs, of those that nobody has decided on or of the others. */
export const pairsAddress = (
  register: PairRegister,
  state: (typeof states)[number],
  n = 1,
): string => `${addressOfRegister[register]}?state=${state}${n > 1 ? `&page=${n}` : ''}`;

/** Some pairs of a page, ready to be shown, and how many there are. */
export type PairLines = { rows: object[]; total: number };

/** Which pairs a page shows, and what it calls them. */
export type PairList = {
  register: PairRegister;
  title: string;
  lead: string;
  noneText: string;
  distinctLabel: string;
  decidedLabel: string;
  likely: (offset: number) => Promise<PairLines>;
  decided: (offset: number) => Promise<PairLines>;
};

/** Shows records that may be of one thing, or those that somebody told apart: of ventures and of people alike. */
export async function showPairs(req: Request, res: Response, list: PairList): Promise<void> {
  const { register, title, lead, noneText, distinctLabel } = list;
  const { state, page: wanted } = readQuery(DoublesQuery, req);
  const { say } = frameOf(res);
  const at = async (number: number) => {
    const offset = (number - 1) * pairsOnAPage;
    return { number, lines: await list[state === 'open' ? 'likely' : 'decided'](offset) };
  };
  const first = await at(wanted);
  // Beyond the last page stands the first: what was there has been worked through.
  const { number, lines } = first.lines.rows.length === 0 && wanted > 1 ? await at(1) : first;
  page(res, 'ventures/doubles', {
    title,
    lead,
    noneText,
    distinctLabel,
    crumbs: [{ href: '/ventures', label: say('ventures.all') }],
    registers: (Object.keys(addressOfRegister) as PairRegister[]).map((name) => ({
      label: say(`ventures.doubles.${name}`),
      href: addressOfRegister[name],
      isHere: name === register,
    })),
    states: states.map((value) => ({
      label: value === 'open' ? say('ventures.doubles.state-open') : list.decidedLabel,
      href: pairsAddress(register, value),
      isHere: value === state,
    })),
    pairs: state === 'open' ? lines.rows : null,
    decided: state === 'decided' ? lines.rows : null,
    isEmpty: lines.rows.length === 0,
    pages: pagesOf(say, { total: lines.total, page: number, size: pairsOnAPage }, (n) =>
      pairsAddress(register, state, n),
    ),
  });
}
