import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import {
  byName,
  type PlaceName,
  type PublicName,
  placeMeasures,
  publicMeasures,
} from './public-measures.js';

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
    carried: count('Ventures without one: the last headcount, if there is one, is carried forward'),
  })
  .openapi('Coverage', { description: 'How much of the jobs was reported, and how much carried' });

const MarketRents = z
  .strictObject({
    leases: count('Leases of ventures in a park on the day'),
    known: count('Leases whose space has a market rent on that day'),
  })
  .openapi('MarketRents', {
    description:
      'What rent forgone and rent relief rest on, as known now: a lease whose market rent is not known counts as nothing. Where none is known, rent forgone is not nil but unknown',
  });

/** A field for each public measure, as the register describes it. */
const fieldOf = ({ about }: { about: string }) => count(about);
const placeFields = byName<PlaceName, ReturnType<typeof count>>(placeMeasures, fieldOf);
const allFields = byName<PublicName, ReturnType<typeof count>>(publicMeasures, fieldOf);

const totals = { ...placeFields, coverage: Coverage };

const names = { nameZh: z.string(), nameEn: z.string() };

/** The answer of /api/v1/totals: what is sent is checked against it in a test, and documented from it. */
export const TotalsAnswer = z
  .strictObject({
    asOf: day.openapi({ description: 'The day that the totals are read as of' }),
    position: count('The newest entry of the ledger that was read'),
    network: z
      .strictObject({ ...allFields, coverage: Coverage, marketRents: MarketRents })
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
