import { Writable } from 'node:stream';
import type { Express } from 'express';
import request from 'supertest';
import { createApp } from '../../src/api';
import type { AppDeps } from '../../src/api/http';
import { loadConfig } from '../../src/config';
import { createLogger } from '../../src/log';
import type { Instant } from '../../src/loyalty';
import type { TemplateMessage } from '../../src/messaging';
import {
  aConnection,
  aCustomer,
  aRedemption,
  aSale,
  aVerification,
  aWallet,
  BLING_FORMER_SECRET,
  BLING_SECRET,
  META_SECRET,
  MINE,
  MY_KEY,
  NOW,
  THEIR_KEY,
  THEIRS,
  VERIFY_TOKEN,
} from './builders';
import { aKeyCaller } from './callers';
import { createFakeBling } from './fakes/bling';
import type { FakeBling } from './fakes/bling';
import { createFakeMail } from './fakes/mail';
import type { FakeMail } from './fakes/mail';
import { createFakeStore } from './fakes/store';
import type { Holdings } from './fakes/holdings';
import type { FakeStore } from './fakes/store';
import { noReports } from './fakes/reports';
import { createFakeRuns } from './fakes/runs';
import type { FakeRuns } from './fakes/runs';

/** The API over fakes of what it works with, and everything a test looks at. */
export interface AnApi extends FakeStore {
  app: Express;
  runs: FakeRuns;
  bling: FakeBling;
  mail: FakeMail;
  /** Texts of ours that answer what customers wrote. */
  answered: { to: string; text: string }[];
  /** Templates that went out by WhatsApp. */
  templates: TemplateMessage[];
  clock: { now: Instant };
  /** Everything logged so far. */
  logged(): string;
  /** Calls as my merchant. */
  get(path: string): request.Test;
  put(path: string, body: object): request.Test;
  patch(path: string, body: object): request.Test;
  /** With an idempotency key. */
  post(path: string, body?: object, key?: string): request.Test;
}

/** My merchant with a connection, a customer, a sale and a reservation; another merchant with a key and nothing else. */
export function anApi(change: Partial<Holdings> = {}, env: Record<string, string> = {}): AnApi {
  const holds: Holdings = {
    standIns: new Map(),
    keys: new Map([
      [MY_KEY, aKeyCaller(MINE, 'my-key')],
      [THEIR_KEY, aKeyCaller(THEIRS, 'their-key')],
    ]),
    people: [],
    memberships: [],
    sessions: new Map(),
    suspended: [],
    activations: new Map(),
    texts: new Map(),
    settings: new Map(),
    secondFactors: new Set(),
    connections: [aConnection()],
    reconciliations: [],
    callStops: new Map(),
    customers: [aCustomer()],
    consents: [],
    links: [],
    suppressed: new Set(),
    refused: new Set(),
    unreachable: [],
    pauses: [],
    wallets: new Map([['cus_1', aWallet()]]),
    sales: [aSale()],
    entries: [],
    messages: [],
    redemptions: [aRedemption()],
    programs: [],
    imports: [],
    contactImports: [],
    verification: aVerification(),
    alerts: [],
    attempts: [],
    balanceAttempts: [],
    grants: [],
    simulations: [],
    merges: [],
    reviews: [],
    audit: [],
    shops: [],
    reports: noReports(),
    skewMs: 0,
    ...change,
  };
  const fake = createFakeStore(holds);
  const config = testConfig(env);
  const runs = createFakeRuns(config.saleCoalesceMs);
  const bling = createFakeBling();
  const mail = createFakeMail();
  const clock = { now: NOW };
  const lines: string[] = [];
  const log = createLogger('debug', sink(lines));
  const answered: AnApi['answered'] = [];
  const templates: AnApi['templates'] = [];
  const sendText: NonNullable<AppDeps['whatsapp']>['sendText'] = (message) => {
    answered.push(message);
    return Promise.resolve({ providerId: 'wamid.answer', waId: null });
  };
  const app = createApp({
    config,
    log,
    store: fake.store,
    runs,
    bling,
    whatsapp: {
      sendText,
      pageButton: true,
      sendTemplate: (message) => {
        templates.push(message);
        return Promise.resolve({ providerId: 'wamid.test', waId: null });
      },
    },
    mail: mail.mail,
    now: () => clock.now,
  });
  const signed = (test: request.Test): request.Test => test.set('authorization', `Bearer ${MY_KEY}`);
  return {
    ...fake,
    app,
    runs,
    bling,
    mail,
    answered,
    templates,
    clock,
    logged: () => lines.join(''),
    get: (path) => signed(request(app).get(path)),
    put: (path, body) => signed(request(app).put(path)).send(body),
    patch: (path, body) => signed(request(app).patch(path)).send(body),
    post: (path, body = {}, key = 'key-1') =>
      signed(request(app).post(path)).set('idempotency-key', key).send(body),
  };
}

function testConfig(env: Record<string, string>): ReturnType<typeof loadConfig> {
  return loadConfig({
    BLING_CLIENT_SECRET: BLING_SECRET,
    BLING_CLIENT_SECRET_PREVIOUS: BLING_FORMER_SECRET,
    BLING_CLIENT_ID: 'client-id',
    WHATSAPP_APP_SECRET: META_SECRET,
    WHATSAPP_VERIFY_TOKEN: VERIFY_TOKEN,
    SALE_SETTLE: 'PT5S',
    ...env,
  });
}

function sink(lines: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
}

/** The problem document an answer is. */
export function problemIn(
  answer: request.Response,
): Record<string, unknown> & { code: string; detail: string; errors?: { field: string; message: string }[] } {
  const { body } = answer as { body: unknown };
  const document =
    typeof body === 'object' && body !== null && 'code' in body ? body : (JSON.parse(answer.text) as object);
  return document as Record<string, unknown> & { code: string; detail: string };
}
