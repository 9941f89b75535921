/**
 * The map of docs/architecture.md as rules: arrows between the floors, doors, no circles. `npm run deps` holds them over
 * every import, those of types included; test/tools/lint/map.test.ts breaks each of them once.
 */

/** The floors of src/, and what each may import beside itself: other floors, and files of the ground they stand on. */
const ground = ['config', 'environment', 'ids', 'log', 'metrics', 'queues', 'text'];
const arrows = {
  metrics: [],
  loyalty: [],
  workflows: ['activities', 'loyalty', 'queues'],
  runs: ['workflows', 'loyalty', ...ground],
  store: ['loyalty', ...ground],
  bling: ['loyalty', ...ground],
  messaging: ['loyalty', ...ground],
  activities: ['workflows', 'runs', 'store', 'bling', 'messaging', 'loyalty', ...ground],
  api: ['workflows', 'runs', 'store', 'bling', 'messaging', 'loyalty', ...ground],
};
/** Arrows that carry types only: nothing of the floor at their end may run where they begin. */
const typesOnly = { workflows: ['activities', 'loyalty'] };

const anyOf = (names) => `(?:${names.join('|')})`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('circle', 'Files that import each other can only be understood together.', {}, { circular: true }),
    ...Object.entries(arrows).map(([floor, others]) =>
      forbid(
        `arrow-from-${floor}`,
        `Beside itself src/${floor} may import ${others.join(', ') || 'nothing of src/'}.`,
        { path: `^src/${floor}/` },
        { path: '^src/', pathNot: `^src/${anyOf([floor, ...others])}(?:/|\\.ts$)` },
      ),
    ),
    ...Object.entries(typesOnly).map(([floor, others]) =>
      forbid(
        `types-only-from-${floor}`,
        `src/${floor} may import only types of ${others.join(' and ')}.`,
        { path: `^src/${floor}/` },
        { path: `^src/${anyOf(others)}/`, dependencyTypesNot: ['type-only'] },
      ),
    ),
    forbid(
      'unknown-floor',
      'A floor that .dependency-cruiser.js does not know: write down what it may import.',
      { path: '^src/[^/]+/', pathNot: `^src/${anyOf(Object.keys(arrows))}/` },
      {},
    ),
    forbid(
      'product-alone',
      'The product never imports the simulator, the tools or the tests.',
      { path: '^src/' },
      { path: '^(?:simulator|tools|test)/' },
    ),
    forbid(
      'simulator-alone',
      'The simulator stands in for the outside world: it shares no code with the product.',
      { path: '^simulator/' },
      { path: '^(?:src|tools|test)/' },
    ),
    forbid('tools-without-tests', 'Tools run without the tests.', { path: '^tools/' }, { path: '^test/' }),
    forbid(
      'oracle-alone',
      'The oracle is the rules written a second time: it shares no code with what it is compared with.',
      { path: '^test/oracle/model/' },
      { path: '^(?:src|simulator|tools|console|test)/', pathNot: '^test/oracle/model/' },
    ),
    forbid(
      'console-alone',
      'The console runs in a browser: it knows the product only by its HTTP contract.',
      { path: '^console/' },
      { path: '^(?:src|simulator|tools|test)/' },
    ),
    forbid(
      'not-into-the-console',
      'What runs in a browser is served as files, and tested in one; only its plain texts are looked at by tests.',
      { path: '^(?:src|simulator|tools)/' },
      { path: '^console/' },
    ),
    forbid(
      'small-counter',
      'The counter opens on a slow tablet: it does without router, queries, schemas, dates and charts.',
      { path: '^console/src/counter' },
      { path: '(?:^|/)(?:@tanstack|zod|recharts|@mantine/(?:dates|charts))(?:/|$)', reachable: true },
    ),
    forbid(
      'packages-of-loyalty',
      'The pure core reads values with zod, dates with luxon and phone numbers; nothing that does I/O.',
      { path: '^src/loyalty/' },
      { pathNot: '^src/|(?:^|/)(?:zod|luxon|libphonenumber-js)(?:/|$)' },
    ),
    forbid(
      'mongodb-in-store',
      'Of the product only src/store touches MongoDB.',
      { path: '^src/', pathNot: '^src/store/' },
      { path: '(?:^|/)(?:mongoose|mongodb)(?:/|$)' },
    ),
    forbid(
      'door-of-floor',
      'Another floor, and the simulator, is entered through its index.ts.',
      { path: '^(src/[^/]+/|src/[^/]+$|simulator/|tools/)' },
      { path: '^(?:src/[^/]+|simulator)/', pathNot: ['^$1', '^(?:src/[^/]+|simulator)/index\\.ts$'] },
    ),
    forbid(
      'door-of-room',
      'Another room is entered through its index.ts; only its own folders may reach into it.',
      { path: '^(.*/)[^/]+$', pathNot: '^test/' },
      {
        path: '^(?:src/[^/]+|simulator|tools|console/src)/.+/',
        // Texts of one page each, which tests without a page read alone.
        pathNot: ['/index\\.ts$', '^$1[^/]+$', '^console/src/words/pt/[^/]+\\.ts$'],
        ancestor: false,
      },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
