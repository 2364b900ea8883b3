import { Router } from 'express';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import {
  currentVersion,
  type Definition,
  definitionParts,
  definitions,
  isStock,
  publishable,
} from '../ledger/definitions.js';
import type { Deps } from '../web/deps.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { figurePlaces } from './places.js';
import { wordOf } from './present.js';

/** The dictionary of measures: anyone may read it. */
export function definitionsRoutes(_deps: Deps): Router {
  const router = Router();
  router.get('/figures/definitions', (_req, res) => {
    const voice = frameOf(res);
    page(res, 'figures/definitions', {
      title: voice.say('figures.definitions.title'),
      places: figurePlaces('/figures/definitions', voice.say),
      definitions: newestFirst.map((definition) => presentDefinition(definition, voice)),
    });
  });
  return router;
}

/** Measures in their order; of each the version in use, then those that earlier figures were published under. */
const newestFirst = publishable.flatMap((measure) =>
  definitions.filter((definition) => definition.measure === measure).toReversed(),
);

function presentDefinition({ measure, version, since }: Definition, { say, lang }: Voice) {
  const isCurrent = version === currentVersion(measure);
  const parts = definitionParts.map((part) => ({
    label: say(`figures.definitions.${part}`),
    value: wordOf(`figures.definition.${measure}.${version}`, part, say),
  }));
  return {
    id: `${measure}-${version}`,
    name: say(`ledger.measure.${measure}`),
    version: say('figures.definitions.version', { version }),
    state: say(`figures.definitions.${isCurrent ? 'current' : 'former'}`),
    tone: isCurrent ? 'sea' : null,
    rows: [
      ...parts,
      {
        label: say('figures.definitions.kind'),
        value: say(isStock(measure) ? 'figures.definitions.stock' : 'figures.definitions.flow'),
      },
      {
        label: say('figures.definitions.unit'),
        value: say(`ledger.unit.${measure}`, { n: 'many' }),
      },
      { label: say('figures.definitions.since'), value: day(since, lang) },
    ],
  };
}
