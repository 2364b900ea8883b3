import fc from 'fast-check';

// TEST_SEED=<number> fixes what properties draw, as it fixes the order of the tests; without it each run draws anew.
const { TEST_SEED } = process.env;
if (TEST_SEED) fc.configureGlobal({ seed: Number(TEST_SEED) });
