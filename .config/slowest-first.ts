import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, by the end of its name before `.test.ts`: begun last, it would run on alone at the end. */
const slowest = [
  'journeys/every-page/bureau-zh',
  'journeys/every-page/bureau-en',
  'web/hostile-forms',
  'web/forms-answered',
  'journeys/every-page/[^/]+',
  'web/full-disk',
  'journeys/[^/]+',
  '(process|database/foreign-lock|files/doors|people/one-scope)[^.]*',
].map((name) => new RegExp(`/tests/${name}\\.test\\.ts$`));

/** The slowest files first, in this order, then the others in the random order of the run's seed. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const next = randomFrom(this.ctx.config.sequence.seed);
    const placed = files
      .toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1))
      .map((file) => ({ file, rank: rankOf(file.moduleId), draw: next() }));
    return placed.sort((a, b) => a.rank - b.rank || a.draw - b.draw).map(({ file }) => file);
  }
}

function rankOf(moduleId: string): number {
  const rank = slowest.findIndex((name) => name.test(moduleId));
  return rank < 0 ? slowest.length : rank;
}

/** Numbers from 0 up to 1, the same for the same seed: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
