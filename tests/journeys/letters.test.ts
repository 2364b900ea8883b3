import { expect, it } from 'vitest';
import { phone, signInAs, visit } from './browser.js';
import { faultsOf } from './look.js';
import { journeys } from './setup.js';

type Letter = { number: string; bodyZh: string; application: { number: string } };

journeys('letters on a phone', (stage) => {
  it('can be read to their right edge by keyboard, of each kind the newest', async () => {
    const letters = await stage.db.letter.findMany({
      where: { application: { park: { number: 'P01' } } },
      include: { application: true },
      orderBy: { id: 'desc' },
    });
    const newest = [
      ...new Map(letters.toReversed().map((letter) => [letter.kind, letter])).values(),
    ];
    expect(newest.length).toBeGreaterThan(1);
    const context = await visit(stage.browser, stage.base, { size: phone });
    const page = await signInAs(context, 'park1');
    for (const { number, application } of newest) {
      await page.goto(`/waivers/${application.number}/letters/${number}`);
      expect([number, ...(await faultsOf(page))]).toEqual([number]);
      // A width that a finger scrolls can be scrolled by keys as well.
      const left = await page.evaluate(
        () =>
          [...document.querySelectorAll('.letter')].filter(
            (sheet) => sheet.scrollWidth > sheet.clientWidth && !sheet.matches('[tabindex="0"]'),
          ).length,
      );
      expect([number, left]).toEqual([number, 0]);
      await page.setViewportSize(phone);
    }
    await context.close();
  });

  it('stand on one sheet of paper, the longest of each kind', async () => {
    const letters = await stage.db.letter.findMany({
      include: { application: true },
      orderBy: { id: 'asc' },
    });
    const longest = letters
      .toSorted((a, b) => a.bodyZh.length - b.bodyZh.length)
      .reduce((kinds, letter) => kinds.set(letter.kind, letter), new Map<string, Letter>());
    expect([...longest.keys()]).toEqual(
      expect.arrayContaining(['grant', 'refusal', 'revocation', 'ending', 'non-acceptance']),
    );
    const context = await visit(stage.browser, stage.base);
    const page = await signInAs(context, 'bureau');
    for (const [kind, { number, application }] of longest) {
      await page.goto(`/waivers/${application.number}/letters/${number}`);
      // The English text has a sheet of its own, with the hash of both below it.
      await page.evaluate(() => {
        for (const rest of document.querySelectorAll(
          '.letter:lang(en), .letter-seal, .letters ~ p',
        ))
          rest.remove();
      });
      const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      expect([kind, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([kind, 1]);
    }
    await context.close();
  });
});
