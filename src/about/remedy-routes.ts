import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { day as sayDay } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf, viewerOrNull } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { choice, day, optional, phone, text, wholeNumber } from '../web/fields.js';
import { type FormView, formView, type Labels } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { enterAuthority } from './enter-authority.js';
import { canEnterAuthorities } from './permissions.js';
import {
  type Authority,
  type AuthorityRow,
  authoritiesEntered,
  legalTerms,
  type RemedyKind,
  remediesAmong,
  remediesOn,
  remedyKinds,
} from './remedies.js';

const AuthorityForm = z.object({
  kind: choice(remedyKinds),
  nameZh: text(100),
  nameEn: text(200),
  addressZh: text(200),
  addressEn: text(300),
  phone: optional(phone),
  term: wholeNumber(1, 3650),
  fromOn: day,
});
const labels: Labels = {
  kind: 'about.remedies.kind',
  nameZh: 'about.remedies.name-zh',
  nameEn: 'about.remedies.name-en',
  addressZh: 'about.remedies.address-zh',
  addressEn: 'about.remedies.address-en',
  phone: 'about.contact.phone',
  term: 'about.remedies.term',
  fromOn: 'about.remedies.from',
};

/** What one can do against a decision, for everyone. */
export function remedyPage(deps: Deps): Router {
  const router = Router();
  router.get('/remedies', (_req, res) => showRemedies(deps, res));
  return router;
}

/** The bureau says to whom one turns, and from which day on. */
export function authorityRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/remedies/new', async (req, res) => {
    allow(canEnterAuthorities(viewerOf(res)));
    const kind = remedyKinds.find((known) => known === req.query.kind) ?? 'review';
    const now = today(deps.clock.now());
    const current = (await remediesOn(deps.db, now))[kind];
    newPage(res, formView(sayTo(res), typedOf(kind, current, now)));
  });
  router.post('/remedies/new', (req, res) => enter(deps, req, res));
  return router;
}

async function showRemedies({ db, clock }: Deps, res: Response): Promise<void> {
  const voice = frameOf(res);
  const { say } = voice;
  const rows = await authoritiesEntered(db);
  const now = today(clock.now());
  const current = remediesAmong(rows, now);
  const mayEnter = canEnterAuthorities(viewerOrNull(res));
  page(res, 'about/remedies', {
    title: say('about.remedies'),
    remedies: remedyKinds.map((kind) => ({
      title: say(`about.remedies.${kind}`),
      text: say(`about.remedies.${kind}-text`, {
        n: current[kind]?.term ?? legalTerms[kind],
        after: legalTerms.afterReview,
      }),
      facts: factsOf(current[kind], voice),
      coming: comingOf(rows, kind, now, voice),
      none: say(`about.remedies.${kind}-none`),
      change: mayEnter ? `/remedies/new?kind=${kind}` : null,
    })),
  });
}

function factsOf(authority: Authority | null, { say, lang }: Voice) {
  if (!authority) return null;
  const { name, address, phone: number } = authority;
  return [
    { label: say('about.remedies.name'), value: name[lang] },
    { label: say('about.contact.address'), value: address[lang] },
    ...(number === null ? [] : [{ label: say('about.contact.phone'), value: number }]),
  ];
}

/** What was entered for days to come, the next first. */
const comingOf = (rows: AuthorityRow[], kind: RemedyKind, on: string, { say, lang }: Voice) =>
  rows
    .filter((row) => row.kind === kind && row.fromOn > on)
    .reverse()
    .map((row) =>
      say('about.remedies.coming', {
        day: sayDay(row.fromOn, lang),
        name: lang === 'zh' ? row.nameZh : row.nameEn,
        address: lang === 'zh' ? row.addressZh : row.addressEn,
      }),
    );

/** The form begins with what holds now: most changes are of one field. */
const typedOf = (kind: RemedyKind, current: Authority | null, now: string) => ({
  kind,
  nameZh: current?.name.zh ?? '',
  nameEn: current?.name.en ?? '',
  addressZh: current?.address.zh ?? '',
  addressEn: current?.address.en ?? '',
  phone: current?.phone ?? '',
  term: String(current?.term ?? legalTerms[kind]),
  fromOn: now,
});

async function enter(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canEnterAuthorities(viewerOf(res)));
  const form = await actOnce(deps, req, res, AuthorityForm, async (tx, by, input) => {
    await enterAuthority(tx, by, input);
    return '/remedies';
  });
  await answerForm(res, form, labels, (view) => newPage(res, view));
}

function newPage(res: Response, form: FormView): void {
  const { say } = frameOf(res);
  page(res, 'about/new-authority', {
    title: say('about.remedies.change'),
    crumbs: [{ href: '/remedies', label: say('about.remedies') }],
    kinds: remedyKinds.map((value) => ({ value, label: say(`about.remedies.${value}`) })),
    form,
    hasErrors: form.summary.length > 0,
  });
}
