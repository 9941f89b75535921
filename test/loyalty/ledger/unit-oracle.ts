import type { BenefitType, Bucket, ClawbackPolicy } from '../../../src/loyalty/ledger';
import type { Command } from './histories';

/** The terms of every sale and redemption, in whole hours; an `expiry` of Infinity is none. */
export interface HourlyTerms {
  policies: ClawbackPolicy[];
  holding: number;
  expiry: number;
  reservation: number;
  rollbackWindow: number;
  grace: number;
}

/** Where every unit of a lot lies together; one cent or one point is one `Unit` with a state of its own. */
interface Batch {
  id: string;
  type: BenefitType;
  sale: number | null;
  rule: string | null;
  opens: number;
  closes: number;
}
interface Unit {
  batch: Batch;
  state: Bucket;
}
interface Account {
  sale: number;
  rule: string;
  type: BenefitType;
  batches: number;
  has: number;
  forgiven: number;
  lapsed: number;
}
interface Holding {
  id: string;
  state: 'reserved' | 'confirmed' | 'released' | 'expired' | 'rolled_back';
  units: Unit[];
  until: number;
  confirmed: number;
  on: number | null;
}
type Wanted = { rule: string; type: BenefitType; amount: number };

/**
 * The same rules in the plainest form there is: every cent is an object, time goes by hour by hour, and value is taken one
 * unit at a time from the first unit that qualifies. Nothing is shared with the product but the words.
 */
export class UnitOracle {
  readonly units: Unit[] = [];
  readonly accounts: Account[] = [];
  readonly holdings: Holding[] = [];
  readonly owed: Record<BenefitType, number> = { cashback: 0, points: 0 };
  private readonly completed = new Map<number, number>();
  private readonly last = new Map<number, Wanted[]>();
  private adjustments = 0;
  private hour = 0;

  constructor(private readonly terms: HourlyTerms) {}

  /** Does the command at its hour; answers as the product should. */
  play(command: Command, hour: number): string {
    this.wake(hour);
    switch (command.do) {
      case 'settle': {
        const [x, y, p] = command.deserves;
        this.last.set(command.sale, wanted(x, y, p));
        return this.settle(command.sale, wanted(x, y, p));
      }
      case 'cancel':
        this.holdings.filter(({ on }) => on === command.sale).forEach((holding) => this.refund(holding));
        return this.settle(command.sale, []);
      case 'complete again':
        return this.settle(command.sale, this.last.get(command.sale) ?? []);
      case 'reserve':
        return this.reserve(command);
      case 'adjust':
        return this.adjust(command);
      case 'confirm':
      case 'release':
      case 'rollback': {
        const holding = this.holdings[command.redemption % Math.max(1, this.holdings.length)];
        return holding ? this[command.do](holding) : 'done';
      }
    }
  }

  /** Lets time pass, hour by hour. */
  wake(hour: number): void {
    for (; this.hour < hour; this.hour += 1) while (this.somethingDue());
    while (this.somethingDue());
  }

  private somethingDue(): boolean {
    const opening = this.inOrder((unit) => unit.state === 'pending' && unit.batch.opens <= this.hour)[0];
    if (opening) {
      opening.state = 'active';
      this.arrive([opening]);
      return true;
    }
    const closing = this.units.find(({ state, batch }) => state === 'active' && batch.closes <= this.hour);
    if (closing) {
      closing.state = 'expired';
      return true;
    }
    const over = this.holdings
      .filter(({ state, until }) => state === 'reserved' && until <= this.hour)
      .sort((a, b) => (a.id < b.id ? -1 : 1))[0];
    if (over) this.letGo(over, 'expired');
    return over !== undefined;
  }

  private inOrder(which: (unit: Unit) => boolean): Unit[] {
    return this.units
      .filter(which)
      .sort(
        ({ batch: a }, { batch: b }) =>
          compare(a.closes, b.closes) || compare(a.opens, b.opens) || compare(a.id, b.id),
      );
  }

