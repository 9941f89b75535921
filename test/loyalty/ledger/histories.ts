import fc from 'fast-check';
import { expiryEnd, holdingEnd } from '../../../src/loyalty/calendar';
import type {
  BenefitDates,
  BenefitType,
  ClawbackPolicy,
  Deserved,
  SaleSettlement,
} from '../../../src/loyalty/ledger';
import { anAdjustment, aRedemption, byRule, DAY, HOUR, NOON, outcome, ZONE } from './builders';
import { CustomerLedger } from './customer-ledger';

/** The program a history is played under; one policy for each sale, as sales pin their versions (R18). */
export interface World {
  policies: ClawbackPolicy[];
  holding: string;
  expiry: string | null;
  reservation: string;
  rollbackWindow: string;
  grace: string;
}

/** One thing that happens, `after` so many milliseconds. Sales and redemptions are named by number. */
export type Command = { after: number } & (
  | { do: 'settle'; sale: number; deserves: [number, number, number] }
  | { do: 'cancel'; sale: number }
  | { do: 'complete again'; sale: number }
  | { do: 'reserve'; type: BenefitType; amount: number; confirm: boolean; on: number | null }
  | { do: 'confirm' | 'release' | 'rollback'; redemption: number }
  | { do: 'adjust'; type: BenefitType; amount: number }
);

export const POLICIES: ClawbackPolicy[] = ['pending_only', 'to_zero', 'allow_debt'];
const SALES = 3;

/** Worlds whose sales each have a policy of their own, or all the same where one is given. */
export function worlds(policy?: ClawbackPolicy): fc.Arbitrary<World> {
  const anyPolicy = policy ? fc.constant(policy) : fc.constantFrom(...POLICIES);
  return fc.record({
    policies: fc.array(anyPolicy, { minLength: SALES, maxLength: SALES }),
    holding: fc.constantFrom('PT0S', 'PT1H', 'P1D'),
    expiry: fc.constantFrom(null, 'PT2H', 'P1D', 'P3D'),
    reservation: fc.constantFrom('PT1H', 'PT12H', 'P1D', 'P5D'),
    rollbackWindow: fc.constantFrom('PT2H', 'P4D'),
    grace: fc.constantFrom('PT0S', 'PT1H', 'P1D', 'P7D'),
  });
}

const type = fc.constantFrom<BenefitType>('cashback', 'cashback', 'points');
const sale = fc.nat({ max: SALES - 1 });
/** Round hours, so that things often fall due at one instant; noon plus twelve of them is midnight. */
const after = fc.constantFrom(0, 0, 0, HOUR, HOUR, 2 * HOUR, 12 * HOUR, 12 * HOUR, DAY, 5 * DAY);

/** What may happen; `gifts` says whether manual credits do, `most` is the largest amount. */
export function commands(gifts: boolean, most = 60): fc.Arbitrary<Command[]> {
  const amount = fc.integer({ min: 0, max: most });
  const adjusted = fc.integer({ min: -most, max: gifts ? most : -1 }).filter((signed) => signed !== 0);
  const command = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('settle' as const),
        after,
        sale,
        deserves: fc.tuple(amount, amount, amount),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), after, sale }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('complete again' as const), after, sale }) },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('reserve' as const),
        after,
        type,
        amount: fc.integer({ min: 1, max: most + 10 }),
        confirm: fc.boolean(),
        on: fc.option(sale),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constantFrom('confirm' as const, 'release' as const, 'rollback' as const),
        after,
        redemption: fc.nat({ max: 20 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('adjust' as const), after, type, amount: adjusted }),
    },
  );
  return fc.array(command, { minLength: 3, maxLength: 28, size: 'max' });
}

