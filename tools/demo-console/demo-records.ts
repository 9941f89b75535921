import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { RetornoToolError } from '../processes';

/** A spreadsheet of customers. */
const SHEET = `Nome;CPF;Telefone
Marina Lopes;529.982.247-25;(11) 97654-1234
Marina L. Prado;390.533.447-05;(11) 97654-1234
`;

/** What the demo shop gets to show besides its sales. */
export interface DemoRecords {
  readonly importId: string;
  /** Of an invitation that waits for somebody. */
  readonly invitation: string;
}

/**
 * Imports a spreadsheet, and invites somebody.
 * @param page of the demo's owner, who has signed in
 * @throws RetornoToolError where the installation does not take them
 */
export async function demoRecords(tool: string, page: Page): Promise<DemoRecords> {
  const call = async <T>(method: string, path: string, data?: object | string): Promise<T> => {
    const { origin } = new URL(await page.evaluate<string>('document.baseURI'));
    const type = typeof data === 'string' ? 'text/csv' : 'application/json';
    const sent = { 'content-type': type, 'idempotency-key': randomUUID() };
    const headers = { origin, ...(data === undefined ? {} : sent) };
    const answer = await page.request.fetch(path, {
      method,
      headers,
      ...(data === undefined ? {} : { data }),
    });
    if (answer.ok()) return (await answer.json()) as T;
    throw new RetornoToolError(
      tool,
      `${method} ${path} was answered ${answer.status()}: ${await answer.text()}`,
    );
  };
  const { id: importId } = await call<{ id: string }>('POST', 'v1/imports?kind=customers', SHEET);
  const email = `convite-${importId}@example.com`;
  const invited = { email, name: 'Nova Gerente', role: 'manager' };
  const { link } = await call<{ link: string }>('POST', 'v1/people', invited);
  const { hash } = new URL(link);
  return { importId, invitation: `convite${hash}` };
}
