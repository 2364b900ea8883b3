import { type Assessment, assess } from '../../../src/policies/assess.js';
import { Facts } from '../../../src/policies/facts.js';
import { presentAssessment } from '../../../src/policies/present-assessment.js';
import { PolicyRules } from '../../../src/policies/rules.js';
import { answersOf } from '../../../src/waivers/answers.js';
import type { Connection, Row } from './connection.js';
import { esc, say, shell, table } from './html.js';

export type Found = Row & { id: number; ventureId: number; personId: number; rules: string };

export const findCase = (reader: Connection, number: string): Promise<Found | undefined> =>
  reader.one<Found>(
    `SELECT a.*, v.name AS venture, v.number AS ventureNumber, p.name AS person, k.nameZh AS park, k.number AS parkNumber,
       pv.rules, pv.beganOn, pv.endedOn, y.code AS policy
     FROM WaiverApplication a JOIN Venture v ON v.id = a.ventureId JOIN Person p ON p.id = a.personId
     JOIN Park k ON k.id = a.parkId JOIN PolicyVersion pv ON pv.id = a.policyVersionId
     JOIN Policy y ON y.id = pv.policyId WHERE a.number = ?`,
    number,
  );

/** A case without earlier waivers, assessed as it was handed in last. */
export async function assessed(reader: Connection, one: Found) {
  const edition = await reader.one<{ facts: string; answers: string }>(
    'SELECT facts, answers FROM WaiverEdition WHERE applicationId = ? ORDER BY edition DESC LIMIT 1',
    one.id,
  );
  const held = await reader.all(
    'SELECT * FROM Waiver WHERE ventureId = ? OR personId = ?',
    one.ventureId,
    one.personId,
  );
  if (!edition || held.length > 0) throw new Error('the floor knows new cases only');
  const facts = Facts.parse(JSON.parse(edition.facts));
  answersOf(JSON.parse(edition.answers));
  const version = {
    beganOn: String(one.beganOn),
    endedOn: one.endedOn === null ? null : String(one.endedOn),
    rules: PolicyRules.parse(JSON.parse(one.rules)),
  };
  const assessment: Assessment = assess(facts, version);
  return { facts, version, assessment };
}

/** The page of a case for the bureau, by nine statements; what the rules say of it is the product's own. */
export async function waiverCase(
  reader: Connection,
  name: string,
  number: string,
): Promise<string | null> {
  const one = await findCase(reader, number);
  if (!one) return null;
  const { facts, version, assessment } = await assessed(reader, one);
  const of = (sql: string, id: number = one.id) => reader.all(sql, id);
  const parts = await Promise.all([
    of(`SELECT s.at, s.move, s.note, s.inside, a.name FROM WaiverStep s LEFT JOIN Account a ON a.id = s.byId
        WHERE s.applicationId = ? ORDER BY s.id DESC`),
    of(
      `SELECT w.item, f.name, f.mediaType FROM WaiverProof w JOIN ProofFile f ON f.id = w.proofFileId WHERE applicationId = ?`,
    ),
    of('SELECT number, kind, madeAt FROM Letter WHERE applicationId = ? ORDER BY id'),
    of('SELECT at, text, audience FROM WaiverComment WHERE applicationId = ? ORDER BY id'),
    of('SELECT at, text, state FROM Objection WHERE applicationId = ? ORDER BY id'),
    of('SELECT masked, kind FROM Identity WHERE personId = ?', one.personId),
    of(
      `SELECT month, headcount FROM JobsReturn WHERE ventureId = ? AND NOT setAside ORDER BY month DESC LIMIT 6`,
      one.ventureId,
    ),
  ]);
  const said = presentAssessment(assessment, facts, version, { say, lang: 'zh' });
  const amount = (text: string) => `<td class="numeric">${text}</td>`;
  const months = said.schedule.rows.map(({ months: label, each, remains, total, reasons }) => {
    const amounts = [each, remains, total].map(amount);
    return line([`<th scope="row">${esc(label)}</th>`, ...amounts, cell(reasons.join())]);
  });
  const findings = said.findings.map(({ check, clause, looked, verdict }) =>
    line([check, clause, looked, verdict].map(cell)),
  );
  const top = [
    one.number,
    one.venture,
    one.person,
    one.park,
    one.state,
    one.dueOn,
  ] as Row[string][];
  const told = Object.entries(facts).map(([key, value]) =>
    line([cell(key), cell(JSON.stringify(value))]),
  );
  return shell(
    String(one.venture),
    name,
    [
      line(top.map(cell)),
      ...told,
      ...parts.flatMap((rows) => rows.map((row) => line(Object.values(row).map(cell)))),
      ...findings,
      ...months,
      line([said.schedule.remains, said.schedule.total].map(amount)),
    ]
      .map((row) => table([], row))
      .join('\n'),
  );
}

const cell = (value: Row[string]): string => `<td>${esc(value)}</td>`;
const line = (cells: string[]): string => `<tr>${cells.join('')}</tr>`;
