import { definitionOfMeasure, type Listed, listed, type Registered } from '../ledger/measures.js';

/** The names of the public measures, and of those that are told of regions and parks too. */
type Api = NonNullable<Registered['api']>;
export type PublicName = Api['name'];
export type PlaceName = Extract<Api, { places: true }>['name'];

/** A measure that anyone may read, under its name in answers; `places`: of regions and parks too. */
export type PublicMeasure = { measure: Listed; name: PublicName; places: boolean; about: string };

export const publicMeasures: readonly PublicMeasure[] = listed.flatMap((measure) => {
  const { api } = definitionOfMeasure(measure);
  if (api === null) return [];
  return [{ measure, name: api.name as PublicName, places: api.places, about: api.about }];
});

/** A value for each of some public measures, by its name. */
export const byName = <K extends PublicName, T>(
  measures: readonly PublicMeasure[],
  amountOf: (measure: PublicMeasure) => T,
): Record<K, T> =>
  Object.fromEntries(measures.map((each) => [each.name, amountOf(each)])) as Record<K, T>;

export const placeMeasures = publicMeasures.filter(({ places }) => places);
