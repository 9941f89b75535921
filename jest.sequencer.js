const Sequencer = require('@jest/test-sequencer').default;

/** Suites that take minutes: one of them begun last would keep one lane busy while the others have ended. */
const LONG = [
  ...[
    'e2e/connection-ninety-days',
    'e2e/hundred-companies',
    'e2e/year',
    'e2e/outage',
    'e2e/fuzzed-contract',
    'e2e/tampering',
    'e2e/crash',
    'e2e/channels',
    'e2e/connection-run',
    'e2e/lost-runs',
  ],
  ...['console/sale-page', 'console/program-page', 'e2e/random-kills', 'e2e/outage-routes', 'e2e/voucher'],
  ...['e2e/large-merge', 'console/pages', 'e2e/replay-gate', 'console/customer-page', 'e2e/sealed-sales'],
  ...['console/settings-page', 'console/import-page', 'e2e/redemption', 'e2e/parked', 'e2e/merge'],
  ...['e2e/great-merge', 'console/report-page'],
];

/** Long suites first, the others in jest's own order. */
module.exports = class LongestFirst extends Sequencer {
  /** @override */
  async sort(tests) {
    const sorted = [...(await super.sort(tests))];
    const rank = ({ path }) => {
      const place = LONG.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
      return place < 0 ? LONG.length : place;
    };
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
};
