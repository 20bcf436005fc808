import fc from 'fast-check';
import seeding from './property-seed.cjs';

const { PROPERTY_SEED, PROPERTY_RUNS } = process.env;
const numRuns = seeding.propertyRuns(PROPERTY_RUNS);
// A property that names its own seed or number of runs keeps them.
fc.configureGlobal({ seed: seeding.propertySeed(PROPERTY_SEED), ...(numRuns === undefined ? {} : { numRuns }) });
