import { type Response, Router } from 'express';
import type { z } from 'zod';
import { transact } from '../database/database.js';
import { Refusal, refuseIf } from '../language/refusal.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, NotFound } from '../web/errors.js';
import { type FormView, formView, takeForm } from '../web/forms.js';
import { sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { PasswordForm, passwordLabels } from './account-forms.js';
import { sessionsOf } from './account-queries.js';
import { passwordFault } from './account-rules.js';
import { canKeepCopies, letKeepCopy } from './offline-copy.js';
import { hashPassword } from './passwords.js';
import { presentSelf, presentSessions } from './present.js';
import { endOwnSession, hashOf } from './sessions.js';
import { changePassword } from './set-password.js';
import { tallyOfAccount } from './sign-in-limits.js';
import { hasWordForHolder } from './tell-holder.js';
import { tokenFrom } from './token-cookies.js';
import { tryPassword } from './try-password.js';
import { type Viewer, viewerOf } from './viewer.js';

/** One's own account: its password and where it is signed in. */
export function ownAccountRoutes(deps: Deps): Router {
  const { db, clock, config } = deps;
  const router = Router();

  router.get('/account', async (req, res) => {
    const viewer = viewerOf(res);
    const here = hashOf(tokenFrom(req, 'session', config.secureCookies) ?? '');
    const { phone } = await db.account.findUniqueOrThrow({ where: { id: viewer.accountId } });
    const sessions = presentSessions(await sessionsOf(db, viewer.accountId, clock.now()), here);
    const say = sayTo(res);
    page(res, 'people/account', {
      title: say('people.account.title'),
      rows: presentSelf(viewer, phone, say),
      offlineHref: canKeepCopies(viewer) ? '/account/offline' : null,
      sessions,
    });
  });

  router.get('/account/offline', (_req, res) => {
    const viewer = viewerOf(res);
    allow(canKeepCopies(viewer));
    letKeepCopy(res);
    const say = sayTo(res);
    page(res, 'people/offline', {
      title: say('people.offline.title'),
      crumbs: [{ href: '/account', label: say('people.account.title') }],
      account: String(viewer.accountId),
    });
  });

  router.post('/account/sessions/:tokenHash/end', async (req, res) => {
    if (!(await endOwnSession(db, viewerOf(res), req.params.tokenHash))) throw new NotFound();
    leadOn(res, '/account', 'session-ended');
  });

  router.get('/account/password', (_req, res) => passwordPage(deps, res, formView(sayTo(res), {})));

  router.post('/account/password', async (req, res) => {
    const viewer = viewerOf(res);
    const session = tokenFrom(req, 'session', config.secureCookies) ?? '';
    const form = await takeForm(PasswordForm, req.body, async (value) => {
      await change(viewer, session, value);
      return (await hasWordForHolder(db, viewer.accountId)) ? '/messages' : '/account';
    });
    await answerForm(res, form, passwordLabels, (view) => passwordPage(deps, res, view));
  });

  async function change(
    viewer: Viewer,
    session: string,
    form: z.output<typeof PasswordForm>,
  ): Promise<void> {
    const { accountId, username } = viewer;
    const fault =
      (await passwordFault(form.newPassword, username, 'newPassword')) ??
      (form.newPassword === form.newPasswordAgain
        ? null
        : ({ field: 'newPasswordAgain', key: 'people.password.differs' } as const));
    if (fault) throw new Refusal([fault]);
    const at = clock.now();
    const { passwordHash, passwordGivenAt } = await db.account.findUniqueOrThrow({
      where: { id: accountId },
    });
    const isSame = passwordGivenAt !== null && form.newPassword === form.currentPassword;
    refuseIf([isSame && { field: 'newPassword', key: 'people.first-password.same' }]);
    const tallies = [tallyOfAccount(accountId)];
    if (!(await tryPassword(db, { tallies, passwordHash, password: form.currentPassword, at }))) {
      throw new Refusal([{ field: 'currentPassword', key: 'people.password.wrong' }]);
    }
    const wanted = await hashPassword(form.newPassword);
    await transact(db, (tx) =>
      changePassword(tx, { accountId, at }, { accountId, passwordHash: wanted, session }),
    );
  }

  return router;
}

async function passwordPage({ db }: Deps, res: Response, form: FormView): Promise<void> {
  const say = sayTo(res);
  const where = { id: viewerOf(res).accountId };
  const { passwordGivenAt } = await db.account.findUniqueOrThrow({ where });
  const isFirst = passwordGivenAt !== null;
  page(res, 'people/password', {
    title: say(isFirst ? 'people.first-password.title' : 'people.password.title'),
    lead: isFirst ? say('people.first-password.lead') : null,
    back: isFirst ? null : '/account',
    form,
    hasErrors: form.summary.length > 0,
  });
}
