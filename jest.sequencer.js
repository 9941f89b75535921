const Sequencer = require('@jest/test-sequencer').default;

/** Suites that take minutes: one of them begun last would keep one lane busy while the others have ended. */
const LONG = [
  ...[
    'year',
    'outage',
    'fuzzed-contract',
    'replay-gate',
    'crash',
    'channels',
    'outage-routes',
    'large-merge',
  ],
  ...['great-merge', 'lost-runs', 'tampering', 'random-kills'],
];

/** Long suites first, the others in jest's own order. */
module.exports = class LongestFirst extends Sequencer {
  /** @override */
  async sort(tests) {
    const sorted = [...(await super.sort(tests))];
    const rank = ({ path }) => {
      const place = LONG.findIndex((name) => path.endsWith(`/e2e/${name}.test.ts`));
      return place < 0 ? LONG.length : place;
    };
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
};
