import type { Voice } from '../../language/say.js';
import { proofAsked } from '../../policies/assess.js';
import type { Facts } from '../../policies/facts.js';
import { proofText } from '../../policies/present-policy.js';
import { shownInline } from '../../proofs/shown-inline.js';
import type { CaseFile } from '../find-case.js';
import { ownPapers, paperAsked, papersBeyondPolicy } from '../further-papers.js';

/**
 * The proof of a case by what the policy asks for, the missing too; each file with where it opens, for who may open it.
 */
export function proofRows(application: CaseFile, facts: Facts, canOpen: boolean, voice: Voice) {
  const { rules, person } = application;
  const required = new Set(proofAsked(rules, facts).map(({ id }) => id));
  const further = papersBeyondPolicy(application);
  const asked = paperAsked(application)?.item;
  return [...rules.proof, ...further]
    .map((item) => ({
      text: item.text[voice.lang],
      why: further.includes(item)
        ? voice.say(
            item.id === ownPapers ? 'waivers.review.proof.unasked' : 'waivers.review.proof.further',
          )
        : proofText(item, rules, voice),
      isMissing: required.has(item.id) || item.id === asked,
      files: application.proof
        .filter((proof) => proof.item === item.id)
        .map(({ proofFile }) => fileRow(proofFile, canOpen ? person.number : null, voice)),
    }))
    .map((row) => ({ ...row, isMissing: row.isMissing && row.files.length === 0 }))
    .filter(({ isMissing, files }) => isMissing || files.length > 0);
}

function fileRow(
  file: CaseFile['proof'][number]['proofFile'],
  personNumber: string | null,
  { say }: Voice,
) {
  const isGone = file.removedAt !== null;
  const inline = shownInline.includes(file.mediaType) ? '?show=inline' : '';
  return {
    name: file.name,
    note: isGone
      ? say('waivers.review.proof.removed')
      : say('waivers.review.proof.size', { n: kilobytes(file.size) }),
    href:
      personNumber === null || isGone ? null : `/people/${personNumber}/proofs/${file.id}${inline}`,
  };
}

const kilobytes = (size: number): number => Math.max(1, Math.round(size / 1024));
