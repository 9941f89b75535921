import { expect } from '@jest/globals';
import request from 'supertest';
import type { AnApi } from '../../an-api';

/** The address of the page that names the account. */
export async function begin({ get }: AnApi): Promise<URL> {
  const answer = await get('/integrations/bling/authorize').set('accept', 'application/json').expect(200);
  return new URL((answer.body as { url: string }).url);
}

/** A browser: it keeps its cookies. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  /** @param session the cookie of whoever is signed in there */
  constructor(
    private readonly api: AnApi,
    session?: string,
  ) {
    const [name, value] = session?.split('=') ?? [];
    if (name !== undefined && value !== undefined) this.cookies.set(name, value);
  }

  async open(address: string, query: Record<string, string> = {}): Promise<request.Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await request(this.api.app).get(address).query(query).set('cookie', cookie);
    for (const line of answer.get('Set-Cookie') ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.cookies.set(name, value);
    }
    return answer;
  }

  signOut(): void {
    this.cookies.delete('retorno_session');
  }

  /** Sees which account it is, and goes on. @returns the state, as Bling is given it */
  async goOn(page: URL): Promise<string> {
    const { text } = await this.open(page.pathname + page.search);
    const onward = await this.open(linkIn(text));
    expect(onward.status).toBe(302);
    return new URL(onward.headers['location'] as string).searchParams.get('state')!;
  }

  callback(query: Record<string, string>): Promise<request.Response> {
    return this.open('/integrations/bling/callback', query);
  }
}

/** Where the link of the page that names the account leads. */
export function linkIn(html: string): string {
  const href = /<a href="([^"]+)"/.exec(html)![1]!.replace(/&#38;/g, '&');
  const { pathname, search } = new URL(href, 'http://localhost/integrations/bling/connect');
  return pathname + search;
}

/** An authorisation that is begun, agreed to, and comes back in one browser. */
export async function consented(api: AnApi): Promise<{ state: string; browser: Browser }> {
  const browser = new Browser(api);
  return { state: await browser.goOn(await begin(api)), browser };
}

/** The callback of an authorisation that is begun for it. */
export async function callOnce(api: AnApi, code: string, status: number): Promise<request.Response> {
  const { state, browser } = await consented(api);
  return callback(api, { code, state }, status, browser);
}

export async function callback(
  api: AnApi,
  query: Record<string, string>,
  status: number,
  browser = new Browser(api),
): Promise<request.Response> {
  const answer = await browser.callback(query);
  expect([answer.status, answer.text]).toEqual([status, answer.text]);
  return answer;
}
