import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';
import { brokenBy, EMPTY, opens, uses, usesTypes } from './trees';
import type { Tree } from './trees';

/** Which floor may import which, as docs/architecture.md has it; the values in brackets: only their types. */
const ARROWS: Record<string, string[]> = {
  loyalty: [],
  workflows: ['(activities)', '(loyalty)'],
  runs: ['workflows', 'loyalty'],
  store: ['loyalty'],
  bling: ['loyalty'],
  messaging: ['loyalty'],
  activities: ['workflows', 'runs', 'store', 'bling', 'messaging', 'loyalty'],
  api: ['workflows', 'runs', 'store', 'bling', 'messaging', 'loyalty'],
};
const FLOORS = Object.keys(ARROWS);
const PAIRS = FLOORS.flatMap((from) => FLOORS.filter((to) => to !== from).map((to) => ({ from, to })));

/** Every floor imports every other, by a file of its own for each. */
function everyArrow(content: (path: string) => string): Tree {
  const doors = FLOORS.map((floor) => [`src/${floor}/index.ts`, EMPTY]);
  const arrows = PAIRS.map(({ from, to }) => [`src/${from}/to-${to}.ts`, content(`../${to}`)]);
  return Object.fromEntries([...doors, ...arrows]) as Tree;
}

const WRONG: [what: string, rule: string, tree: Tree][] = [
  [
    'two files that import each other',
    'circle',
    { 'src/store/sale/a.ts': uses('./b'), 'src/store/sale/b.ts': uses('./a') },
  ],
  [
    'two files that import only types of each other',
    'circle',
    { 'src/loyalty/sale/a.ts': usesTypes('./b'), 'src/loyalty/sale/b.ts': usesTypes('./a') },
  ],
  [
    'a circle through the doors of two rooms',
    'circle',
    {
      'src/api/sale/index.ts': opens('./a'),
      'src/api/sale/a.ts': uses('../review'),
      'src/api/review/index.ts': opens('./b'),
      'src/api/review/b.ts': usesTypes('../sale'),
    },
  ],
  [
    'a circle of three files of the simulator, closed by a type',
    'circle',
    {
      'simulator/world/a.ts': uses('./b'),
      'simulator/world/b.ts': uses('./c'),
      'simulator/world/c.ts': usesTypes('./a'),
    },
  ],
  ['a circle of tools', 'circle', { 'tools/a.ts': usesTypes('./b'), 'tools/b.ts': usesTypes('./a') }],
  [
    'a file of the core that reads the settings',
    'arrow-from-loyalty',
    { 'src/loyalty/sale/a.ts': usesTypes('../../config'), 'src/config.ts': EMPTY },
  ],
  [
    'a workflow that writes to the log of the process',
    'arrow-from-workflows',
    { 'src/workflows/sale.ts': uses('../log'), 'src/log.ts': EMPTY },
  ],
  [
    'a repository that imports the process it runs in',
    'arrow-from-store',
    { 'src/store/sale/a.ts': uses('../../worker'), 'src/worker.ts': EMPTY },
  ],
  [
    'a new floor of which nothing is written down',
    'unknown-floor',
    { 'src/console/a.ts': uses('./b'), 'src/console/b.ts': EMPTY },
  ],
  [
    'a step that imports the simulator',
    'product-alone',
    { 'src/activities/sale/a.ts': uses('../../../simulator'), 'simulator/index.ts': EMPTY },
  ],
  [
    'a process that imports a tool',
    'product-alone',
    { 'src/worker.ts': uses('../tools/a'), 'tools/a.ts': EMPTY },
  ],
  [
    'a view that imports a type of the tests',
    'product-alone',
    { 'src/api/sale/a.ts': usesTypes('../../../test/a'), 'test/a.ts': EMPTY },
  ],
  [
    'a simulator that shares a type with the product',
    'simulator-alone',
    { 'simulator/world/a.ts': usesTypes('../../src/loyalty'), 'src/loyalty/index.ts': EMPTY },
  ],
  [
    'a tool that imports a test',
    'tools-without-tests',
    { 'tools/a.ts': uses('../test/a'), 'test/a.ts': EMPTY },
  ],
  [
    'an oracle that asks the product',
    'oracle-alone',
    { 'test/oracle/model/a.ts': uses('../../../src/loyalty'), 'src/loyalty/index.ts': EMPTY },
  ],
  [
    'a page that shares code with the API',
    'console-alone',
    { 'console/src/sales/a.ts': uses('../../../src/loyalty'), 'src/loyalty/index.ts': EMPTY },
  ],
  [
    'an API that imports a page',
    'not-into-the-console',
    { 'src/api/console/a.ts': usesTypes('../../../console/src/api'), 'console/src/api/index.ts': EMPTY },
  ],
  [
    'a counter that loads the router by a detour',
    'small-counter',
    {
      'console/src/counter/a.ts': uses('../shell'),
      'console/src/shell/index.ts': opens('./b'),
      'console/src/shell/b.ts': uses('@tanstack/react-router'),
    },
  ],
  [
    'a page that reaches into another',
    'door-of-room',
    { 'console/src/sales/a.ts': uses('../shell/b'), 'console/src/shell/b.ts': EMPTY },
  ],
  ['a core that does I/O by a package', 'packages-of-loyalty', { 'src/loyalty/sale/a.ts': uses('express') }],
  ['a core that reads files', 'packages-of-loyalty', { 'src/loyalty/sale/a.ts': uses('node:fs') }],
  ['a step that touches MongoDB', 'mongodb-in-store', { 'src/activities/sale/a.ts': usesTypes('mongoose') }],
  [
    'a step that reaches into a room of the core',
    'door-of-floor',
    { 'src/activities/sale/a.ts': uses('../../loyalty/sale'), 'src/loyalty/sale/index.ts': EMPTY },
  ],
  [
    'a step that reaches for a file at the root of another floor',
    'door-of-floor',
    { 'src/activities/sale/a.ts': usesTypes('../../bling/client'), 'src/bling/client.ts': EMPTY },
  ],
  [
    'a process that reaches into a floor',
    'door-of-floor',
    { 'src/server.ts': uses('./api/app'), 'src/api/app.ts': EMPTY },
  ],
  [
    'a tool that reaches into the store',
    'door-of-floor',
    { 'tools/a.ts': uses('../src/store/open-store'), 'src/store/open-store.ts': EMPTY },
  ],
  [
    'a room that reaches into another',
    'door-of-room',
    { 'src/store/sale/a.ts': uses('../ledger/book'), 'src/store/ledger/book.ts': EMPTY },
  ],
  [
    'a room that reaches for a type in another',
    'door-of-room',
    { 'src/api/sale/a.ts': usesTypes('../http/problem/b'), 'src/api/http/problem/b.ts': EMPTY },
  ],
  [
    'a room that reaches into a room of its own',
    'door-of-room',
    { 'src/loyalty/ledger/a.ts': uses('./proof/b'), 'src/loyalty/ledger/proof/b.ts': EMPTY },
  ],
  [
    'the door of a floor that passes a room by',
    'door-of-room',
    { 'src/loyalty/index.ts': opens('./sale/sale'), 'src/loyalty/sale/sale.ts': EMPTY },
  ],
  [
    'a room of the simulator that reaches into another',
    'door-of-room',
    { 'simulator/control/a.ts': uses('../world/b'), 'simulator/world/b.ts': EMPTY },
  ],
  [
    'a program that reaches into a room of the tools',
    'door-of-room',
    { 'tools/bench.ts': uses('./bench/run'), 'tools/bench/run.ts': EMPTY },
  ],
];

