import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pagesOfACase } from '../applying.js';
import { signInAs, visit } from '../browser.js';
import { checkEligibility } from '../check-eligibility.js';
import { pageRoutes } from '../page-routes.js';
import { journeys, type Stage } from '../setup.js';
import { crawl } from './crawl.js';
import { type LookName, lookNames, looks } from './looks.js';
import { preparedNetwork } from './network.js';
import { routesOfAllLooks } from './routes-seen.js';

/** The tests of one look, which a file is for: the workers share the looks among them. */
export function lookAt(name: LookName): void {
  journeys(
    `every page, ${name}`,
    (stage) => {
      it('holds WCAG 2.2 AA and its width, and was looked at by somebody', async () => {
        const { routes, faults } = await walk(stage, name);
        expect(faults).toEqual([]);
        expect(routes.length).toBeGreaterThan(4);
        const all = await routesOfAllLooks(name, routes);
        // Whichever look comes last in a run knows what all have seen; alone, a look knows its own pages only.
        if (all === null) return;
        const seen = new Set<string>([...all, ...pagesOfACase]);
        expect(pageRoutes(stage.app).filter((route) => !seen.has(route))).toEqual([]);
      });

      it('is one of the looks, each of which has a file', () => {
        const files = readdirSync(import.meta.dirname)
          .filter((file) => lookNames.some((look) => file === `${look}.test.ts`))
          .map((file) => file.replace('.test.ts', ''));
        expect(files.sort()).toEqual([...lookNames].sort());
      });
    },
    preparedNetwork,
  );
}

async function walk(stage: Stage, name: LookName): Promise<{ routes: string[]; faults: string[] }> {
  const { who, language, size, ofOneRoute } = looks[name];
  const context = await visit(stage.browser, stage.base, { size, language });
  await context.addCookies([{ name: 'lang', value: language, url: stage.base }]);
  const page = who === 'visitor' ? await context.newPage() : await signInAs(context, who);
  if (who === 'visitor') {
    await checkEligibility(page);
    await page.goto('/');
  }
  const start = (stage.start[who] ?? []).map((address) => stage.base + address);
  const found = await crawl(stage, page, { start, language, size, ofOneRoute });
  await context.close();
  return found;
}
