import type { Response } from 'express';
import { day, month as monthText, number, time } from '../language/format.js';
import { acceptedTypes } from '../proofs/file-kinds.js';
import type { EvidenceGrade } from '../ventures/kinds.js';
import { aboutVenture, ventureHref } from '../ventures/residency-present.js';
import type { Deps } from '../web/deps.js';
import type { FormView } from '../web/forms.js';
import { type Frame, frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import type { AskedProofs } from './asked-proofs.js';
import { blockedBy, blockedText } from './blocked-by.js';
import { rostersKeptUntil } from './expire-rosters.js';
import { type ProofKind, proofKinds } from './grade.js';
import { findProved, type ProvedOfMonth, presentGrade } from './proved.js';
import { findReturn } from './queries.js';
import { readRules } from './return-rules.js';

/** What proves the headcount of a venture's month: the grade and why, the files, the roster, and a form for one more. */
export async function proofPage(
  deps: Deps,
  res: Response,
  asked: AskedProofs,
  form: FormView,
): Promise<void> {
  const { venture, month, href, canAttach } = asked;
  const frame = frameOf(res);
  const { say, lang } = frame;
  const proved = await findProved(deps.db, venture.id, month);
  const filed = await findReturn(deps.db, venture.id, month);
  const about = aboutVenture(venture, say);
  const blocked = await blockedBy(deps, venture, month);
  page(res, 'returns/proofs', {
    ...about,
    title: say('returns.proof.title', { month: monthText(month, lang) }),
    returnHref: canAttach || filed ? `${ventureHref(venture)}/returns/${month}` : null,
    returnLabel: say('returns.show-title', { month: monthText(month, lang) }),
    rows: gradeRows(filed, proved, frame),
    ...missingNotice(filed, proved, frame),
    proofs: proved.proofs.map((proof) => proofRow(proof, asked, frame, blocked === null)),
    form,
    action: href,
    canAttach: canAttach && blocked === null,
    blocked: canAttach ? blockedText(blocked, month, frame) : null,
    kinds: proofKinds.map((kind) => ({ value: kind, label: say(`returns.proof.kind.${kind}`) })),
    accept: acceptedTypes,
    kept: say('returns.proof.kept', {
      day: day(rostersKeptUntil(month, await readRules(deps.db)), lang),
    }),
    hasErrors: form.summary.length > 0,
  });
}

type Filed = Awaited<ReturnType<typeof findReturn>>;

function gradeRows(filed: Filed, proved: ProvedOfMonth, { say, lang }: Frame) {
  const people = (of: number | null) =>
    of === null ? '—' : say('returns.people-n', { people: number(of, lang) });
  const graded = gradeOfFiled(filed, proved, say);
  return [
    { label: say('returns.headcount'), value: people(filed?.headcount ?? null) },
    {
      label: say('returns.evidence'),
      value: filed ? say(`returns.evidence.${filed.evidence as EvidenceGrade}`) : '—',
    },
    { label: say('returns.roster.people'), value: people(proved.rosterPeople) },
    { label: say('returns.grade'), value: graded.grade ?? '—' },
  ];
}

const missingNotice = (filed: Filed, proved: ProvedOfMonth, { say }: Frame) => ({
  missing: gradeOfFiled(filed, proved, say).missing,
});

const gradeOfFiled = (filed: Filed, { proofs, rosterPeople }: ProvedOfMonth, say: Frame['say']) =>
  presentGrade(say, (filed?.evidence ?? 'self-reported') as EvidenceGrade, {
    headcount: filed?.headcount ?? null,
    rosterPeople,
    proofs,
  });

/** What the file is called is read by who may open it. */
function proofRow(
  { id, kind, people, attachedAt, proofFile }: ProvedOfMonth['proofs'][number],
  { href, canAttach, canOpen }: AskedProofs,
  { say, lang }: Frame,
  isOpen: boolean,
) {
  const isDeleted = proofFile.removedAt !== null;
  return {
    kind: say(`returns.proof.kind.${kind as ProofKind}`),
    people: number(people, lang),
    at: time(attachedAt, lang),
    name: isDeleted
      ? say('returns.proof.deleted')
      : canOpen
        ? proofFile.name
        : say('returns.proof.sealed'),
    href: canOpen && !isDeleted ? `${href}/${id}` : null,
    removal: canAttach && isOpen ? `${href}/${id}/removal` : null,
  };
}
