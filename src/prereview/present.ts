import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { day, yuan } from '../language/format.js';
import type { Voice, WordKey } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { FounderCategory } from '../people/categories.js';
import type { Viewer } from '../people/viewer.js';
import { assess } from '../policies/assess.js';
import { Facts } from '../policies/facts.js';
import { presentAssessment } from '../policies/present-assessment.js';
import type { PolicyVersion } from '../policies/versions.js';
import { canWriteInPark } from '../ventures/permissions.js';
import type { Cells, Item } from '../web/list-table.js';
import type { Found } from './find.js';
import type { findingColumns } from './finding-columns.js';
import type { FoundPage } from './queries.js';
import { isOfVentures } from './unclaimed.js';

type Row = FoundPage['findings'][number];
export type FindingRow = Row;

/** Who and where findings are of, by their ids. */
export const namesIn = ({ people, parks }: Pick<FoundPage, 'people' | 'parks'>) => ({
  people: new Map(people.map((person) => [person.id, person])),
  parks: new Map(parks.map((park) => [park.id, park])),
});
export type NamesOfFindings = ReturnType<typeof namesIn>;

/** Findings under the columns of their list. @param versions every version that one of them was assessed by, among others */
export function presentFindings(
  { findings, leaseIdOf, ...named }: FoundPage,
  versions: PolicyVersion[],
  viewer: Viewer,
  voice: Voice,
): Cells<typeof findingColumns>[] {
  const { say, lang } = voice;
  const { people: personOf, parks: parkOf } = namesIn(named);
  return groupsOf(findings).map((rows) => {
    const [row] = rows as [Row];
    const { number, name, phone } = row.venture;
    const park = parkOf.get(row.parkId);
    const act = (label: WordKey, href: string | null): Item[] =>
      href === null ? [] : [{ text: say(label), href, of: name }];
    const who = rows.map(({ personId }) => {
      const person = personOf.get(personId ?? 0);
      return { text: person?.name ?? '—', small: person?.phone ?? (phone || null) };
    });
    return {
      venture: { text: name, href: `/ventures/${number}`, small: number },
      why: {
        items: rows.flatMap((item) => [
          { text: whyText(item, versions, voice) },
          ...act('prereview.apply', applyHrefOf(item, versions, viewer)),
          ...act('ventures.renewal.act', renewHrefOf(item, leaseIdOf.get(item.id) ?? null, viewer)),
        ]),
      },
      // Somebody who qualifies for several is called once.
      person: {
        items: who.filter(({ text }, at) => who.findIndex((own) => own.text === text) === at),
      },
      park: (lang === 'zh' ? park?.nameZh : park?.nameEn) ?? '',
      yuan: { items: rows.map(({ fen }) => ({ text: fen === null ? '—' : yuan(fen, lang) })) },
      due: { items: rows.map(({ dueOn }) => ({ text: lastDayText(dueOn, lang) })) },
    };
  });
}

const lastDayText = (dueOn: Day | null, lang: Lang): string =>
  dueOn === null ? '—' : day(lastDayOf(dueOn), lang);

/** A venture that qualifies for several policies is one row that names them all; anything else is a row of its own. */
function groupsOf(findings: Row[]): Row[][] {
  const groups: Row[][] = [];
  for (const row of findings) {
    const last = groups.at(-1)?.[0];
    const isSame = last?.ventureId === row.ventureId && isOfVentures(row.kind as Found['kind']);
    if (isSame) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Where the manager of the park can begin the application for who qualifies; null for everybody else. */
function applyHrefOf(
  { kind, parkId, policyId, venture }: Row,
  versions: PolicyVersion[],
  { role, parkIds }: Viewer,
): string | null {
  const policy = versions.find((version) => version.policyId === policyId);
  const isTheirs = role === 'park-manager' && parkIds.includes(parkId);
  if (kind !== 'qualifies' || !isTheirs || !policy) return null;
  return `/waivers/new?venture=${venture.number}&policy=${policy.code}`;
}

/** Where the next lease is made of one that ends, for who keeps its park. */
const renewHrefOf = ({ parkId }: Row, tenancyId: number | null, viewer: Viewer): string | null =>
  tenancyId !== null && canWriteInPark(viewer, parkId) ? `/tenancies/${tenancyId}/renewal` : null;

/** What a finding says, in words. */
export function whyText(row: Row, versions: PolicyVersion[], voice: Voice): string {
  const { say } = voice;
  const { category, number, ...assessed } = row.detail as Found['detail'];
  switch (row.kind as Found['kind']) {
    case 'qualifies':
    case 'one-thing':
      return assessedText(row, assessed, versions, voice);
    case 'proof-runs-out':
      return say('prereview.says.proof-runs-out', {
        category: say(`ventures.category.${category as FounderCategory}`),
      });
    case 'tenancy-ends':
      return say('prereview.says.tenancy-ends');
    case 'waiver-ends':
      return say('prereview.says.waiver-ends', { number: number ?? '' });
  }
}

/** The one thing is told as the assessment tells it, by the version that was in force then. */
function assessedText(
  { kind }: Row,
  { versionId, facts: stored }: Found['detail'],
  versions: PolicyVersion[],
  voice: Voice,
): string {
  const { say, lang } = voice;
  const version = versions.find(({ id }) => id === versionId);
  if (!version || version.beganOn === null) throw new Error(`there is no version ${versionId}`);
  const policy = version.rules.name[lang];
  if (kind === 'qualifies') return policy;
  const facts = Facts.parse(stored);
  const inForce = { ...version, beganOn: version.beganOn };
  const { toAlter } = presentAssessment(assess(facts, inForce), facts, inForce, voice);
  return say('prereview.says.one-thing', { policy, change: toAlter?.[0] ?? '' });
}
