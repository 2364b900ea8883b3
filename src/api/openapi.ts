import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { ErrorAnswer, TotalsAnswer, TotalsParameters } from './schemas.js';

/** The description of the public interface, made from the schemas that its answers follow. */
export function describeApi() {
  const registry = new OpenAPIRegistry();
  const json = (schema: typeof TotalsAnswer | typeof ErrorAnswer) => ({
    'application/json': { schema },
  });
  registry.registerPath({
    method: 'get',
    path: '/api/v1/totals',
    operationId: 'totals',
    summary: '截至某日的公开总数 / The public totals as of a day',
    description:
      'Sums of ledger entries, with how much of the jobs was reported. As known now: a late return or a correction can move a past day.',
    request: { query: TotalsParameters },
    responses: {
      200: { description: 'The totals', content: json(TotalsAnswer) },
      304: { description: 'Nothing has changed since the answer with this ETag' },
      400: { description: 'asOf is no day, or later than today', content: json(ErrorAnswer) },
    },
  });
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: '没有围墙的创业园 · Parks Without Walls',
      version: '1.0.0',
      description: 'Public numbers of the startup parks of Zhoushan. Everything is read only.',
    },
    servers: [{ url: '/' }],
  });
}
