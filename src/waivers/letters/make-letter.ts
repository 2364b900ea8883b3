import { createHash } from 'node:crypto';
import { legalTerms, remediesOn } from '../../about/remedies.js';
import { type Day, today } from '../../calendar/days.js';
import type { Reads, Tx } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { insertRows } from '../../database/insert-rows.js';
import { nextNumber } from '../../database/next-numbers.js';
import { sql } from '../../database/sql.js';
import type { Actor } from '../../history/actor.js';
import { type Assessment, assess } from '../../policies/assess.js';
import type { Facts } from '../../policies/facts.js';
import { voiceOf } from '../../policies/form-of.js';
import { presentAssessment } from '../../policies/present-assessment.js';
import { clausesGiven } from '../../policies/rates-given.js';
import type { PolicyRules } from '../../policies/rules.js';
import { versionOfCase } from '../assess-case.js';
import type { Case } from '../case.js';
import { outcomeOf } from '../outcome.js';
import { LetterContent, type LetterKind, type LetterValues } from './letter-content.js';
import { documentText, issuerOf, newCheckCode, nextInSeries } from './letter-issuer.js';
import { letterText, letterVoice } from './letter-text.js';
import { renderLetter } from './render-letter.js';

const series = { table: 'Letter', letter: 'L', digits: 4 } as const;

type SharedValues = Partial<
  Omit<LetterValues, 'number' | 'kind' | 'facts' | 'findings' | 'madeOn' | 'caseNumber'>
>;
/** What a letter is about: its kind, the facts that it rests on, and what this kind tells. */
export type NewLetter = SharedValues & { kind: LetterKind; facts?: Facts };

/**
 * Makes the letter of a step in its transaction, and keeps it as it is sent.
 * @returns its number, L2026-0001
 */
export async function makeLetter(
  tx: Tx,
  by: Actor,
  application: Case,
  { stepId, ...letter }: NewLetter & { stepId: number },
): Promise<string> {
  const on = today(by.at);
  const number = await nextNumber(tx, series, on.slice(0, 4));
  const { issuer, series: ofOffice } = await issuerOf(tx, by, letter.kind);
  const document = await nextInSeries(tx, ofOffice, Number(on.slice(0, 4)));
  const checkCode = newCheckCode();
  const signed = { document: document && documentText(document), check: checkCode };
  const content = await letterContent(tx, by, application, {
    ...letter,
    number,
    issuer: Object.assign(issuer, signed),
  });
  const { bodyZh, bodyEn } = renderLetter(content);
  await insertRows(tx, 'Letter', [
    {
      number,
      applicationId: application.id,
      stepId,
      kind: letter.kind,
      madeAt: by.at,
      content,
      bodyZh,
      bodyEn,
      sha256: letterHash({ bodyZh, bodyEn }),
      checkCode,
      series: document?.series ?? null,
      seriesYear: document?.seriesYear ?? null,
      ordinal: document?.ordinal ?? null,
    },
  ]);
  return number;
}

/** SHA-256 over both bodies of a letter, the Chinese first. */
export const letterHash = ({ bodyZh, bodyEn }: { bodyZh: string; bodyEn: string }): string =>
  createHash('sha256').update(bodyZh).update('\0').update(bodyEn).digest('hex');

/** All that a letter tells, without keeping it: a preview reads the same. */
export async function letterContent(
  reads: Reads,
  by: Pick<Actor, 'at'>,
  application: Case,
  letter: NewLetter & { number: string },
): Promise<LetterContent> {
  const { facts = null, ...shared } = letter;
  const assessment = facts && assess(facts, versionOfCase(application));
  const values: LetterValues = {
    ...blank,
    ...(await frameOfLetter(reads, application)),
    madeOn: today(by.at),
    facts,
    findings: facts && assessment ? findingsOf(assessment, facts, application.rules) : [],
    law: isAdverse(letter) ? await lawOn(reads, today(by.at)) : null,
    ...shared,
  };
  const inWords = (lang: 'zh' | 'en') => {
    const voice = voiceOf(application.rules, letterVoice(lang));
    return letterText(
      values,
      facts && presented(facts, assessment as Assessment, application, lang),
      voice,
    );
  };
  return LetterContent.parse({ form: 3, values, text: { zh: inWords('zh'), en: inWords('en') } });
}

/** Whether a letter takes something away: what somebody gave up of their own is not taken. */
const isAdverse = ({ kind, outcome, reason, reconsider }: NewLetter): boolean =>
  ['refusal', 'revocation', 'lapse', 'non-acceptance'].includes(kind) ||
  (kind === 'grant' && (reconsider ?? null) !== null) ||
  (kind === 'ending' && reason !== 'surrendered') ||
  (kind === 'reconsideration' && outcome === 'uphold');

/** To whom one can turn, as it was entered for the day; it is kept with the letter. */
async function lawOn(reads: Reads, day: Day): Promise<LetterValues['law']> {
  const { review, court } = await remediesOn(reads, day);
  return { review, court, afterReview: legalTerms.afterReview };
}

/** As the outcome has it, an amount of nothing did not hold: a refusal names the clause of it. */
function findingsOf(
  assessment: Assessment,
  facts: Facts,
  rules: PolicyRules,
): LetterValues['findings'] {
  const { failed } = outcomeOf('refuse', assessment);
  const all = assessment.findings.map(({ id, clause }) => ({
    id,
    clause,
    held: !failed.includes(id),
  }));
  // The rates that the amount is given by stand before the caps that bound it.
  const rates = clausesGiven(rules, facts, assessment.schedule).map((clause) => ({
    id: 'rate',
    clause,
    held: true,
  }));
  return [...all.slice(0, -1), ...rates, ...all.slice(-1)];
}

const presented = (facts: Facts, assessment: Assessment, application: Case, lang: 'zh' | 'en') =>
  presentAssessment(assessment, facts, versionOfCase(application), letterVoice(lang));

const blank = {
  months: [],
  taken: [],
  refused: null,
  difference: null,
  clauses: [],
  law: null,
  reason: '',
  note: '',
  items: [],
  dueOn: null,
  determineBy: null,
  isProvisional: false,
  reconsider: null,
  other: null,
  noticeTo: null,
  outcome: null,
  of: null,
  waiver: null,
  endedOn: null,
  issuer: null,
};

type Named = {
  applicant: string;
  ventureNumber: string;
  ventureName: string;
  parkNumber: string;
  nameZh: string;
  nameEn: string;
  phone: string;
};

/** Who, where and under which policy: the same in every letter of a case. */
async function frameOfLetter(reads: Reads, application: Case) {
  const [row] = await rowsOf<Named>(
    reads,
    sql`SELECT e."name" AS "applicant", v."number" AS "ventureNumber", v."name" AS "ventureName",
        p."number" AS "parkNumber", p."nameZh", p."nameEn", p."phone"
      FROM "Venture" v JOIN "Person" e ON e."id" = ${application.personId} JOIN "Park" p ON p."id" = ${application.parkId}
      WHERE v."id" = ${application.ventureId}`,
  );
  const { applicant, ventureNumber, ventureName, parkNumber, nameZh, nameEn, phone } = row as Named;
  const { name, source } = application.rules;
  return {
    caseNumber: application.number,
    submittedOn: today(application.submittedAt ?? application.begunAt),
    applicant,
    venture: { number: ventureNumber, name: ventureName },
    park: { number: parkNumber, phone, name: { zh: nameZh, en: nameEn } },
    policy: {
      code: application.policyVersion.policy.code,
      version: application.policyVersion.number,
      name,
      source,
    },
  };
}
