import { time } from '../language/format.js';
import type { TodaySource } from '../people/today-lines.js';
import { wroteDraft } from './draft-queries.js';
import { canDraftPolicies } from './permissions.js';
import { allVersions, isIssued } from './versions.js';

/** Drafts of others, which a second member of the bureau puts in force. */
export const draftsToday: TodaySource = async ({ reads, viewer, voice }) => {
  if (!canDraftPolicies(viewer)) return null;
  const { say, lang } = voice;
  const drafts = [];
  for (const version of (await allVersions(reads)).filter((row) => !isIssued(row)))
    if (!(await wroteDraft(reads, version, viewer.accountId))) drafts.push(version);
  return {
    id: 'drafts',
    title: say('policies.today'),
    total: drafts.length,
    lines: drafts.map(({ code, rules, draftedAt }) => ({
      href: `/policies/${code}/draft`,
      title: rules.name[lang],
      text: say('policies.today.drafted', { time: time(draftedAt, lang) }),
      due: null,
      isOverdue: false,
      phone: null,
      acts: [{ label: say('policies.today.open'), href: `/policies/${code}/draft` }],
    })),
    allHref: '/policies',
  };
};
