import { lastDayOf } from '../calendar/last-day.js';
import { area, day, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { marketShare } from '../ledger/market-share.js';
import { areaOnDay } from '../ledger/space-on.js';
import { islandName, villageName } from '../parks/place-names.js';
import { rentByDay } from '../policies/rent-by-day.js';
import { type LeaseOnItsPage, type Parties, valuedOn } from './lease-queries.js';
import { basisText } from './present-basis.js';
import { spellText } from './rent-steps.js';

/** An agreement as it is printed: both sides, and what the register has of its terms, clause by clause. */
export function presentAgreement(lease: LeaseOnItsPage, parties: Parties, voice: Voice) {
  const { say, lang } = voice;
  const { venture, space } = lease;
  const operator = parties.park?.operatorName ?? '';
  return {
    number: lease.contractNumber,
    parties: [
      { label: say('ventures.agreement.lessor'), value: operator || '—' },
      { label: say('ventures.agreement.lessee'), value: venture.name },
      {
        label: say('ventures.agreement.code'),
        value: venture.creditCode ?? say('ventures.agreement.no-code'),
      },
      { label: say('ventures.agreement.signer'), value: parties.signer ?? '—' },
    ],
    clauses: [
      {
        head: say('ventures.agreement.space'),
        lines: [
          say('ventures.agreement.space-text', {
            space: `${space.number} ${space.name}`,
            place: `${islandName(space.island, lang)} ${villageName(space.village, lang)}`,
            address: space.address,
            area: area(lease.area, lang),
            whole: area(areaOnDay(space, lease.beganOn), lang),
          }),
          say('ventures.agreement.owner', { owner: space.owner }),
        ],
      },
      {
        head: say('ventures.agreement.term'),
        lines: [
          say('ventures.agreement.term-text', {
            from: day(lease.beganOn, lang),
            to: day(lastDayOf(lease.termEndOn), lang),
          }),
        ],
      },
      { head: say('ventures.agreement.rent'), lines: rentLines(lease, voice) },
      { head: say('ventures.agreement.deposit'), lines: [depositText(lease, voice)] },
      { head: say('ventures.agreement.relief'), lines: reliefLines(lease, voice) },
    ],
    signatures: [
      { side: say('ventures.agreement.lessor'), name: operator },
      { side: say('ventures.agreement.lessee'), name: venture.name },
    ],
  };
}

/** Every spell of the rent, with its days. */
function rentLines(lease: LeaseOnItsPage, voice: Voice): string[] {
  const spells = rentByDay(lease);
  return spells.map((spell, index) =>
    spellText(spell, spells[index + 1]?.from ?? lease.termEndOn, voice),
  );
}

function depositText({ deposit }: LeaseOnItsPage, { say, lang }: Voice): string {
  if (deposit === null) return say('ventures.agreement.deposit-unstated');
  if (deposit === 0) return say('ventures.agreement.deposit-none');
  return say('ventures.agreement.deposit-text', { yuan: yuan(deposit, lang) });
}

/** What the space would bring, on what the rent below it rests, and what was waived of it by decision. */
function reliefLines(lease: LeaseOnItsPage, voice: Voice): string[] {
  const { say, lang } = voice;
  const { beganOn, space, waivers } = lease;
  const valued = valuedOn(lease, beganOn);
  const fen = valued?.fen ?? null;
  const market =
    fen === null
      ? say('ventures.agreement.market-unknown')
      : say('ventures.agreement.market', {
          day: day(beganOn, lang),
          yuan: yuan(
            marketShare(fen, { area: lease.area, whole: areaOnDay(space, beganOn) }),
            lang,
          ),
          source: valued?.source || '—',
        });
  return [
    market,
    say('ventures.agreement.basis', { basis: basisText(lease, voice) }),
    ...waivers.map(({ application, beganOn: from, termEndOn, endedOn }) =>
      say('ventures.agreement.waiver', {
        number: application.number,
        from: day(from, lang),
        to: day(lastDayOf(endedOn ?? termEndOn), lang),
      }),
    ),
  ];
}
