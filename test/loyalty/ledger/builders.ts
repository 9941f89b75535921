import { Refusal } from '../../../src/loyalty/basis';
import type {
  Adjustment,
  BenefitDates,
  BenefitType,
  Deserved,
  Entry,
  RedemptionTerms,
  SaleSettlement,
} from '../../../src/loyalty/ledger';
import type { ReserveCommand } from '../../../src/loyalty/redemption';
import type { CustomerLedger } from './customer-ledger';

export const ZONE = 'America/Sao_Paulo';
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The instant of a local time in São Paulo, `2026-03-10T12:00`. */
export function at(local: string): number {
  return Date.parse(`${local}-03:00`);
}

/** Tuesday noon, when most of these stories begin. */
export const NOON = at('2026-03-10T12:00');

/** What a sale deserves in cashback by its only rule, `r`, or a list of what it deserves by several. */
export type Deserves = number | Deserved[];

export function byRule(ruleId: string, amount: number, type: BenefitType = 'cashback'): Deserved {
  return { ruleId, type, amount };
}

type SaleParts = Partial<Omit<SaleSettlement, 'saleId' | 'deserved'>> & {
  activatesAt?: number;
  expiresAt?: number | null;
  /** Dates from now, where the sale's have lapsed; the same where a test has no interest in it. */
  datesFromNow?: BenefitDates;
};

/** A sale as its settlement sees it: usable from noon on and never expiring unless the test says otherwise. */
export function aSale(saleId: string, deserves: Deserves, parts: SaleParts = {}): SaleSettlement {
  const { activatesAt = NOON, expiresAt = null, datesFromNow, ...rest } = parts;
  const dates = { activatesAt, expiresAt };
  return {
    saleId,
    programVersion: 1,
    zone: ZONE,
    policy: 'allow_debt',
    deserved: typeof deserves === 'number' ? [byRule('r', deserves)] : deserves,
    month: '2026-03',
    dates: (_deserved, from) => (from === 'now' && datesFromNow ? datesFromNow : dates),
    ...rest,
  };
}

export const TERMS: RedemptionTerms = {
  reservation: 'PT15M',
  rollbackWindow: 'P90D',
  graceAfterRollback: 'P7D',
  pointValueCents: 1,
};

type ReserveParts = Partial<ReserveCommand> & { terms?: RedemptionTerms };

/** A redemption of cashback on a sale large enough for anything. */
export function aRedemption(id: string, amount: number, parts: ReserveParts = {}): ReserveCommand {
  return {
    id,
    type: 'cashback',
    amount,
    saleTotalCents: 1_000_000,
    freightCents: 0,
    saleRef: null,
    operator: null,
    storeId: null,
    zone: ZONE,
    terms: TERMS,
    limits: { minSaleCents: 0, minBalanceCents: 0, maxShareBps: 10_000 },
    confirm: false,
    sales: [],
    ...parts,
  };
}

/** A manual credit (above zero) or debit that somebody gave a reason for. */
export function anAdjustment(id: string, amount: number, parts: Partial<Adjustment> = {}): Adjustment {
  return {
    id,
    type: 'cashback',
    amount,
    operator: 'ana',
    reason: 'cortesia',
    zone: ZONE,
    programVersion: 1,
    expiresAt: null,
    ...parts,
  };
}

/** A lot's short name: its sale, `sale.rule` where the rule is not `r`, and `#2` from the second revision on. */
export function nameOf(lotId: string): string {
  const [sale, rule, , revision] = lotId.split('/');
  if (sale === 'adjustment') return `adjustment ${rule}`;
  return `${sale}${rule === 'r' ? '' : `.${rule}`}${revision === '1' ? '' : `#${revision}`}`;
}

/** An entry on one line: `CLAWBACK a:30 b:10`, `DEBT_OPEN +60`. */
export function line({ type, moves, debt }: Entry): string {
  const parts = moves.map(({ lotId, amount }) => `${nameOf(lotId)}:${amount}`);
  return [type, ...parts, ...(debt === 0 ? [] : [debt > 0 ? `+${debt}` : `${debt}`])].join(' ');
}

/** The lines of what `doing` added to the ledger. */
export function added(ledger: CustomerLedger, doing: () => void): string[] {
  const before = ledger.entries.length;
  doing();
  return ledger.entries.slice(before).map(line);
}

/** A lot's buckets that hold something, by short name: `{ a: { active: 10 } }`. */
export function holdings(ledger: CustomerLedger): Record<string, Record<string, number>> {
  return Object.fromEntries(
    ledger
      .wallet()
      .lots.map((lot) => [
        nameOf(lot.id),
        Object.fromEntries(Object.entries(lot.buckets).filter(([, amount]) => amount !== 0)),
      ]),
  );
}

/** The code of the refusal that `doing` meets, `done` where it meets none; anything else thrown is thrown on. */
export function outcome(doing: () => unknown): string {
  return refusal(doing)?.code ?? 'done';
}

/** The refusal itself, with its facts; null where there is none. */
export function refusal(doing: () => unknown): Refusal | null {
  try {
    doing();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
