import { Cluster } from '../../src/postgres/cluster.ts';
import { clusterSettings } from '../cluster-settings.ts';

// A run of the stack reduced to its PostgreSQL, to be killed by the test.
const [home = ''] = process.argv.slice(2);
await Cluster.start(clusterSettings(home));
console.log('running');
setInterval(() => {}, 60_000);
