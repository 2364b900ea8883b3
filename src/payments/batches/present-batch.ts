import { day, time, yuan } from '../../language/format.js';
import type { Viewer } from '../../people/viewer.js';
import type { FormView } from '../../web/forms.js';
import type { Frame } from '../../web/frame.js';
import { claimHref, claimTag } from '../claims/present-claim.js';
import { canPay } from '../permissions.js';
import { presentTable } from '../present-table.js';
import type { FullBatch } from './find-batch.js';

export const batchHref = ({ number }: { number: string }): string => `/payments/batches/${number}`;

/** A batch's state as a tag: one that was released is done when each of its lines was answered. */
export function batchTag(
  { state, lines }: { state: string; lines: readonly { state: string }[] },
  { say }: Pick<Frame, 'say'>,
): { label: string; tone: string | null } {
  const isDone = lines.every((line) => line.state !== 'sent');
  if (state === 'released' && isDone)
    return { label: say('payments.batch.state.done'), tone: 'go' };
  return {
    label: say(`payments.batch.state.${state as 'gathered' | 'released' | 'cancelled'}`),
    tone: state === 'cancelled' ? null : 'heed',
  };
}

export function presentBatch(
  batch: FullBatch,
  { viewer, form }: { viewer: Viewer; form: FormView },
  frame: Frame,
) {
  const { say, lang } = frame;
  const href = batchHref(batch);
  const pays = canPay(viewer, batch.regionCode);
  const isGathered = pays && batch.state === 'gathered';
  const isReleased = pays && batch.state === 'released';
  const isOwn = batch.madeById === viewer.accountId;
  const who = (name: string | undefined, at: Date | null) =>
    at === null ? [] : [[name ?? say('payments.system'), time(at, lang)].join(' · ')];
  const sum = batch.lines.reduce((total, { fen }) => total + fen, 0);
  return {
    title: say('payments.batch.title', { number: batch.number }),
    over: lang === 'zh' ? batch.region.nameZh : batch.region.nameEn,
    lead: say('payments.batch.lead', { n: batch.lines.length, sum: yuan(sum, lang) }),
    crumbs: [
      { href: '/payments', label: say('payments.title') },
      { href: '/payments/batches', label: say('payments.batches') },
    ],
    state: batchTag(batch, frame),
    rows: [
      ...who(batch.madeBy?.name, batch.madeAt).map((value) => ({
        label: say('payments.batch.made'),
        value,
      })),
      ...who(batch.releasedBy?.name, batch.releasedAt).map((value) => ({
        label: say('payments.batch.released'),
        value,
      })),
      ...who(batch.cancelledBy?.name, batch.cancelledAt).map((value) => ({
        label: say('payments.batch.cancelled'),
        value,
      })),
    ],
    lines: presentTable(
      [
        say('payments.line.number'),
        say('payments.claim.one'),
        say('payments.line.payee'),
        { money: say('payments.line.fen') },
        say('payments.line.state'),
        say('payments.line.on'),
        say('payments.line.reason'),
        say('payments.line.link'),
      ],
      batch.lines.map((line) => {
        const tag = claimTag({ state: 'approved', lines: [line] }, frame);
        const dropped = { label: say('payments.line.state.dropped'), tone: null };
        const { label, tone } = line.state === 'dropped' ? dropped : tag;
        return [
          line.number,
          { text: line.claim.number, href: claimHref(line.claim) },
          `${line.payee.holder} ···· ${line.payee.lastFour}`,
          { fen: line.fen },
          { tag: label, tone },
          [line.paidOn, line.returnedOn].flatMap((on) => (on ? [day(on, lang)] : [])).join(' / ') ||
            '—',
          line.reason || '—',
          linkOf(line, frame),
        ];
      }),
      frame,
      { sums: true },
    ),
    version: String(batch.version),
    release: isGathered && !isOwn ? `${href}/release` : null,
    second: isGathered && isOwn ? say('payments.batch.second') : null,
    cancel: isGathered ? `${href}/cancellation` : null,
    file: isReleased ? `${href}/file` : null,
    formats: (['xlsx', 'csv'] as const).map((value) => ({
      value,
      label: value === 'csv' ? 'CSV' : say('components.workbook'),
    })),
    answer: isReleased ? `${href}/answer` : null,
    answers:
      batch.answers.length === 0
        ? null
        : presentTable(
            [
              say('payments.answer.when'),
              say('payments.answer.who'),
              say('payments.answer.count'),
              say('payments.answer.changed'),
            ],
            batch.answers.map(({ readAt, readBy, rows, changed }) => [
              time(readAt, lang),
              readBy?.name ?? say('payments.system'),
              String(rows),
              String(changed),
            ]),
            frame,
          ),
    form,
  };
}

/** Which payment it stands for, and which one stands for it. */
function linkOf({ replaces, replacedBy }: FullBatch['lines'][number], { say }: Frame): string {
  if (replaces) return say('payments.line.replaces', { number: replaces.number });
  return replacedBy ? say('payments.line.replaced-by', { number: replacedBy.number }) : '—';
}
