import { cpf } from 'cpf-cnpj-validator';
import type { ProgramInput, ReserveCommand, SaleSettlement } from '../../src/loyalty';
import type { CustomerContact } from '../../src/store';

const ZONE = 'America/Sao_Paulo';

/** Somebody new, with a valid document. */
export function aContact(change: Partial<CustomerContact> = {}): CustomerContact {
  return {
    externalKey: null,
    name: 'Ana Souza',
    document: cpf.generate(),
    phones: [],
    emails: [],
    birthDate: null,
    ...change,
  };
}

/** A sale that deserves `cents` of cashback, usable at once, for ever. */
export function aSettlement(saleId: string, cents: number, now: number): SaleSettlement {
  const dates = { activatesAt: now, expiresAt: null };
  return {
    saleId,
    programVersion: 1,
    zone: ZONE,
    policy: 'allow_debt',
    deserved: [{ ruleId: 'cashback-5', type: 'cashback', amount: cents }],
    month: '2026-03',
    dates: () => dates,
  };
}

/** Any use of balance the defaults of a program allow (R40). */
export function aReserveCommand(change: Partial<ReserveCommand>): ReserveCommand {
  return {
    id: 'red_1',
    type: 'cashback',
    amount: 100,
    saleTotalCents: 100_000,
    freightCents: 0,
    saleRef: null,
    operator: null,
    storeId: null,
    zone: ZONE,
    terms: { reservation: 'PT15M', rollbackWindow: 'P90D', graceAfterRollback: 'P7D', pointValueCents: 1 },
    limits: { minSaleCents: 0, minBalanceCents: 0, maxShareBps: 10_000 },
    confirm: false,
    sales: [],
    ...change,
  };
}

/** A program that pays 5 % at once, for 90 days. */
export function aProgram(change: Partial<ProgramInput> = {}): ProgramInput {
  return {
    name: 'Clube da Loja',
    earning: { rules: [{ id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } }] },
    holding: { after: 'PT0S' },
    expiry: { after: 'P90D' },
    // Ends stand: tests go to them without waiting for reminders.
    messages: {
      earned: { channels: ['whatsapp', 'email'] },
      expiring: { before: ['P7D', 'P1D'], fair: false },
    },
    ...change,
  };
}