  /** Units that became active: what their sale was let off is taken first, then debt is paid. */
  private arrive(units: Unit[]): void {
    const type = units[0]?.batch.type;
    for (const account of this.sorted().filter((candidate) => candidate.type === type)) {
      if (this.terms.policies[account.sale] !== 'to_zero') continue;
      const own = units.filter(({ batch }) => batch.sale === account.sale);
      const ordered = [...own].sort((a, b) => mine(b, account) - mine(a, account));
      for (const unit of ordered) {
        if (account.forgiven === 0 || unit.state !== 'active') continue;
        unit.state = 'reversed';
        account.forgiven -= 1;
        account.has -= 1;
      }
    }
    for (const unit of units) {
      if (unit.state !== 'active' || this.owed[unit.batch.type] === 0) continue;
      unit.state = 'reversed';
      this.owed[unit.batch.type] -= 1;
    }
  }

  private sorted(): Account[] {
    return [...this.accounts].sort((a, b) => compare(a.sale, b.sale) || compare(a.rule, b.rule));
  }

  private issue(batch: Batch, amount: number): Unit[] {
    const units = Array.from({ length: amount }, (): Unit => ({ batch, state: 'pending' }));
    this.units.push(...units);
    return units;
  }

  private settle(sale: number, deserves: Wanted[]): string {
    this.wake(this.hour);
    if (!this.completed.has(sale)) this.completed.set(sale, this.hour);
    for (const { rule, type, amount } of deserves) {
      if (amount > 0 && !this.accounts.some((account) => account.sale === sale && account.rule === rule))
        this.accounts.push({ sale, rule, type, batches: 0, has: 0, forgiven: 0, lapsed: 0 });
    }
    const accounts = this.sorted().filter((account) => account.sale === sale);
    const amountOf = ({ rule }: Account): number => deserves.find((wish) => wish.rule === rule)?.amount ?? 0;
    for (const account of accounts) while (this.holdsAgain(account, amountOf(account)));
    for (const account of accounts) this.give(account, amountOf(account) - account.has);
    for (const account of accounts)
      while (account.has - account.forgiven - account.lapsed > amountOf(account)) this.takeOne(account);
    return 'done';
  }

  private holdsAgain(account: Account, amount: number): boolean {
    if (account.has - account.forgiven - account.lapsed >= amount) return false;
    if (account.forgiven > 0) account.forgiven -= 1;
    else if (account.lapsed > 0) account.lapsed -= 1;
    else return false;
    return true;
  }

  private give(account: Account, amount: number): void {
    if (amount <= 0) return;
    const { sale, rule, type } = account;
    const start = this.completed.get(sale)! + this.terms.holding;
    const opens = start + this.terms.expiry <= this.hour ? this.hour : start;
    account.batches += 1;
    account.has += amount;
    const id = `s${sale}/${rule}/cus_1/${account.batches}`;
    const units = this.issue({ id, type, sale, rule, opens, closes: opens + this.terms.expiry }, amount);
    if (opens > this.hour) return;
    for (const unit of units) unit.state = 'active';
    this.arrive(units);
  }

  private takeOne(account: Account): void {
    const { sale, type } = account;
    const policy = this.terms.policies[sale];
    const all = this.inOrder(({ batch }) => batch.type === type);
    const own = all
      .filter(({ batch }) => batch.sale === sale)
      .sort((a, b) => mine(b, account) - mine(a, account));
    const counted = this.accounts
      .filter((other) => other.sale === sale && other.type === type)
      .reduce((sum, { lapsed }) => sum + lapsed, 0);
    const reachable =
      own.find(({ state }) => state === 'pending') ?? own.find(({ state }) => state === 'active');
    const other =
      policy === 'pending_only'
        ? undefined
        : all.find(({ state, batch }) => state === 'active' && batch.sale !== sale);
    if (reachable) reachable.state = 'reversed';
    else if (own.filter(({ state }) => state === 'expired').length > counted) {
      account.lapsed += 1;
      return;
    } else if (other) other.state = 'reversed';
    else if (policy === 'allow_debt') this.owed[type] += 1;
    else {
      account.forgiven += 1;
      return;
    }
    account.has -= 1;
  }

