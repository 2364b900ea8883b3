import fc from 'fast-check';

// What properties draw follows from the seed of the run, as the order of its tests does.
fc.configureGlobal({ seed: Number(process.env.TEST_SEED) });
