import type { Wording } from '../language/words.js';
import { type DefinitionPart, definitionParts } from './measure-definition.js';
import { definitionOfMeasure, type Listed, listed } from './measures.js';

type Named =
  | `ledger.measure.${Listed}`
  | `ledger.in-month.${Listed}`
  | `ledger.unit.${Listed}`
  | `ledger.meaning.${Listed}`
  | `reports.measure.${Listed}`
  | `reports.meaning.${Listed}`;
type Defined = `figures.definition.${Listed}.${number}.${DefinitionPart}`;

/** The words of all that is counted, as the register has them. */
export const measureWords = Object.fromEntries(
  listed.flatMap((measure) => [...named(measure), ...defined(measure)]),
) as Record<Named | Defined, Wording>;

function named(measure: Listed): [Named, Wording][] {
  const { words } = definitionOfMeasure(measure);
  return [
    [`ledger.measure.${measure}`, words.name],
    [`ledger.in-month.${measure}`, words.inMonth ?? words.name],
    [`ledger.unit.${measure}`, words.unit],
    [`ledger.meaning.${measure}`, words.meaning],
    [`reports.measure.${measure}`, words.inReports ?? words.name],
    [`reports.meaning.${measure}`, words.meaningInReports ?? words.meaning],
  ];
}

function defined(measure: Listed): [Defined, Wording][] {
  return definitionOfMeasure(measure).definitions.flatMap((version, index) =>
    definitionParts.map((part): [Defined, Wording] => [
      `figures.definition.${measure}.${index + 1}.${part}`,
      version[part],
    ]),
  );
}
