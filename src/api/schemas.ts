import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';

extendZodWithOpenApi(z);

const count = (description: string) => z.int().min(0).openapi({ description });
const day = z.iso.date().openapi({ example: '2025-01-21' });
const month = z.string().regex(/^\d{4}-\d{2}$/);

const Coverage = z
  .strictObject({
    month: month.openapi({ description: 'The newest whole month at the day', example: '2024-12' }),
    parks: count('Parks with at least one venture at the end of the month'),
    parksReporting: count(
      'Parks that have reported for the month: their monthly return is handed in and not sent back',
    ),
    due: count('Ventures in a park at the end of the month: each owes a return'),
    filed: count('Returns for the month'),
    carried: count('Ventures without one, whose last headcount is carried forward'),
  })
  .openapi('Coverage', { description: 'How much of the jobs was reported, and how much carried' });

const totals = {
  parks: count('Parks open on the day'),
  ventures: count('Ventures in a park on the day'),
  jobs: count('People employed by them as their newest returns say, founders not counted'),
  coverage: Coverage,
};

const names = { nameZh: z.string(), nameEn: z.string() };

/** The answer of /api/v1/totals: what is sent is checked against it in a test, and documented from it. */
export const TotalsAnswer = z
  .strictObject({
    asOf: day.openapi({ description: 'The day that the totals are read as of' }),
    position: count('The newest entry of the ledger that was read'),
    network: z
      .strictObject({
        ...totals,
        waivedRent: count('Rent waived since the beginning, in fen (a hundredth of a yuan)'),
      })
      .openapi('Totals'),
    regions: z.array(
      z
        .strictObject({
          code: z.string().openapi({ description: 'GB/T 2260', example: '330903' }),
          ...names,
          ...totals,
        })
        .openapi('RegionTotals', {
          description: 'A county with its functional zones; the counties add up to the network',
        }),
    ),
    parks: z.array(
      z
        .strictObject({
          number: z.string().openapi({ example: 'P01' }),
          ...names,
          regionCode: z.string().openapi({ description: 'The county that counts it' }),
          ...totals,
        })
        .openapi('ParkTotals'),
    ),
  })
  .openapi('TotalsAnswer');
export type TotalsAnswer = z.output<typeof TotalsAnswer>;

/** What every address under /api answers when it does not succeed. */
export const ErrorAnswer = z
  .strictObject({
    error: z.strictObject({
      status: z.int(),
      message: z.string(),
      more: z.string(),
      faults: z.array(z.strictObject({ field: z.string(), message: z.string() })),
      requestId: z.string(),
    }),
  })
  .openapi('ErrorAnswer');

/** The query as it is documented; the route reads it more strictly, as it knows today. */
export const TotalsParameters = z.object({
  asOf: day.optional().openapi({
    description: 'A day up to today in Zhoushan; today where it is not given',
  }),
});
