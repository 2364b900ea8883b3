import { lastDayOf } from '../calendar/last-day.js';
import { day, time } from '../language/format.js';
import type { TodaySource } from '../people/today-lines.js';
import { wroteDraft } from './draft-queries.js';
import { rulesOf } from './parsed-rules.js';
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

/** Ends of policies that others proposed, which a second member of the bureau decides. */
export const endsToday: TodaySource = async ({ reads, viewer, voice }) => {
  if (!canDraftPolicies(viewer)) return null;
  const { say, lang } = voice;
  const ends = await reads.policyEnding.findMany({
    where: {
      outcome: null,
      version: { endedOn: null },
      NOT: { proposedById: viewer.accountId },
    },
    include: { version: { select: { rules: true, policy: { select: { code: true } } } } },
    orderBy: { id: 'asc' },
  });
  return {
    id: 'policy-ends',
    title: say('policies.today.ends'),
    total: ends.length,
    lines: ends.map(({ endedOn, version: { rules, policy } }) => ({
      href: `/policies/${policy.code}/end`,
      title: rulesOf(rules).name[lang],
      text: say('policies.end.last', { day: day(lastDayOf(endedOn), lang) }),
      due: null,
      isOverdue: false,
      phone: null,
      acts: [{ label: say('policies.today.open'), href: `/policies/${policy.code}/end` }],
    })),
    allHref: '/policies',
  };
};
