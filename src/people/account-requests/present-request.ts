import { time } from '../../language/format.js';
import type { Frame } from '../../web/frame.js';
import { type AccountSettings, canAddAccounts } from '../account-rules.js';
import { scopeText } from '../present.js';
import type { Viewer } from '../viewer.js';
import { additionOf, type RequestKind, settingsOf, stateOfRequest } from './account-request.js';
import type { RequestRow } from './queries.js';

type Named = { nameZh: string; nameEn: string };
/** The names of what settings say by code, id and number. */
export type Choices = {
  regions: (Named & { code: string })[];
  parks: (Named & { id: number; number: string })[];
  person: { number: string; name: string } | null;
};
type Row = { label: string; value: string; href?: string };

export const requestHref = ({ id }: { id: number }): string => `/account-requests/${id}`;

/** A request as a list shows it. */
export function presentRequest(
  request: RequestRow,
  now: Date,
  { say, lang }: Frame,
  viewer: Viewer | null = null,
) {
  const state = stateOfRequest(request, now);
  const { kind, account, settings } = request;
  const who = account ?? (kind === 'add' ? additionOf(settings) : null);
  return {
    href: requestHref(request),
    what: say(`people.request.kind.${kind as RequestKind}`),
    whose: `${who?.username ?? ''} ${who?.name ?? ''}`,
    by: request.requestedBy.name,
    at: time(request.requestedAt, lang),
    state: say(`people.request.state.${state}`),
    isOpen: state === 'open',
    /** For another administrator than who asked, and whom it is about. */
    act:
      viewer !== null &&
      canAddAccounts(viewer) &&
      ![request.requestedById, request.accountId].includes(viewer.accountId)
        ? say('people.today.decide')
        : null,
  };
}

/** What a request asks for in full, and how it was decided. */
export function requestRows(request: RequestRow, choices: Choices, now: Date, frame: Frame): Row[] {
  const { say, lang } = frame;
  const shown = presentRequest(request, now, frame);
  const { account, decidedBy, decidedAt, note } = request;
  const whose = { label: say('people.requests.whose'), value: shown.whose };
  const decided = say('people.request.decided-by', {
    who: decidedBy?.name ?? '',
    time: decidedAt ? time(decidedAt, lang) : '',
  });
  return [
    { label: say('people.requests.state'), value: shown.state },
    account ? { ...whose, href: `/accounts/${account.id}` } : whose,
    ...settingRows(request, choices, frame),
    { label: say('people.request.reason'), value: request.reason },
    { label: say('people.requests.by'), value: shown.by },
    { label: say('people.requests.at'), value: shown.at },
    { label: say('people.request.expires'), value: time(request.expiresAt, lang) },
    ...(decidedBy ? [{ label: say('people.request.decided'), value: decided }] : []),
    ...(note === '' ? [] : [{ label: say('people.request.note'), value: note }]),
  ];
}

/** Name, role and scope as they would be; of a change that still waits, beside what they are. */
function settingRows(request: RequestRow, choices: Choices, frame: Frame): Row[] {
  const { kind, settings, account, outcome } = request;
  if (kind !== 'add' && kind !== 'change') return [];
  const wanted = kind === 'add' ? additionOf(settings) : settingsOf(settings);
  const after = settingTexts(wanted, choices, frame);
  const isChange = kind === 'change' && outcome === null && account !== null;
  const before = isChange
    ? [
        account.name,
        frame.say(`people.role.${account.role as 'founder'}`),
        scopeText(account, frame.say, frame.lang),
      ]
    : null;
  const labels = ['people.account.name', 'people.account.role', 'people.account.scope'] as const;
  return labels.map((label, i) => ({
    label: frame.say(label),
    value:
      before === null || before[i] === after[i]
        ? (after[i] ?? '')
        : frame.say('people.request.from-to', { before: before[i] ?? '', after: after[i] ?? '' }),
  }));
}

function settingTexts(
  { name, role, regionCode, parkIds, personNumber }: AccountSettings,
  { regions, parks, person }: Choices,
  { say, lang }: Frame,
): string[] {
  const account = {
    role,
    region:
      role === 'county-reviewer' ? (regions.find(({ code }) => code === regionCode) ?? null) : null,
    person: role === 'founder' && personNumber !== null ? person : null,
    parks:
      role === 'park-manager'
        ? parks.filter(({ id }) => parkIds.includes(id)).map((park) => ({ park }))
        : [],
  };
  return [name, say(`people.role.${role}`), scopeText(account, say, lang)];
}

/** What the viewer can do with a request: confirm and decline those of others, withdraw one's own. */
export function actionsOn(request: RequestRow, viewer: Viewer, now: Date) {
  const isOpen = stateOfRequest(request, now) === 'open' && canAddAccounts(viewer);
  const isOwn = request.requestedById === viewer.accountId;
  const isAbout = request.accountId === viewer.accountId;
  return {
    canDecide: isOpen && !isOwn && !isAbout,
    canWithdraw: isOpen && isOwn,
  };
}