const RIGHT: Tree = {
  'src/server.ts': uses('./api') + uses('./config') + uses('./loyalty'),
  'src/config.ts': EMPTY,
  'src/ids.ts': EMPTY,
  'src/loyalty/index.ts': opens('./sale') + opens('./ledger/proof'),
  'src/loyalty/sale/index.ts': opens('./sale'),
  'src/loyalty/sale/sale.ts': uses('zod') + uses('../ledger') + usesTypes('../ledger/proof'),
  'src/loyalty/ledger/index.ts': opens('./book'),
  'src/loyalty/ledger/book.ts': uses('libphonenumber-js/max'),
  'src/loyalty/ledger/proof/index.ts': opens('./verify'),
  // A room within a room knows the files around it.
  'src/loyalty/ledger/proof/verify.ts': uses('../book'),
  'src/store/index.ts': opens('./open-store'),
  'src/store/open-store.ts': uses('./sale'),
  'src/store/sale/index.ts': opens('./sales'),
  'src/store/sale/sales.ts': uses('mongoose') + uses('../../ids') + uses('../../loyalty'),
  'src/api/index.ts': opens('./app'),
  'src/api/app.ts': uses('../store') + uses('express'),
  'simulator/index.ts': opens('./world'),
  'simulator/world/index.ts': EMPTY,
  'tools/start.ts': uses('./local') + uses('../src/store') + uses('../simulator'),
  'tools/local/index.ts': EMPTY,
  'test/loyalty/ledger/book.test.ts': uses('../../../src/loyalty/ledger/book'),
};

describe('the map of the house', () => {
  let folder: TestFolder;
  let broken: Awaited<ReturnType<typeof brokenBy>>;
  const rulesBrokenBy = (at: number): string[] => [...new Set(broken[at]!.map(({ rule }) => rule))];
  const brokenArrows = (at: number): string[] =>
    broken[at]!.map(({ rule, from }) => `${rule}: ${from}`).sort();

  beforeAll(async () => {
    folder = await testFolder();
    const trees = [RIGHT, everyArrow(uses), everyArrow(usesTypes), ...WRONG.map(([, , tree]) => tree)];
    broken = await brokenBy(trees, folder);
  });
  afterAll(() => folder.remove());

  it('lets a right tree pass', () => {
    expect(broken[0]).toEqual([]);
  });

  it('knows every arrow between two floors', () => {
    const expected = PAIRS.flatMap(({ from, to }) => {
      if (ARROWS[from]!.includes(to)) return [];
      const rule = ARROWS[from]!.includes(`(${to})`) ? 'types-only-from' : 'arrow-from';
      return [`${rule}-${from}: src/${from}/to-${to}.ts`];
    });
    expect(brokenArrows(1)).toEqual(expected.sort());
  });

  it('counts an arrow that carries only types', () => {
    const expected = PAIRS.filter(
      ({ from, to }) => !ARROWS[from]!.some((name) => [to, `(${to})`].includes(name)),
    );
    expect(brokenArrows(2)).toEqual(
      expected.map(({ from, to }) => `arrow-from-${from}: src/${from}/to-${to}.ts`).sort(),
    );
  });

  it.each(WRONG.map(([what, rule], at) => ({ what, rule, at: at + 3 })))(
    '$rule refuses $what',
    ({ rule, at }) => {
      expect(rulesBrokenBy(at)).toEqual([rule]);
    },
  );
});
