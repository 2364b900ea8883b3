import { type Request, type Response, Router } from 'express';
import { applicationsInScope } from '../../people/case-scope.js';
import { viewerOf } from '../../people/viewer.js';
import { speakOf } from '../../policies/form-of.js';
import { rulesOf } from '../../policies/parsed-rules.js';
import type { Deps } from '../../web/deps.js';
import { found } from '../../web/errors.js';
import { frameOf } from '../../web/frame.js';
import { page } from '../../web/views.js';
import { letterName } from '../reviewing/present-review.js';

/** A letter as it was sent, for the founder and for the reviewers who see the case. */
export function letterRoutes({ db }: Deps): Router {
  const router = Router();
  router.get('/waivers/:number/letters/:letter', async (req, res) => {
    const letter = found(
      await db.letter.findFirst({
        where: {
          number: String(req.params.letter),
          application: { AND: [applicationsInScope(viewerOf(res)), { number: caseOf(req) }] },
        },
        include: { application: { select: { policyVersion: { select: { rules: true } } } } },
      }),
    );
    speakOf(res, rulesOf(letter.application.policyVersion.rules));
    showLetter(res, caseOf(req), letter);
  });
  return router;
}

const caseOf = (req: Request): string => String(req.params.number);

type Letter = { number: string; kind: string; bodyZh: string; bodyEn: string; sha256: string };

function showLetter(res: Response, number: string, letter: Letter): void {
  const { say } = frameOf(res);
  const back = `/waivers/${number}`;
  page(res, 'waivers/letter', {
    title: letterName(letter.kind, say),
    over: letter.number,
    crumbs: [{ href: back, label: number }],
    bodyZh: letter.bodyZh,
    bodyEn: letter.bodyEn,
    seal: say('waivers.letter.hash', { hash: letter.sha256 }),
  });
}
