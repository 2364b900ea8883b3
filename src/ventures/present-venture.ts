import { type Day, today } from '../calendar/days.js';
import { day } from '../language/format.js';
import type { Say, Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import { isSettled } from '../people/whereabouts.js';
import type { Industry, LegalForm } from '../standards/register-codes.js';
import { monthToFile } from './headcount-series.js';
import type { Trade } from './kinds.js';
import { staysRead } from './own-time.js';
import { canFileReturn, canSeePhones, canVoidVenture, canWriteVenture } from './permissions.js';
import { statusOn, statusTag } from './present-list.js';
import { peopleRows, stayRows, tenancyRows } from './present-records.js';
import type { VentureWithRecords } from './queries.js';
import { ventureHref } from './residency-present.js';

type Row = { label: string; value: string; href?: string };

/** A venture's page in plain named values, for who looks at it. */
export function presentVenture(
  venture: VentureWithRecords,
  viewer: Viewer,
  now: Date,
  voice: Voice,
) {
  const { say } = voice;
  const asOf = today(now);
  const showsPhones = canSeePhones(viewer, venture);
  const canWrite = canWriteVenture(viewer, venture);
  return {
    title: venture.name,
    over: venture.number,
    crumbs: [{ href: '/ventures', label: say('ventures.all') }],
    actions: actionsOf(venture, viewer, asOf, say),
    status: statusTag(statusOn({ residencies: staysRead(viewer, venture) }, asOf), say),
    about: venture.about,
    profile: profileRows(venture, showsPhones, voice),
    voidHref: canVoidVenture(viewer, venture) ? `${ventureHref(venture)}/void` : null,
    mergeHref: canWrite ? `${ventureHref(venture)}/merge` : null,
    mergedFrom: venture.mergesAsSurvivor.map(({ loser }) => ({
      href: ventureHref(loser),
      text: `${loser.number} ${loser.name}`,
    })),
    people: peopleRows(venture, viewer, asOf, voice),
    addPersonHref: canWrite ? `${ventureHref(venture)}/people/new` : null,
    stays: stayRows(venture, viewer, voice),
    tenancies: tenancyRows(venture, viewer, asOf, voice),
  };
}

function actionsOf(venture: VentureWithRecords, viewer: Viewer, asOf: Day, say: Say) {
  const at = (act: string) => `${ventureHref(venture)}/${act}`;
  const due = monthToFile(venture.residencies, asOf);
  const canFile = due !== null && canFileReturn(viewer, venture, due);
  const file = { href: at(`returns/${due}`), label: say('ventures.act.file') };
  if (!canWriteVenture(viewer, venture)) return canFile ? [file] : [];
  const edit = { href: at('edit'), label: say('ventures.act.edit') };
  if (!isSettled(venture)) {
    return [{ href: at('settlement'), label: say('ventures.settle.title') }, edit];
  }
  return [
    ...(canFile ? [file] : []),
    edit,
    { href: at('tenancies/new'), label: say('ventures.let.title') },
    { href: at('move'), label: say('ventures.move.title') },
    { href: at('end'), label: say('ventures.end.title') },
  ];
}

function profileRows(
  venture: VentureWithRecords,
  showsPhones: boolean,
  { say, lang }: Voice,
): Row[] {
  const row = (label: string, value: string | null): Row[] =>
    value === null || value === '' ? [] : [{ label, value }];
  return [
    ...row(say('ventures.field.form'), say(`ventures.form.${venture.legalForm as LegalForm}`)),
    ...row(say('ventures.field.code'), venture.creditCode),
    ...row(say('ventures.field.code-note'), venture.creditCodeNote),
    ...row(
      say('ventures.field.industry'),
      `${venture.industry} ${say(`ventures.industry.${venture.industry as Industry}`)}`,
    ),
    ...row(
      say('ventures.field.trade'),
      venture.trade && say(`ventures.trade.${venture.trade as Trade}`),
    ),
    ...row(
      say('ventures.field.registered'),
      venture.registeredOn && day(venture.registeredOn, lang),
    ),
    ...row(say('ventures.field.phone'), showsPhones ? venture.phone : null),
    ...row(
      say('ventures.field.named'),
      say(venture.isNamed ? 'ventures.named.yes' : 'ventures.named.no'),
    ),
  ];
}
