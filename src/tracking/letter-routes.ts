import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import type { Letter } from '../database/generated/client.js';
import { day, yuan } from '../language/format.js';
import { officeOn } from '../waivers/letters/issuing-offices.js';
import { LetterContent } from '../waivers/letters/letter-content.js';
import { documentText } from '../waivers/letters/letter-issuer.js';
import { letterHash } from '../waivers/letters/make-letter.js';
import type { Deps } from '../web/deps.js';
import { text } from '../web/fields.js';
import { type FormView, formView, type Labels, labelsOf, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { checkLetter, type PaymentNotice } from './check-letter.js';
import { typedNumber } from './typed-number.js';

const CheckForm = z.object({
  number: text(60).transform(letterNumber),
  code: text(40).transform((typed) =>
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, ''),
  ),
});
/** As people type it, also without its dash; or the number of the document (文号), which is in Chinese. */
function letterNumber(typed: string): string {
  const plain = typedNumber(typed).replace(/^([A-Z]+)-?(\d{4})-?(\d+)$/, '$1$2-$3');
  if (/^[A-Z]+\d{4}-\d+$/.test(plain)) return plain;
  return typed
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/^(?:文书编号|文号|编号)[:：]?/u, '')
    .replace(/[。，,.;；]+$/u, '');
}
const labels = { number: 'letter.check.number', code: 'letter.check.code' } satisfies Labels;

/** Public: whether a letter is an office's own, for who holds its paper. It tells nothing of a person. */
export function checkLetterRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/track/letters', (_req, res) => formPage(res, formView(sayTo(res), {})));
  router.post('/track/letters', (req, res) => check(deps, req, res));
  return router;
}

function formPage(res: Response, form: FormView): void {
  page(res, 'tracking/check-letter', { title: sayTo(res)('letter.check.title'), form });
}

async function check(deps: Deps, req: Request, res: Response): Promise<void> {
  const { say, lang } = frameOf(res);
  const form = await takeForm(CheckForm, req.body, (typed) =>
    checkLetter(deps, Object.assign(typed, { address: req.ip ?? '' })),
  );
  if (!form.ok)
    return formPage(res.status(422), formView(say, form.typed, form.faults, labelsOf(say, labels)));
  res.set('Cache-Control', 'no-store');
  if ('payment' in form.value) return showPayment(deps, res, form.value.payment);
  const { letter } = form.value;
  const isWhole = letterHash(letter) === letter.sha256;
  const text = LetterContent.parse(letter.content).text[lang];
  page(res, 'tracking/letter', {
    title: say(isWhole ? 'letter.check.genuine' : 'letter.check.differs'),
    lead: say(isWhole ? 'letter.check.genuine-text' : 'letter.check.differs-text'),
    rows: [
      { label: say('letter.check.kind'), value: text.title },
      { label: say('letter.check.office'), value: text.signed },
      ...documentRow(text.document, say('letter.check.document')),
      { label: say('letter.check.letter-number'), value: letter.number },
      { label: say('letter.check.date'), value: day(madeOn(letter), lang) },
    ],
  });
}

/** A notice of a payment: from which office, when and how much, and whether the bank has sent it back since. */
async function showPayment({ db }: Deps, res: Response, line: PaymentNotice): Promise<void> {
  const { say, lang } = frameOf(res);
  const paidOn = line.paidOn ?? '';
  const office = await officeOn(db, line.batch.regionCode, paidOn);
  const { series, seriesYear, ordinal } = line;
  const document =
    series === null || seriesYear === null || ordinal === null
      ? null
      : documentText({ series, seriesYear, ordinal });
  page(res, 'tracking/letter', {
    title: say('letter.check.genuine'),
    lead: say('letter.check.genuine-text'),
    rows: [
      { label: say('letter.check.kind'), value: say('payments.notice.title') },
      { label: say('letter.check.office'), value: office.name[lang] },
      ...documentRow(document, say('letter.check.document')),
      { label: say('letter.check.letter-number'), value: line.number },
      { label: say('payments.line.on'), value: day(paidOn, lang) },
      { label: say('payments.line.fen'), value: yuan(line.fen, lang) },
      {
        label: say('payments.line.state'),
        value: say(`payments.line.state.${line.state as 'paid'}`),
      },
    ],
  });
}

const documentRow = (value: string | null, label: string) =>
  value === null ? [] : [{ label, value }];
const madeOn = ({ madeAt }: Letter) => today(madeAt);
