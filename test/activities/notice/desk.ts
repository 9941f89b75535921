import { MockActivityEnvironment } from '@temporalio/testing';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { createGiveUpMessage, createSendMessage } from '../../../src/activities/notice';
import { patched } from '../../../src/loyalty';
import type { MessageRules, Sale } from '../../../src/loyalty';
import { createLogger } from '../../../src/log';
import { SendError } from '../../../src/messaging';
import type { TemplateMessage } from '../../../src/messaging';
import { messageIdOf } from '../../../src/store';
import type { Consent, GivenNotice, Message, Messages, SaleChange, SendPause } from '../../../src/store';
import { AT_ANY_HOUR } from '../../../tools/at-any-hour';
import { plainSpaces } from '../../plain-spaces';
import type { Scene } from '../../loyalty/notice/scene';
import { SOLD_AT } from '../../loyalty/sale/sales';

/** A worker that sends about one sale: what it sent, and the outbox as it stands. */
export interface Desk {
  send(key: string): Promise<unknown>;
  /** The step failed for a day. */
  giveUp(key: string): Promise<unknown>;
  sent: TemplateMessage[];
  /** Since when the merchant's customers are written to. */
  liveAt: Date | null;
  outbox: Map<string, Message>;
  rules: MessageRules;
  /** What else its customer was given lately. */
  given: GivenNotice[];
  /** What is held up of all that it sends by. */
  pauses: SendPause[];
  /** What happens while a message is marked as on its way. */
  meanwhile: () => void;
  /** The place that a message gets among all that its number sends. */
  place: object;
  /** The provider is busy. */
  failing: boolean;
  /** The newest sale of the customer; null: this one. */
  latestSaleId: string | null;
}

const INPUT = {
  merchantId: 'mer_1',
  saleId: 'sal_1',
  channel: 'pos' as const,
  externalId: 'venda-1',
  connectionId: null,
  settleMs: 0,
};

type WalletChange = (book: Scene['book'], now: number) => { result: unknown; sale?: SaleChange };

const UNSENT = { reason: null, providerId: null, attempts: 1, sentAt: null, updatedAt: new Date(SOLD_AT) };

export const MOBILE = { e164: '+5511987654321', key: '1187654321', mobile: true };
export const LANDLINE = { e164: '+551143215678', key: '1143215678', mobile: false };

/** Its customer has these phones and has said these things, newest first. */
export function deskFor(
  scene: Scene,
  phones = [MOBILE],
  told: Pick<Consent, 'channel' | 'given'>[] = [],
  suppressed: ReadonlySet<string> = new Set(),
  refused: readonly string[] = [],
): Desk {
  const sent: TemplateMessage[] = [];
  const outbox = new Map<string, Message>();
  const asMessage = (message: object): Message => message as Message;
  const program = { version: 1, program: scene.program, publishedAt: new Date(SOLD_AT) };
  const store = {
    sales: {
      get: () => Promise.resolve(scene.sale),
      list: () =>
        Promise.resolve<Sale[]>(desk.latestSaleId ? [{ ...scene.sale, id: desk.latestSaleId }] : []),
      change: ({ patch }: SaleChange) => Promise.resolve((scene.sale = patched(scene.sale, patch))),
    },
    programs: { version: () => Promise.resolve(program), current: () => Promise.resolve(program) },
    wallets: {
      read: () => Promise.resolve(structuredClone(scene.book.wallet)),
      change: (_m: string, _c: string, _about: object, now: number, change: WalletChange) => {
        const { result, sale } = change(scene.book, now);
        if (sale) scene.sale = patched(scene.sale, sale.patch);
        return Promise.resolve(result);
      },
    },
    customers: {
      get: () =>
        Promise.resolve({
          ...{ id: 'cus_1', name: 'Ana', document: null, emails: [] },
          phones,
        }),
    },
    consents: { of: () => Promise.resolve(told) },
    customerLinks: { tokens: () => Promise.resolve(null) },
    suppressions: {
      of: () =>
        Promise.resolve({
          ...{ listed: suppressed, saidByOwner: new Set(refused), unreachable: new Set(), ninth: null },
        }),
    },
    sendPauses: { on: () => Promise.resolve(desk.pauses) },
    sendPaces: { take: () => Promise.resolve(desk.place) },
    merchants: {
      writing: () => Promise.resolve({ live: desk.liveAt !== null, rules: desk.rules, texts: {} }),
    },
    ledger: { ofSale: () => Promise.resolve(scene.book.entries) },
    redemptions: { undoneOfSale: () => Promise.resolve(scene.undone()) },
    messages: {
      ofSale: () => Promise.resolve([...outbox.values()]),
      open: (openings: Parameters<Messages['open']>[0], createdAt: Date) => {
        desk.meanwhile();
        const opened = openings.map(({ identity, about, decision, beginning }) => {
          const id = messageIdOf(identity);
          const known = outbox.get(id);
          const message =
            known ??
            asMessage({
              ...UNSENT,
              nextAttemptAt: null,
              createdAt,
              id,
              ...identity,
              ...about,
              decision,
              ...beginning,
            });
          outbox.set(id, message);
          return { message, fresh: !known };
        });
        return Promise.resolve(opened);
      },
      startSending: (id: string) =>
        Promise.resolve(Boolean(outbox.set(id, asMessage({ ...outbox.get(id), state: 'sending' })))),
      finish: (id: string, outcome: object) =>
        Promise.resolve(void outbox.set(id, asMessage({ ...outbox.get(id), ...outcome }))),
      stepBack: (id: string, _attempts: number, outcome: object) =>
        Promise.resolve(Boolean(outbox.set(id, asMessage({ ...outbox.get(id), ...outcome })))),
      givenTo: () => Promise.resolve(desk.given),
    },
  };
  const whatsapp = {
    senderId: '1098',
    sendTemplate: (message: TemplateMessage) => {
      if (desk.failing)
        throw new SendError('WhatsApp', '130429', { outcome: 'retry', scope: 'message', reason: 'busy' });
      sent.push(plainSpaces(message));
      return Promise.resolve({ providerId: 'wamid.1' });
    },
  };
  const deps = { store, whatsapp, mailer: null, log: createLogger('silent') };
  const step = createSendMessage(deps as unknown as ActivityDeps);
  const run = (one: typeof step, key: string): Promise<unknown> => {
    const environment = new MockActivityEnvironment({ currentAttemptScheduledTimestampMs: scene.now });
    return environment.run(one, INPUT, key);
  };
  const giveUp = createGiveUpMessage(deps as unknown as ActivityDeps);
  const desk: Desk = {
    ...{ sent, outbox, liveAt: new Date(SOLD_AT), rules: AT_ANY_HOUR, given: [], meanwhile: () => undefined },
    ...{ pauses: [], place: { waitMs: 0 }, failing: false, latestSaleId: null },
    send: (key) => run(step, key),
    giveUp: (key) => run(giveUp, key),
  };
  return desk;
}
