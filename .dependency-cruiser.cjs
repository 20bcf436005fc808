/** Who may import whom: the table of the house, one sentence a line. schema/checks/boundaries.mjs runs it, and proves that each line still bites. */
const service = '^services/([^/]+)';
const kit = (...rooms) => rooms.map((room) => `^services/subgraph-kit/src/${room}/`);
const ours = ['node_modules/@leader/'];
const library = (...names) => names.map((name) => `node_modules/${name}/`);
const nodeItself = '^[a-z:_/]+$';
const test = '\\.test\\.ts$|/test/';

const room = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: ['\\.test\\.ts$', '^services/subgraph-kit/'] },
  to: { pathNot: allowed },
});
const never = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    room(
      'domain imports only the domain and the values of the kit',
      `${service}/src/domain/`,
      ['^services/$1/src/domain/', ...kit('values')],
      'Rules are tested in milliseconds because nothing else comes with them.',
    ),
    room(
      'use cases import only use cases, the domain, and values, errors and viewer of the kit',
      `${service}/src/use-cases/`,
      ['^services/$1/src/(use-cases|domain)/', ...kit('values', 'errors', 'viewer'), '^(node:)?crypto$'],
      'A use case knows its ports, never who stands behind them.',
    ),
    room(
      'persistence imports only the domain, ports and views, the kit for PostgreSQL, typeorm and pg',
      `${service}/src/persistence/`,
      [
        '^services/$1/src/(persistence|domain)/',
        '^services/$1/src/use-cases/[a-z/-]*(ports|views)\\.ts$',
        ...kit('postgres', 'values', 'errors', 'pagination'),
        ...library('typeorm', 'pg', 'pg-query-stream', '@types/pg'),
        nodeItself,
      ],
      'The database serves the rules and does not know who asks.',
    ),
    room(
      'events import only events, the domain, use cases and persistence, and the kit for events',
      `${service}/src/events/`,
      [
        '^services/$1/src/(events|domain|use-cases|persistence)/',
        ...kit('events', 'postgres', 'values', 'errors'),
        ...library('zod'),
        nodeItself,
      ],
      'What others are told and what is heard of them is no business of the graph.',
    ),
    room(
      'graphql imports only types of the domain and use cases, and the kit for graphs',
      `${service}/src/graphql/`,
      [
        '^services/$1/src/(graphql|domain|use-cases)/',
        ...kit('graph', 'pagination', 'viewer', 'federation', 'values', 'errors', 'server'),
        ...library('type-graphql', 'dataloader', 'graphql'),
        nodeItself,
      ],
      'Never persistence or typeorm: loaders get their queries handed in.',
    ),
    never(
      'only tests import main',
      { pathNot: test },
      { path: '/src/main\\.ts$' },
      'It wires everything, so whoever imports it imports everything.',
    ),
    never(
      'a service never imports another service',
      { path: `${service}/` },
      { path: '^services/(?!subgraph-kit/)', pathNot: '^services/$1/' },
      'Not even its types: they talk through the graph.',
    ),
    never(
      'a service never imports the gateway, the stack or a client',
      { path: '^services/[^/]+/src/', pathNot: test },
      { path: '^(gateway|infra|clients|schema)/' },
      'A service runs alone.',
    ),
    never(
      'the kit imports nobody',
      { path: '^services/subgraph-kit/' },
      { path: '^(gateway|infra|clients|schema)/|^services/(?!subgraph-kit/)', pathNot: '^infra/local/' },
      'It is what the others are built from.',
    ),
    never(
      'the gateway imports only the schema and config, log, errors, identity, server and telemetry of the kit',
      { path: '^gateway/src/' },
      { path: '^(services|infra|clients)/', pathNot: kit('config', 'log', 'errors', 'identity', 'server', 'telemetry') },
      'It serves any graph.',
    ),
    never(
      'a client never imports a service or the gateway',
      { path: '^clients/' },
      { path: '^(gateway/|services/(?!subgraph-kit/))' },
      'It knows the graph and nothing behind it.',
    ),
    never(
      'code never imports tests',
      { path: '/src/', pathNot: test },
      { path: test, pathNot: 'node_modules|^services/subgraph-kit/src/testing/' },
      'Tests may go away at any time.',
    ),
    never(
      'tests import only their own package, the kit and the local stack',
      { path: `^((gateway)|services/([^/]+)|clients/([^/]+))/test/`, pathNot: '/(journeys|matrix)/' },
      { path: '^(gateway|services|clients|schema)/', pathNot: ['^$1/', '^services/subgraph-kit/', '^schema/(operations|supergraph)'] },
      'Each package is tested alone.',
    ),
    never('no import cycles', {}, { circular: true }, 'What imports each other is one thing in several files.'),
    never(
      'no barrel files',
      {},
      { path: '^(gateway|services|schema|infra|clients)/.*(^|/)index\\.[mc]?[jt]s$', pathNot: ['node_modules', ...ours] },
      'They load everything for the sake of one thing.',
    ),
    never(
      'every import leads somewhere',
      {},
      // This one holds nothing but types.
      { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
      'A rule cannot judge an import that it cannot follow.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.turbo|\\.local|coverage)/|^schema/checks/planted-violations|^infra/bench/contenders/' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      mainFields: ['main', 'types'],
    },
  },
};
