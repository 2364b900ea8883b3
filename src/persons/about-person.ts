import { personHref } from '../people/kept-person.js';

/** What the pages about a person, and another, show of the one that the address names. */
export const aboutPerson = (person: { number: string; name: string }) => ({
  over: `${person.number} ${person.name}`,
  crumbs: [{ href: personHref(person), label: person.name }],
  back: personHref(person),
});
