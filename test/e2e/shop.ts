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

export async function walletOf(api: HttpClient, customerId: string): Promise<WalletJson> {
  return (await api.get<WalletJson>(`/v1/customers/${customerId}/wallet`)).expect(200).body;
}

type VerifiedPart = { problems: unknown[]; next: string | null };

/** Fails with what does not hold. */
export async function verifyLedger({ api }: Pick<Tenant, 'api'>): Promise<void> {
  for (let after: string | null = ''; after !== null;) {
    const path: string = `/v1/ledger/verify${after === '' ? '' : `?after=${after}`}`;
    const { problems, next }: VerifiedPart = (await api.get<VerifiedPart>(path)).expect(200).body;
    if (problems.length > 0) throw new Error(`The ledger does not hold: ${JSON.stringify(problems)}`);
    after = next;
  }
}
