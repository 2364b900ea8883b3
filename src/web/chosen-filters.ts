import type { Voice } from '../language/say.js';

/** What can be chosen in a filter. */
export type Option = { value: string; label: string };
/** A field of a filter, with what it is called, and what was chosen in it, in words; null where nothing was. */
export type ChosenField<F> = [name: keyof F, label: string, value: string | null];
/** What views/components/chosen shows: each choice with the list that it leads to without it. */
export type Chosen = { text: string; href: string }[];

/** What a list is narrowed by, in words, each with the list that it leads to without it. */
export const chosenOf = <F>(
  fields: ChosenField<F>[],
  hrefWithout: (name: keyof F) => string,
  { say }: Pick<Voice, 'say'>,
): Chosen =>
  fields.flatMap(([name, label, value]) =>
    value === null
      ? []
      : { text: say('components.chosen-text', { label, value }), href: hrefWithout(name) },
  );

/** What a chosen value is called; one that is no longer among the choices stands as it was chosen. */
export const nameOf = (options: readonly Option[], value: string | null): string | null =>
  value === null ? null : (options.find((option) => option.value === value)?.label ?? value);

export const valuesOf = (options: readonly Option[]): string[] => options.map(({ value }) => value);
