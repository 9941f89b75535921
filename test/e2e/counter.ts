import { cpf } from 'cpf-cnpj-validator';
import type { Tenant } from './house';
import type { Answer } from './http-client';
import { toTheEnd } from './to-the-end';
import { until } from './until';

/** The parts of a sale that the tests of the counter look at. */
export interface CounterSale {
  id: string;
  externalId: string;
  status: string;
  customerId: string | null;
  earnedCents: number;
  returnedCents: number;
  refundedCents: number;
  returns: { id: string; amountCents: number; items: object[]; reason: string | null }[];
  benefit: {
    activeCents: number;
    takenBackCents: number;
    vouchers: { code: string; template: string; state: string; usesLeft: number }[];
  };
  explanation: { lines: string[] }[];
  timeline: { event: string; text: string }[];
}

/** A use of a voucher, or the problem in its place. */
export interface UseJson {
  id: string;
  state: string;
  code: string;
  discountCents: number;
  unusedCents: number;
  usesLeft: number;
  reservedUntil: string;
}

let posts = 0;

/** A sale at the counter of a store, by somebody new. */
export function aCounterSale(storeId: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  posts += 1;
  return {
    channel: 'pos',
    externalId: `CX-${storeId}-${posts}`,
    storeId,
    soldAt: new Date().toISOString(),
    totalCents: 10_000,
    customer: { name: 'Severina Balcão', document: cpf.generate() },
    status: 'completed',
    ...change,
  };
}

/** Tells a sale, and waits until it looks as wanted. */
export async function sold(
  { api }: Pick<Tenant, 'api'>,
  posted: Record<string, unknown>,
  wanted: (sale: CounterSale) => boolean = ({ status }) => status === 'active',
): Promise<CounterSale> {
  // The identity of a posted sale is its key: told again it is the same one.
  const answer = await toTheEnd(() => api.post<CounterSale & { code?: string }>('/v1/sales', posted));
  const { id } = answer.expect(201).body;
  return saleUntil({ api }, id, wanted);
}

/** The sale once it looks as wanted. */
export async function saleUntil(
  { api }: Pick<Tenant, 'api'>,
  id: string,
  wanted: (sale: CounterSale) => boolean,
): Promise<CounterSale> {
  return until(`sale ${id} to be as wanted`, async () => {
    const { body } = (await api.get<CounterSale>(`/v1/sales/${id}`)).expect(200);
    return wanted(body) ? body : null;
  });
}

/** What answers came to: the status, and the code of a problem. */
export function outcomes(answers: readonly Answer<{ code?: string; title?: string }>[]): string[] {
  return answers.map(({ status, body }) => (status < 400 ? String(status) : `${status} ${body.code}`)).sort();
}

/** How often each text is there. */
export function tally(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}
