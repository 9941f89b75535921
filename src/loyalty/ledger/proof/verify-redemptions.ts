import type { Entry, EntryType, Redemption, RedemptionState, Wallet } from '..';
import type { LedgerProblem } from './ledger-problem';
import type { ReplayState } from './replay-state';
const STEPS: readonly EntryType[] = ['RESERVE', 'SPEND', 'RELEASE', 'ROLLBACK'];

/** Whether each redemption is what its entries made of it, and each such entry belongs to a redemption. */
export function redemptionProblems(
  wallets: readonly Pick<Wallet, 'customerId' | 'redemptions'>[],
  entries: readonly Entry[],
  since: readonly ReplayState[],
): LedgerProblem[] {
  const before = new Map(since.flatMap(({ steps: known }) => Object.entries(known)));
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
  for (const id of before.keys())
    if (!steps.has(id)) strays.push({ subject: id, problem: 'is not stored, though entries moved for it' });
  return [
    ...strays,
    ...wallets.flatMap(({ customerId, redemptions }) =>
      redemptions.flatMap((redemption) =>
        ownProblems(customerId, redemption, before.get(redemption.id) ?? [], steps.get(redemption.id) ?? []),
      ),
    ),
  ];
}

/** The entries of each redemption, by name in order. */
export function redemptionSteps(entries: readonly Entry[], since: ReplayState): Record<string, string[]> {
  const steps = new Map(Object.entries(since.steps));
  for (const entry of entries) {
    const id = entry.cause.redemptionId;
    if (id !== undefined && STEPS.includes(entry.type))
      steps.set(id, [...(steps.get(id) ?? []), stepName(entry)]);
  }
  return Object.fromEntries(steps);
}

/** A release by time alone is another than one by hand. */
function stepName({ type, cause }: Entry): string {
  return type === 'RELEASE' && cause.kind === 'clock' ? 'RELEASE by time' : type;
}

function ownProblems(
  customerId: string,
  redemption: Redemption,
  before: readonly string[],
  steps: readonly Entry[],
): LedgerProblem[] {
  const { id, type, amount, state, draws } = redemption;
  const drawn = draws.reduce((sum, draw) => sum + draw.amount, 0);
  const expected = stateAfter([...before, ...steps.map(stepName)]);
  return [
    ...(redemption.customerId === customerId ? [] : [`belongs to ${redemption.customerId}`]),
    ...(drawn === amount ? [] : [`redeems ${amount} but names lots for ${drawn}`]),
    ...(state === expected ? [] : [`is ${state}, entries make it ${expected ?? 'impossible'}`]),
    ...steps
      .filter((step) => step.benefit !== type || !movesExactly(step, draws))
      .map(({ key }) => `names other amounts than ${key} moves`),
  ].map((problem) => ({ subject: id, problem }));
}

function stateAfter(steps: readonly string[]): RedemptionState | null {
  switch (steps.join(', ')) {
    case 'RESERVE':
      return 'reserved';
    case 'RESERVE, SPEND':
      return 'confirmed';
    case 'RESERVE, SPEND, ROLLBACK':
      return 'rolled_back';
    case 'RESERVE, RELEASE':
      return 'released';
    case 'RESERVE, RELEASE by time':
      return 'expired';
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
