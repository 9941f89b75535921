import type { Change } from './replayed';

/** A change of workflow code that runs under way would not survive. */
export interface Mutant {
  what: string;
  /** Of which workflow it breaks runs. */
  of: string;
  changes: readonly Change[];
}

const sale = (what: string, ...changes: Change[]): Mutant => ({ what, of: 'sale', changes });
const inSale = (find: Change['find'], replace: string): Change => ({ file: 'sale.ts', find, replace });

/**
 * Ways to break runs under way without a test of the code of the day noticing: each has to be caught by the recorded histories. One that
 * does not fit the code any more is worded anew; none is taken out because it is not caught.
 */
export const MUTANTS: readonly Mutant[] = [
  sale(
    'a step is left out',
    inSale('(read.identify && (await customer.answer(goesBeside)) === null)', 'false'),
  ),
  {
    what: 'two steps change places',
    of: 'ledgerProof',
    changes: [
      { file: 'ledger-proof.ts', find: 'const parts = await planProof(merchantId);', replace: '' },
      {
        file: 'ledger-proof.ts',
        find: 'const seals = await verifyLedgerSeals(merchantId);',
        replace:
          'const seals = await verifyLedgerSeals(merchantId); const parts = await planProof(merchantId);',
      },
    ],
  },
  sale('a timer is added', inSale('news.source = false;', 'news.source = false; await sleep(1_000);')),
  sale(
    'a timer becomes a step',
    inSale(/await sleep\(input\.settleMs[^;]*;/, 'await steps.settleBenefit(input);'),
  ),
  sale(
    'the mark of a patch is dropped, and with it the old way',
    inSale(/if \(!patched\('wakes-go-along'\)[^;]*;/, ''),
  ),
  {
    what: 'a patch is forgotten: everybody goes the new way',
    of: 'ledgerProof',
    changes: [
      {
        file: 'ledger-proof.ts',
        find: /patched\(IN_PARTS\) \? await verifyInParts\(merchantId\) : await sealAndVerify\(merchantId\)/,
        replace: 'await verifyInParts(merchantId)',
      },
    ],
  },
  sale(
    'there is a new first step',
    inSale('return await live();', 'await steps.settleBenefit(input); return await live();'),
  ),
  sale(
    'others are woken before the sale settles, no longer after it',
    inSale('let outcome = beside', 'if (staff.wake.size > 0) await wakeOthers(); let outcome = beside'),
    inSale(/\n +if \(staff\.wake\.size > 0\) await wakeOthers\(\);\n +while/, '\n while'),
  ),
  sale('an update is no longer served', {
    file: 'sale-updates.ts',
    find: /setHandler\(\s*updates\.claimSale/,
    replace: "setHandler({ name: 'claim', type: 'update' } as never",
  }),
  sale('a step is renamed', {
    file: 'steps.ts',
    find: "step('settleBenefit'",
    replace: "step('settleSale' as never",
  }),
  sale(
    'a step becomes a workflow of its own',
    inSale('condition,\n', 'condition,\n executeChild,\n'),
    inSale(
      'return await attempt(input, key)',
      "return await executeChild('sendMessage', { args: [input, key] })",
    ),
  ),
  sale(
    'a step becomes a local one',
    {
      file: 'steps.ts',
      find: 'import { proxyActivities',
      replace: 'import { proxyLocalActivities, proxyActivities',
    },
    {
      file: 'steps.ts',
      find: /export const settleBenefit = step\(\s*'settleBenefit',/,
      replace:
        "export const settleBenefit = ((_: unknown, ...__: unknown[]) => proxyLocalActivities<Activities>({ startToCloseTimeout: '10s' }).settleBenefit)(",
    },
  ),
  {
    what: 'a run no longer continues as a new one',
    of: 'fileImport',
    changes: [
      {
        file: 'file-import.ts',
        find: /if \(workflowInfo\(\)\.continueAsNewSuggested\)[^;]*;/,
        replace: '',
      },
    ],
  },
  {
    what: 'a customer is written to without waiting',
    of: 'customer',
    changes: [{ file: 'customer.ts', find: 'if (ms > 0) {', replace: 'if (ms > 1e12) {' }],
  },
  {
    what: 'a customer of whom something has changed is not looked at again',
    of: 'customer',
    changes: [
      {
        file: 'customer.ts',
        find: 'setHandler(customerChanged, () => void (news = true));',
        replace: 'setHandler(customerChanged, () => undefined);',
      },
    ],
  },
  {
    what: 'a sweep stops after a page of merchants',
    of: 'dailySweep',
    changes: [
      { file: 'daily-sweep.ts', find: 'if (merchantIds.length === MERCHANTS)', replace: 'if (false)' },
    ],
  },
  {
    what: 'an import of contacts waits without listening',
    of: 'contactImport',
    changes: [
      {
        file: 'contact-import.ts',
        find: 'else if (restMs > 0) await condition(news, restMs, { summary: RESTING });',
        replace: '',
      },
    ],
  },
  sale(
    'something is waited for without an end',
    inSale(/await condition\(stirred, QUIET, [^;]*;/, 'await condition(stirred);'),
  ),
  sale(
    'what operators filter by is no longer set',
    inSale('if (changed.length > 0) upsertSearchAttributes(changed);', ''),
  ),
  sale(
    'a sale that fails unread is no longer found as such',
    inSale(/if \(!\(error instanceof ContinueAsNew\)\) leaveUnread\(\);/, ''),
  ),
  sale('the mark of what parking shows is dropped', {
    file: 'sale-attributes.ts',
    find: "outcome.parked && patched('parked-is-shown')",
    replace: 'outcome.parked',
  }),
  {
    what: 'the mark of resting is dropped: every import rests',
    of: 'fileImport',
    changes: [
      { file: 'file-import.ts', find: "restMs > 0 && patched('import-rests')", replace: 'restMs > 0' },
    ],
  },
  sale('a signal is no longer heard', inSale(/setHandler\(benefitMoved[^;]*;/, '')),
  sale(
    'a step for staff is cut off when somebody cancels the run',
    inSale('await CancellationScope.nonCancellable(() => step(id))', 'await step(id)'),
  ),
  {
    what: 'a run that somebody cancels ends at once',
    of: 'redemption',
    changes: [
      {
        file: 'redemption.ts',
        find: /await CancellationScope\.nonCancellable\(endInOrder\);/,
        replace: '',
      },
      {
        file: 'redemption.ts',
        find: /if \(!isCancellation\(error\) \|\| !patched\('orderly-end'\)\)/,
        replace: 'if (isCancellation(error))',
      },
    ],
  },
  {
    what: 'steps that ran at once run one after the other',
    of: 'ledgerProof',
    changes: [{ file: 'ledger-proof.ts', find: /const AT_ONCE = \d+;/, replace: 'const AT_ONCE = 1;' }],
  },
  {
    what: 'a page is smaller',
    of: 'lostRuns',
    changes: [{ file: 'lost-runs.ts', find: /const MERCHANTS = \d+;/, replace: 'const MERCHANTS = 50;' }],
  },
  {
    what: 'what failed is no longer written down',
    of: 'simulation',
    changes: [
      {
        file: 'simulation.ts',
        find: /await CancellationScope\.nonCancellable\(\(\) => failSimulation\([^;]*;/,
        replace: '',
      },
    ],
  },
  {
    what: 'a merge wakes nobody',
    of: 'customerMerge',
    changes: [
      {
        file: 'customer-merge.ts',
        find: 'await wakeMovedSales(input, sales)',
        replace: '{ looked: sales, done: true }',
      },
    ],
  },
  {
    what: 'a connection compares before it refreshes its tokens',
    of: 'connection',
    changes: [
      {
        file: 'connection.ts',
        find: 'if (look.refresh) await unlessItFails(() => keepTokens(which));',
        replace: '',
      },
      {
        file: 'connection.ts',
        find: 'if (workflowInfo().continueAsNewSuggested) await goOn();',
        replace:
          'if (look.refresh) await unlessItFails(() => keepTokens(which)); if (workflowInfo().continueAsNewSuggested) await goOn();',
      },
    ],
  },
  {
    what: 'a connection no longer hears that it was changed',
    of: 'connection',
    changes: [{ file: 'connection.ts', find: /setHandler\(connectionChanged[^;]*;/, replace: '' }],
  },
  {
    what: 'a reconciliation looks at its first page alone',
    of: 'reconciliation',
    changes: [{ file: 'reconciliation.ts', find: 'place = page.next;', replace: 'place = null;' }],
  },
  {
    what: 'a reconciliation no longer waits for Bling',
    of: 'reconciliation',
    changes: [{ file: 'reconciliation.ts', find: 'if (!trouble) throw error;', replace: 'throw error;' }],
  },
  {
    what: 'only the first of the parked sales are woken',
    of: 'parkedSales',
    changes: [
      {
        file: 'parked-sales.ts',
        find: 'if (place === null) return { woken };',
        replace: 'return { woken };',
      },
    ],
  },
];
