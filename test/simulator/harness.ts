import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { startSimulator } from '../../simulator';
import type { Simulator, SimulatorOptions } from '../../simulator';

export const client = { clientId: 'app-test', clientSecret: 'bling-test-client-secret' };
export const callback = 'http://127.0.0.1:1/integrations/bling/callback';

/** Everything opened by a test file; closed by `closeAll`. */
const opened: (() => Promise<void>)[] = [];

/** Closes what was opened since the last call, the last first. */
export async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}

/** A simulator with the app registered. */
export async function simulate(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startSimulator({ ...client, redirectUrl: callback, ...options });
  opened.push(() => simulator.close());
  return simulator;
}

/** What an endpoint received. */
export interface Call {
  headers: IncomingHttpHeaders;
  raw: string;
  json: { event: string; eventId: string; companyId: string; date: string; data: Record<string, unknown> };
}

/** An endpoint that keeps what it gets and answers as told. */
export interface Endpoint {
  url: string;
  calls: Call[];
  /** The status for the call number `index`; 0: no answer at all. */
  answer: (index: number) => number;
  /** Resolves once so many calls have come. */
  received: (count: number) => Promise<Call[]>;
}

/** Starts an endpoint that answers 200. */
export async function endpoint(): Promise<Endpoint> {
  const waiting: { count: number; resolve: (calls: Call[]) => void }[] = [];
  const kept: Endpoint = {
    url: '',
    calls: [],
    answer: () => 200,
    received: (count) =>
      kept.calls.length >= count
        ? Promise.resolve(kept.calls)
        : new Promise((resolve) => waiting.push({ count, resolve })),
  };
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      kept.calls.push({ headers: req.headers, raw, json: JSON.parse(raw) as Call['json'] });
      const status = kept.answer(kept.calls.length - 1);
      if (status !== 0) res.writeHead(status).end();
      for (const one of waiting) if (kept.calls.length >= one.count) one.resolve(kept.calls);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  kept.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  opened.push(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
  return kept;
}

/** The bodies of refusals. */
export interface ErrorBody {
  error: { type: string; message: string; description: string; limit?: number; period?: string };
}

/** An answer with its JSON body, which a test names when it is not a refusal. */
export interface Answer<T = ErrorBody> {
  status: number;
  headers: Headers;
  body: T;
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  return { status: response.status, headers: response.headers, body: (await response.json()) as T };
}

export const basic = (id = client.clientId, secret = client.clientSecret): string =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

/** Posts a form to the token endpoint (or another one of OAuth). */
export async function postForm<T = ErrorBody>(
  url: string,
  form: Record<string, string>,
  headers: Record<string, string> = { Authorization: basic() },
): Promise<Answer<T>> {
  return answerOf<T>(await fetch(url, { method: 'POST', headers, body: new URLSearchParams(form) }));
}

/** A fresh code for a company. */
export function codeOf(simulator: Simulator, company = 0): string {
  return new URL(simulator.approve({ state: 'state', company })).searchParams.get('code') as string;
}

export interface Tokens {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  token_type: string;
  scope: string;
}

/** Connects the app to a company, with JWTs. */
export async function connect(simulator: Simulator, company = 0): Promise<Tokens> {
  const form = { grant_type: 'authorization_code', code: codeOf(simulator, company) };
  const headers = { Authorization: basic(), 'enable-jwt': '1' };
  return (await postForm<Tokens>(simulator.tokenUrl, form, headers)).body;
}

/** Asks the API. */
export async function ask<T = ErrorBody>(
  simulator: Simulator,
  token: string,
  path: string,
): Promise<Answer<T>> {
  const headers = { Authorization: `Bearer ${token}`, 'enable-jwt': '1' };
  return answerOf<T>(await fetch(`${simulator.blingApiUrl}${path}`, { headers }));
}
