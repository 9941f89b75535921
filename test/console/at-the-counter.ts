import { cpf } from 'cpf-cnpj-validator';
import type { Page } from 'playwright-core';
import { aCounterSale, sold } from '../e2e/counter';
import type { CounterSale } from '../e2e/counter';
import type { House, Tenant } from '../e2e/house';
import type { ABrowser } from './a-browser';
import { signIn } from './signed-in';

/** Somebody who has bought, and so has something to use. */
export interface Buyer {
  name: string;
  /** `529.982.247-25`. */
  document: string;
  /** Digits with area code. */
  phone: string;
  customerId: string;
  sale: CounterSale;
}

let buyers = 0;

/** A phone that nobody has, in digits with area code. */
export function aPhone(): string {
  buyers += 1;
  return `1198${String(7_000_000 + buyers * 1_117).padStart(7, '0')}`;
}

/** Somebody new who bought goods of so many cents; the program of the house says what that earns. */
export async function aBuyer(tenant: Tenant, name: string, totalCents = 50_000): Promise<Buyer> {
  const document = cpf.format(cpf.generate());
  const phone = aPhone();
  const customer = { name, document, phone };
  const sale = await sold(tenant, aCounterSale('centro', { totalCents, customer }));
  return { name, document, phone, customerId: sale.customerId!, sale };
}

/** The counter, open and signed in. */
export async function openCounter(page: Page, { url }: House): Promise<void> {
  await page.goto(`${url}/balcao`);
  await field(page).waitFor();
}

/** The counter in a browser of its own, with a member of staff at it. */
export async function staffAtCounter(browser: ABrowser, house: House): Promise<Page> {
  const page = await browser.page();
  await signIn(page, house, 'staff');
  await openCounter(page, house);
  return page;
}

/** Looks for somebody, or for a voucher. */
export async function find(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await page.keyboard.press('Enter');
}

/** Says yes to what the counter asks before it moves anything. */
export function confirm(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Confirmar (Enter)' }).click();
}

/** The one field. */
export function field(page: Page): ReturnType<Page['getByLabel']> {
  return page.getByLabel('CPF, telefone ou código do vale');
}

/** Somebody's card, once the field has found them. */
export function card(page: Page, name: string): ReturnType<Page['getByRole']> {
  return page.getByRole('region', { name });
}

/** Which element of the page has the focus, by its label or text. */
export function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    `(() => { const at = document.activeElement; return at.labels?.[0]?.innerText ?? at.innerText ?? ''; })()`,
  );
}

/** Types an amount of a purchase and asks for what there is. */
export async function askFor(page: Page, total: string, amount?: string): Promise<void> {
  await page.getByLabel('Valor da compra').fill(total);
  if (amount !== undefined) await page.getByLabel('Quanto resgatar').fill(amount);
  await page.getByRole('button', { name: 'Resgatar (Enter)' }).click();
}

/** The API's own view of what somebody has. */
export async function activeCents({ api }: Tenant, customerId: string): Promise<number> {
  type Wallet = { cashback: { activeCents: number } };
  return (await api.get<Wallet>(`/v1/customers/${customerId}/wallet`)).expect(200).body.cashback.activeCents;
}

/** What the ledger has of uses of somebody's cashback: how much each entry took, the newest first. */
export async function usesOf({ store, tenant }: House, customerId: string): Promise<number[]> {
  const lines = await store.ledger.statement(tenant.merchantId, customerId, { limit: 100 });
  return lines
    .filter(({ type, benefit }) => type === 'SPEND' && benefit === 'cashback')
    .map(({ moves }) => moves.reduce((sum, { amount }) => sum + amount, 0));
}

/** Types as a person does: far slower than a scanner, however busy the machine. */
export function typed(page: Page, text: string): Promise<void> {
  return page.keyboard.type(text, { delay: 70 });
}
