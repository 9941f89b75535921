import { checkProgram } from '../../../src/loyalty/program';
import type { Program, ProgramInput, ProgramProblem } from '../../../src/loyalty/program';

type RuleInput = ProgramInput['earning']['rules'][number];

/** 5% cashback, the smallest rule there is. */
export const FIVE_PERCENT: RuleInput = { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } };

/** A program as a merchant would write it, with only what a test is about. */
export function programInput(parts: Partial<ProgramInput> = {}): ProgramInput {
  return { name: 'Clube da Loja', earning: { rules: [FIVE_PERCENT] }, ...parts };
}

/** A program whose only rule is 5% cashback and whatever the test adds. */
export function withRule(rule: object): unknown {
  return programInput({ earning: { rules: [{ ...FIVE_PERCENT, ...rule }] } });
}

/** The published program. @throws Error with the problems when it is refused. */
export function published(json: unknown): Program {
  const check = checkProgram(json);
  if (!check.ok) throw new Error(JSON.stringify(check.problems));
  return check.program;
}

/** The problems of a program that must be refused. */
export function problemsIn(json: unknown): ProgramProblem[] {
  const check = checkProgram(json);
  return check.ok ? [] : check.problems;
}

/** Their paths alone. */
export function pathsIn(json: unknown): string[] {
  return problemsIn(json).map(({ path }) => path);
}

/** The program of the design, with every block in use. */
export const FULL_PROGRAM: ProgramInput = {
  name: 'Clube da Loja',
  timezone: 'America/Sao_Paulo',
  earning: {
    base: {
      includeFreight: false,
      includeOtherExpenses: false,
      excludeBenefitPaid: true,
      earnOnRedeemed: true,
    },
    combine: 'best',
    rules: [
      {
        id: 'cashback-5',
        grant: { type: 'cashback', rateBps: 500 },
        when: { minSaleCents: 5000 },
        capPerSaleCents: 5000,
      },
      { id: 'pontos', grant: { type: 'points', points: 1, perCents: 100 } },
      { id: 'vale-volta', grant: { type: 'voucher', template: 'volta-20' }, when: { minSaleCents: 20000 } },
    ],
  },
  holding: { after: 'P8D' },
  expiry: { after: 'P90D', roundUpTo: 'day' },
  redemption: {
    minSaleCents: 0,
    minBalanceCents: 0,
    maxShareBps: 3000,
    pointValueCents: 1,
    reservation: 'PT15M',
    rollbackWindow: 'P90D',
    graceAfterRollback: 'P7D',
  },
  returns: { clawback: 'allow_debt', refundSpent: true },
  vouchers: {
    'volta-20': { discount: { type: 'amount', cents: 2000 }, minSaleCents: 10000, validity: 'P60D', uses: 1 },
  },
  messages: {
    earned: { channels: ['whatsapp', 'email'] },
    expiring: { before: ['P7D', 'P1D'] },
    expired: {},
    repurchase: { after: 'P45D' },
  },
};
