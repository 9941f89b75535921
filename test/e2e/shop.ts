import { cpf } from 'cpf-cnpj-validator';
import type { CompanyHandle, Contact, Order, OrderDraft } from '../../simulator';
import type { Tenant } from './house';
import type { HttpClient } from './http-client';

/** The parts of a sale that tests look at. */
export interface SaleJson {
  id: string;
  externalId: string;
  status: string;
  customerId: string | null;
  earnedCents: number;
  explanation: { lines: string[] }[];
  refusal: string | null;
  timeline: { event: string; text: string }[];
}

export interface WalletJson {
  cashback: { activeCents: number; pendingCents: number; reservedCents: number; debtCents: number };
  expirations: { date: string; cents?: number }[];
}

let people = 0;

/** A new customer with everything to be recognised and written to. */
export function aBuyer(company: CompanyHandle): Contact {
  people += 1;
  const tail = String(70_000_000 + company.index * 100_000 + people);
  return company.addContact({
    name: `Beatriz Compradora ${'abcdefghij'.charAt(people % 10)}`,
    document: cpf.format(cpf.generate()),
    mobile: `(11) 9${tail.slice(0, 4)}-${tail.slice(4)}`,
    email: `compradora.${company.index}.${people}.${Date.now()}@correio.com.br`,
  });
}

/** An order in "Em aberto". */
export function anOrder(company: CompanyHandle, draft: OrderDraft): Order {
  return company.createOrder(draft);
}

/** A completed order of R$ 200,00 by somebody with a phone. */
export function aCompletedOrder(company: CompanyHandle, more: { email?: string } = {}): number {
  const contact = company.addContact({
    name: 'Ana Souza',
    document: '529.982.247-25',
    mobile: '(11) 98765-4321',
    ...more,
  });
  const order = company.createOrder({ contactId: contact.id, totalCents: 20_000 });
  company.completeOrder(order.id);
  return order.id;
}

export async function walletOf(api: HttpClient, customerId: string): Promise<WalletJson> {
  return (await api.get<WalletJson>(`/v1/customers/${customerId}/wallet`)).expect(200).body;
}

interface LedgerProblem {
  subject: string;
  problem: string;
}

/** What does not hold, of all of a merchant's ledger. */
export async function ledgerProblems({ api }: Pick<Tenant, 'api'>): Promise<LedgerProblem[]> {
  const found: LedgerProblem[] = [];
  for (let after: string | null = ''; after !== null;) {
    const path: string = `/v1/ledger/verify${after === '' ? '' : `?after=${after}`}`;
    type Part = { problems: LedgerProblem[]; next: string | null };
    const part: Part = (await api.get<Part>(path)).expect(200).body;
    found.push(...part.problems);
    after = part.next;
  }
  return found;
}

/** Fails with what does not hold. */
export async function verifyLedger(tenant: Pick<Tenant, 'api'>): Promise<void> {
  const problems = await ledgerProblems(tenant);
  if (problems.length > 0) throw new Error(`The ledger does not hold: ${JSON.stringify(problems)}`);
}
