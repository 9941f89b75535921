import type { Entry, EntryType, Redemption, RedemptionState, Wallet } from '..';
import type { LedgerProblem } from './ledger-problem';
const STEPS: readonly EntryType[] = ['RESERVE', 'SPEND', 'RELEASE', 'ROLLBACK'];

/** Whether each redemption is what its entries made of it, and each such entry belongs to a redemption. */
export function redemptionProblems(
  wallets: readonly Pick<Wallet, 'customerId' | 'redemptions'>[],
  entries: readonly Entry[],
): LedgerProblem[] {
  const steps = new Map<string, Entry[]>(
    wallets.flatMap(({ redemptions }) => redemptions.map(({ id }) => [id, []])),
  );
  const strays: LedgerProblem[] = [];
  for (const entry of entries) {
    if (!STEPS.includes(entry.type)) continue;
    const own = steps.get(entry.cause.redemptionId ?? '');
    if (own) own.push(entry);
    else strays.push({ subject: entry.key, problem: 'belongs to no redemption that is stored' });
  }
  return [
    ...strays,
    ...wallets.flatMap(({ customerId, redemptions }) =>
      redemptions.flatMap((redemption) =>
        ownProblems(customerId, redemption, steps.get(redemption.id) ?? []),
      ),
    ),
  ];
}

function ownProblems(customerId: string, redemption: Redemption, steps: readonly Entry[]): LedgerProblem[] {
  const { id, type, amount, state, draws } = redemption;
  const drawn = draws.reduce((sum, draw) => sum + draw.amount, 0);
  const expected = stateAfter(steps);
  return [
    ...(redemption.customerId === customerId ? [] : [`belongs to ${redemption.customerId}`]),
    ...(drawn === amount ? [] : [`redeems ${amount} but names lots for ${drawn}`]),
    ...(state === expected ? [] : [`is ${state}, entries make it ${expected ?? 'impossible'}`]),
    ...steps
      .filter((step) => step.benefit !== type || !movesExactly(step, draws))
      .map(({ key }) => `names other amounts than ${key} moves`),
  ].map((problem) => ({ subject: id, problem }));
}

function stateAfter(steps: readonly Entry[]): RedemptionState | null {
  switch (steps.map(({ type }) => type).join(' ')) {
    case 'RESERVE':
      return 'reserved';
    case 'RESERVE SPEND':
      return 'confirmed';
    case 'RESERVE SPEND ROLLBACK':
      return 'rolled_back';
    case 'RESERVE RELEASE':
      return steps[1]?.cause.kind === 'clock' ? 'expired' : 'released';
    default:
      return null;
  }
}

function movesExactly({ moves }: Entry, draws: Redemption['draws']): boolean {
  return (
    moves.length === draws.length &&
    moves.every(({ lotId, amount }, index) => draws[index]?.lotId === lotId && draws[index].amount === amount)
  );
}