  private reserve({ type, amount, confirm, on }: Extract<Command, { do: 'reserve' }>): string {
    const units = this.inOrder(({ state, batch }) => state === 'active' && batch.type === type).slice(
      0,
      amount,
    );
    if (units.length < amount) return 'insufficient_balance';
    for (const unit of units) unit.state = 'reserved';
    const id = `red${this.holdings.length + 1}`;
    const until = this.hour + this.terms.reservation;
    const holding: Holding = { id, state: 'reserved', units, until, confirmed: Number.NaN, on };
    this.holdings.push(holding);
    return confirm ? this.confirm(holding) : 'done';
  }

  private adjust({ type, amount }: Extract<Command, { do: 'adjust' }>): string {
    this.adjustments += 1;
    if (amount > 0) {
      const id = `adjustment/adj${this.adjustments}`;
      const batch = { id, type, sale: null, rule: null, opens: this.hour, closes: Infinity };
      const units = this.issue(batch, amount);
      for (const unit of units) unit.state = 'active';
      this.arrive(units);
      return 'done';
    }
    const units = this.inOrder(({ state, batch }) => state === 'active' && batch.type === type);
    if (units.length < -amount) return 'insufficient_balance';
    for (const unit of units.slice(0, -amount)) unit.state = 'reversed';
    return 'done';
  }

  private confirm(holding: Holding): string {
    if (holding.state === 'confirmed') return 'done';
    if (holding.state === 'released' || holding.state === 'expired') return 'reservation_expired';
    if (holding.state !== 'reserved') return 'invalid_request';
    for (const unit of holding.units) unit.state = 'spent';
    holding.state = 'confirmed';
    holding.confirmed = this.hour;
    return 'done';
  }

  private release(holding: Holding): string {
    if (holding.state === 'reserved') this.letGo(holding, 'released');
    return holding.state === 'released' ? 'done' : 'invalid_request';
  }

  private rollback(holding: Holding): string {
    if (holding.state === 'rolled_back') return 'already_rolled_back';
    if (holding.state !== 'confirmed') return 'invalid_request';
    if (this.hour >= holding.confirmed + this.terms.rollbackWindow) return 'rollback_window_closed';
    this.giveBack(holding);
    return 'done';
  }

  private refund(holding: Holding): void {
    this.wake(this.hour);
    if (holding.state === 'confirmed') this.giveBack(holding);
    if (holding.state === 'reserved') this.letGo(holding, 'released');
  }

  private letGo(holding: Holding, state: 'released' | 'expired'): void {
    for (const { batch } of holding.units)
      if (batch.closes <= this.hour) batch.closes = this.hour + this.terms.grace;
    this.comeBack(holding, state);
  }

  private giveBack(holding: Holding): void {
    for (const { batch } of holding.units)
      batch.closes = Math.max(batch.closes, this.hour + this.terms.grace);
    this.comeBack(holding, 'rolled_back');
  }

  private comeBack(holding: Holding, state: Holding['state']): void {
    holding.state = state;
    for (const unit of holding.units) unit.state = 'active';
    this.arrive(holding.units);
  }
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 1 for a unit of the account's own rule, 0 for another. */
function mine({ batch }: Unit, { rule }: Account): number {
  return batch.rule === rule ? 1 : 0;
}

function wanted(x: number, y: number, p: number): Wanted[] {
  return [
    { rule: 'x', type: 'cashback', amount: x },
    { rule: 'y', type: 'cashback', amount: y },
    { rule: 'p', type: 'points', amount: p },
  ];
}
