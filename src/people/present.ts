import { maskedPhone, time } from '../language/format.js';
import type { Say } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { Cells } from '../web/list-table.js';
import type { accountColumns } from './account-columns.js';
import type { AccountRow } from './account-queries.js';
import { canHavePhone } from './account-rules.js';
import { type Role, roles, type Viewer } from './viewer.js';

type Option = { value: string; label: string };

/** One's own account, as a list of rows. */
export function presentSelf(viewer: Viewer, phone: string | null, say: Say) {
  return [
    { label: say('people.account.username'), value: viewer.username },
    { label: say('people.account.name'), value: viewer.name },
    { label: say('people.account.role'), value: say(`people.role.${viewer.role}`) },
    ...(canHavePhone(viewer)
      ? [
          {
            label: say('people.phone.label'),
            value: phone === null ? say('people.phone.none') : maskedPhone(phone),
            changeHref: '/account/phone',
          },
        ]
      : []),
    {
      label: say('people.sign-in.password'),
      value: '••••••••',
      changeHref: '/account/password',
    },
  ];
}

export function presentSessions(
  sessions: { tokenHash: string; createdAt: Date; lastSeenAt: Date; userAgent: string }[],
  here: string,
) {
  return sessions.map((session) => ({
    createdAt: session.createdAt,
    lastSeenAt: session.lastSeenAt,
    browser: browserName(session.userAgent),
    isHere: session.tokenHash === here,
    endHref: `/account/sessions/${session.tokenHash}/end`,
  }));
}

/** Enough to tell one's own devices apart; a browser that is not known is shown by its first words. */
function browserName(userAgent: string): string {
  const browser = [
    ['Edg/', 'Edge'],
    ['MicroMessenger', 'WeChat'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ].find(([mark = '']) => userAgent.includes(mark))?.[1];
  const system = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'Linux'].find((name) =>
    userAgent.includes(name),
  );
  return [browser ?? userAgent.slice(0, 40), system].filter(Boolean).join(' · ') || '-';
}

/** An account as a line of the list. */
export function accountLine(
  account: AccountRow,
  say: Say,
  lang: Lang,
): Cells<typeof accountColumns> {
  const { username, name, href, role, scope, isActive } = presentAccount(account, say, lang);
  const label = say(isActive ? 'people.account.active' : 'people.account.inactive');
  return {
    username: { text: username, href },
    name,
    role,
    scope,
    state: { tag: { label, tone: isActive ? 'sea' : null } },
    created: time(account.createdAt, lang),
  };
}

export function presentAccount(account: AccountRow, say: Say, lang: Lang) {
  return {
    username: account.username,
    name: account.name,
    href: `/accounts/${account.id}`,
    role: say(`people.role.${account.role as Role}`),
    scope: scopeText(account, say, lang),
    isActive: account.isActive,
    rows: [
      { label: say('people.account.name'), value: account.name },
      { label: say('people.account.role'), value: say(`people.role.${account.role as Role}`) },
      { label: say('people.account.scope'), value: scopeText(account, say, lang) },
      {
        label: say('people.account.state'),
        value: say(account.isActive ? 'people.account.active' : 'people.account.inactive'),
      },
      { label: say('people.account.created'), value: time(account.createdAt, lang) },
    ],
  };
}

type Scoped = {
  role: string;
  region: { nameZh: string; nameEn: string } | null;
  person: { number: string; name: string } | null;
  parks: { park: { number: string; nameZh: string; nameEn: string } }[];
};

/** What an account sees, in words. */
export function scopeText(account: Scoped, say: Say, lang: Lang): string {
  if (account.role === 'administrator') return say('people.account.scope-none');
  if (account.role === 'bureau-staff' || account.role === 'auditor') {
    return say('people.account.scope-all');
  }
  if (account.region) return lang === 'zh' ? account.region.nameZh : account.region.nameEn;
  if (account.person) return `${account.person.number} ${account.person.name}`;
  return account.parks
    .map(({ park }) => `${park.number} ${lang === 'zh' ? park.nameZh : park.nameEn}`)
    .join(lang === 'zh' ? '、' : ', ');
}

export function roleOptions(say: Say): Option[] {
  return roles.map((role) => ({ value: role, label: say(`people.role.${role}`) }));
}

export function scopeOptions(
  choices: {
    regions: { code: string; nameZh: string; nameEn: string }[];
    parks: { id: number; number: string; nameZh: string; nameEn: string }[];
  },
  lang: Lang,
): { regions: Option[]; parks: Option[] } {
  const name = (of: { nameZh: string; nameEn: string }) => (lang === 'zh' ? of.nameZh : of.nameEn);
  return {
    regions: choices.regions.map((region) => ({ value: region.code, label: name(region) })),
    parks: choices.parks.map((park) => ({
      value: String(park.id),
      label: `${park.number} ${name(park)}`,
    })),
  };
}