/** Local dates are dear to find, and histories meet at the same round hours. */
const remembered = new Map<string, number | null>();
function once<Found extends number | null>(name: string, find: () => Found): Found {
  if (!remembered.has(name)) remembered.set(name, find());
  return remembered.get(name) as Found;
}
const heldUntil = (at: number, holding: string): number =>
  once(`holding ${holding} ${at}`, () => holdingEnd(at, holding, ZONE));
const endOf = (at: number, expiry: string | null): number | null =>
  once(`expiry ${expiry} ${at}`, () => expiryEnd(at, expiry === null ? undefined : { after: expiry }, ZONE));

/** Plays a history on a customer's ledger, by a clock of its own. */
export class Player {
  readonly ledger = new CustomerLedger();
  now = NOON;
  /** By sale: the first time it was completed, what it last deserved, and what it would deserve. */
  private readonly sales = new Map<number, { completedAt: number; deserved: Deserved[]; last: Deserved[] }>();
  private redemptions = 0;
  private adjustments = 0;

  constructor(private readonly world: World) {}

  /** Lets the command's time pass and does it; the code of its refusal, or `done`. */
  play(command: Command): string {
    this.now += command.after;
    return outcome(() => this.perform(command));
  }

  /** Every sale as it now is, for reading it again. */
  settlements(now: number): SaleSettlement[] {
    return [...this.sales.keys()].map((sale) => this.settlementOf(sale, now));
  }

  cancel(sale: number): void {
    for (const { id, saleRef } of this.ledger.wallet().redemptions) {
      if (saleRef === `s${sale}`) this.ledger.refund(id, `s${sale}`, this.now);
    }
    this.settle(sale, []);
  }

  private perform(command: Command): void {
    const { ledger, now } = this;
    switch (command.do) {
      case 'settle': {
        const [x, y, p] = command.deserves;
        const deserved = [byRule('y', y), byRule('x', x), byRule('p', p, 'points')];
        this.settle(command.sale, deserved);
        this.sales.get(command.sale)!.last = deserved;
        return;
      }
      case 'cancel':
        return this.cancel(command.sale);
      case 'complete again':
        return this.settle(command.sale, this.sales.get(command.sale)?.last ?? []);
      case 'reserve':
        return this.reserve(command);
      case 'adjust':
        this.adjustments += 1;
        return ledger.adjust(
          anAdjustment(`adj${this.adjustments}`, command.amount, { type: command.type }),
          now,
        );
      case 'confirm':
      case 'release':
      case 'rollback':
        if (this.redemptions > 0)
          ledger[command.do](`red${(command.redemption % this.redemptions) + 1}`, now);
    }
  }

  private reserve({ type, amount, confirm, on }: Extract<Command, { do: 'reserve' }>): void {
    const { reservation, rollbackWindow, grace } = this.world;
    const terms = { reservation, rollbackWindow, graceAfterRollback: grace, pointValueCents: 1 };
    const saleRef = on === null ? null : `s${on}`;
    this.ledger.reserve(
      aRedemption(`red${this.redemptions + 1}`, amount, { type, confirm, saleRef, terms }),
      this.now,
    );
    this.redemptions += 1;
  }

  private settle(sale: number, deserved: Deserved[]): void {
    const known = this.sales.get(sale) ?? { completedAt: this.now, deserved, last: [] };
    this.sales.set(sale, { ...known, deserved });
    this.ledger.settle(this.settlementOf(sale, this.now), this.now);
  }

  private settlementOf(sale: number, now: number): SaleSettlement {
    const { completedAt, deserved } = this.sales.get(sale)!;
    const { expiry, holding, policies } = this.world;
    const datesFrom = (activatesAt: number): BenefitDates => ({
      activatesAt,
      expiresAt: endOf(activatesAt, expiry),
    });
    return {
      saleId: `s${sale}`,
      programVersion: 1,
      zone: ZONE,
      policy: policies[sale]!,
      deserved,
      month: '2026-03',
      dates: (_deserved, from) => datesFrom(from === 'now' ? now : heldUntil(completedAt, holding)),
    };
  }
}
