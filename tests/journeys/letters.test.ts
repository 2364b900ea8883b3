import { expect, it } from 'vitest';
import { phone, signInAs, visit } from './browser.js';
import { faultsOf } from './look.js';
import { journeys } from './setup.js';

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
});
