import type { ProgramInput, Rule, Template } from './input';

type Filled<T> = { [K in keyof T]-?: NonNullable<T[K]> };

/** A program version with every default of R40 filled in. */
export interface Program {
  zone: string;
  base: Filled<NonNullable<ProgramInput['earning']['base']>>;
  combine: 'best' | 'first' | 'stack';
  rules: Rule[];
  holding: string;
  expiry: ProgramInput['expiry'];
  redemption: Filled<NonNullable<ProgramInput['redemption']>>;
  returns: Filled<NonNullable<ProgramInput['returns']>>;
  vouchers: Record<string, Template>;
  /** How long before an end its customer is to be reminded of it, where nothing ends before they could be (fair expiry). */
  owedReminders: string[];
}

/** Fills the defaults in (R40). */
export function readProgram(input: ProgramInput): Program {
  return {
    zone: input.timezone,
    base: {
      includeFreight: false,
      includeOtherExpenses: false,
      excludeBenefitPaid: true,
      earnOnRedeemed: true,
      ...input.earning.base,
    },
    combine: input.earning.combine ?? 'best',
    rules: input.earning.rules,
    holding: input.holding?.after ?? 'PT0S',
    expiry: input.expiry,
    redemption: {
      minSaleCents: 0,
      minBalanceCents: 0,
      maxShareBps: 10_000,
      pointValueCents: 1,
      reservation: 'PT15M',
      rollbackWindow: 'P90D',
      graceAfterRollback: 'P7D',
      ...input.redemption,
    },
    returns: { clawback: 'allow_debt', refundSpent: true, ...input.returns },
    vouchers: input.vouchers ?? {},
    owedReminders: remindersOwed(input),
  };
}

/** Fair unless it says otherwise. */
function remindersOwed({ messages }: ProgramInput): string[] {
  const { before = [], fair = true } = messages?.expiring ?? {};
  return fair ? before : [];
}
