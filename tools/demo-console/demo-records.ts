import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { RetornoToolError } from '../processes';
import type { DemoCustomer } from './demo-console';

/** A spreadsheet of customers. */
const SHEET = `Nome;CPF;Telefone
Marina Lopes;529.982.247-25;(11) 97654-1234
Marina L. Prado;390.533.447-05;(11) 97654-1234
`;

const PATIENCE_MS = 120_000;

/** What the demo shop gets to show besides its sales. */
export interface DemoRecords {
  readonly importId: string;
  /** Of an invitation that waits for somebody. */
  readonly invitation: string;
  /** Of two sales that may be one purchase. */
  readonly reviewId: string;
  readonly messageId: string;
  /** Of a draft that gives more, over all past sales. */
  readonly simulationId: string;
  /** Where a customer's own page lies. */
  readonly ownPage: string;
}

type Call = <T>(method: string, path: string, data?: object | string) => Promise<T>;

/**
 * Imports a spreadsheet, invites somebody, tells of a sale a second time, and plays a draft of the program over past sales.
 * @param page of the demo's owner, who has signed in
 * @throws RetornoToolError where the installation does not take them
 */
export async function demoRecords(tool: string, page: Page, demo: DemoCustomer): Promise<DemoRecords> {
  const call = calling(tool, page);
  const { id: importId } = await call<{ id: string }>('POST', 'v1/imports?kind=customers', SHEET);
  const email = `convite-${importId}@example.com`;
  const invited = { email, name: 'Nova Gerente', role: 'manager' };
  const { link } = await call<{ link: string }>('POST', 'v1/people', invited);
  const own = await call<{ pageUrl: string }>('GET', `v1/customers/${demo.customerId}/link`);
  return {
    importId,
    invitation: `convite${new URL(link).hash}`,
    reviewId: await aReview(tool, call, demo),
    messageId: await first(tool, 'A message', () => listed(call, 'v1/messages?limit=1')),
    simulationId: await aSimulation(tool, call),
    ownPage: new URL(own.pageUrl).pathname.slice(1),
  };
}

function calling(tool: string, page: Page): Call {
  return async <T>(method: string, path: string, data?: object | string): Promise<T> => {
    const { origin } = new URL(await page.evaluate<string>('document.baseURI'));
    const type = typeof data === 'string' ? 'text/csv' : 'application/json';
    const sent = { 'content-type': type, 'idempotency-key': randomUUID() };
    const answer = await page.request.fetch(path, {
      ...{ method, headers: { origin, ...(data === undefined ? {} : sent) } },
      ...(data === undefined ? {} : { data }),
    });
    if (answer.ok()) return (await answer.json()) as T;
    throw new RetornoToolError(
      tool,
      `${method} ${path} was answered ${answer.status()}: ${await answer.text()}`,
    );
  };
}

/** A till tells of what Bling has told of already, without its number. */
async function aReview(tool: string, call: Call, { saleId, customerId }: DemoCustomer): Promise<string> {
  const sale = await call<{ totalCents: number; soldAt: string }>('GET', `v1/sales/${saleId}`);
  const known = await call<{ document: { value: string } | null; phones: string[] }>(
    'GET',
    `v1/customers/${customerId}`,
  );
  const document = known.document ? { document: known.document.value } : {};
  await call('POST', 'v1/sales', {
    ...{ channel: 'pos', externalId: `PDV-${randomUUID().slice(0, 8)}`, status: 'completed' },
    ...{ totalCents: sale.totalCents, soldAt: sale.soldAt },
    customer: { ...document, phone: known.phones[0] },
  });
  return first(tool, 'A review', () => listed(call, 'v1/reviews?kind=same_sale&limit=1'));
}

interface DemoProgram {
  program: { earning: { rules: { grant: { rateBps?: number } }[] } };
}

async function aSimulation(tool: string, call: Call): Promise<string> {
  const { program } = await call<DemoProgram>('GET', 'v1/program');
  const rules = program.earning.rules.map((rule) => ({ ...rule, grant: more(rule.grant) }));
  const draft = { ...program, earning: { ...program.earning, rules } };
  const { id } = await call<{ id: string }>('POST', 'v1/program/simulations', { program: draft });
  return first(tool, 'The simulation', async () => {
    const { state } = await call<{ state: string }>('GET', `v1/program/simulations/${id}`);
    return state === 'finished' ? id : null;
  });
}

function more(grant: { rateBps?: number }): object {
  return grant.rateBps === undefined ? grant : { ...grant, rateBps: grant.rateBps + 200 };
}

async function listed(call: Call, path: string): Promise<string | null> {
  const { data } = await call<{ data: { id: string }[] }>('GET', path);
  return data[0]?.id ?? null;
}

/** What there will be soon. */
async function first(tool: string, what: string, look: () => Promise<string | null>): Promise<string> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(500)) {
    const found = await look();
    if (found !== null) return found;
  }
  throw new RetornoToolError(tool, `${what} was not there within two minutes. Run it again later.`);
}
