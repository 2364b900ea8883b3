import type { Voice } from '../language/say.js';
import type { PolicyVersion } from './versions.js';

/** The way to a page below a draft. */
export const draftCrumbs = ({ code, rules }: PolicyVersion, { say, lang }: Voice) => [
  { href: '/policies', label: say('policies.title') },
  {
    href: `/policies/${code}/draft`,
    label: say('policies.draft.title', { name: rules.name[lang] }),
  },
];
