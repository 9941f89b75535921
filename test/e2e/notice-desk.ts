import { randomUUID } from 'node:crypto';
import { deliver } from '../../src/activities/notice/deliver';
import type { Delivery } from '../../src/activities/notice/delivery';
import { pathOf, readGate } from '../../src/activities/notice/gate';
import { spelled } from '../../src/activities/notice/spelled';
import type { ActivityDeps } from '../../src/activities/runtime';
import { inForm } from '../../src/loyalty';
import { createLogger } from '../../src/log';
import { createWhatsApp } from '../../src/messaging';
import { messageIdOf } from '../../src/store';
import type { Customer, Message, Store } from '../../src/store';
import type { Simulator } from '../../simulator';
import { AT_ANY_HOUR } from '../../tools/at-any-hour';

/** By which templates it writes. */
export const TEMPLATES = { earned: 'retorno_beneficio_ganho', returned: 'retorno_beneficio_estornado' };

let phones = 0;

/** What desks stand in. */
interface DeskWorld {
  store: Store;
  simulator: Pick<Simulator, 'whatsappUrl'>;
}

interface DeskOptions {
  merchantId?: string;
  by?: Store;
}

/** One customer of one merchant, written to by one number, as workers do it. */
export class Desk {
  readonly merchantId: string;
  readonly customer: Pick<Customer, 'id' | 'phones' | 'emails'>;
  private sales = 0;

  /** @param by the store its worker works with, where that is another one */
  constructor(
    private readonly world: DeskWorld,
    readonly senderId: string,
    { merchantId = `mer_${randomUUID()}`, by = world.store }: DeskOptions = {},
  ) {
    this.merchantId = merchantId;
    this.by = by;
    phones += 1;
    const key = `1198765${String(phones).padStart(4, '0')}`;
    this.customer = {
      ...{ id: `cus_${randomUUID()}`, emails: [] },
      phones: [{ e164: `+5511${`98765${String(phones).padStart(4, '0')}`}`, key, mobile: true }],
    };
  }

  private readonly by: Store;

  get phone(): string {
    return this.customer.phones[0]!.e164;
  }

  /** The next sale's notice. */
  next(): string {
    this.sales += 1;
    return `sal_${this.sales}`;
  }

  async tell(saleId: string, at: number, kind: 'earned' | 'returned' = 'earned'): Promise<Delivery> {
    const { by, merchantId } = this;
    const whatsapp = createWhatsApp({
      ...{ apiUrl: this.world.simulator.whatsappUrl, phoneNumberId: this.senderId, token: 'token' },
    });
    const deps = { store: by, whatsapp, mailer: null, log: createLogger('silent') };
    const acting = deps as unknown as ActivityDeps;
    const now = new Date(at);
    const seen = await by.suppressions.of(merchantId, { ...this.customer, document: null }, now);
    const customer = spelled(this.customer, seen);
    const [delivery] = await deliver(
      acting,
      [
        {
          identity: { merchantId, saleId, key: `${kind}/1`, channel: 'whatsapp' },
          customer: customer as Customer,
          gate: await readGate(acting, pathOf(acting, 'whatsapp', kind, customer)),
          of: {
            ...{ kind, customerId: customer.id, zone: 'America/Sao_Paulo', moment: 0, rules: AT_ANY_HOUR },
            ...{ live: true, consented: false, gone: null, told: [] },
            barriers: new Set(seen.unreachable.has('whatsapp') ? (['unreachable'] as const) : []),
          },
          content: {
            whatsapp: { template: TEMPLATES[kind], parameters: ['Ana', 'Clube', 'R$ 1,00', 'hoje', 'hoje'] },
            email: { subject: '', text: '', html: '' },
          },
        },
      ],
      now,
      { clock: () => at, isBrokenOff: () => false },
    );
    return delivery!;
  }

  async message(saleId: string, kind = 'earned'): Promise<Message> {
    const { merchantId } = this;
    return (await this.world.store.messages.get(
      messageIdOf({ merchantId, saleId, key: `${kind}/1`, channel: 'whatsapp' }),
    ))!;
  }

  /** What came of a message beside itself, and how long it waits. */
  async seen(saleId: string, at: number): Promise<object> {
    const { state, reason, nextAttemptAt } = await this.message(saleId);
    const path = pathOf(
      { whatsapp: { senderId: this.senderId } } as never,
      'whatsapp',
      'earned',
      this.customer,
    );
    const { store } = this.world;
    const pauses = await store.sendPauses.on(path!);
    const told = await store.consents.of(this.merchantId, this.customer.id);
    const of = { ...this.customer, document: null };
    const otherForm = { phone: inForm(this.phone, false) };
    await store.suppressions.failed(this.merchantId, otherForm, 'another', new Date(at));
    const { unreachable } = await store.suppressions.of(this.merchantId, of, new Date(at));
    return {
      fate: `${state} ${reason}`,
      waits: nextAttemptAt && nextAttemptAt.getTime() - at,
      pauses: pauses.map(({ what, until: end }) => `${what} ${end.getTime() - at}`),
      alerts: Object.keys(await store.alerts.countOpen(this.merchantId)),
      no: told.some(({ given }) => !given),
      // With the one that was added just now.
      strikes: unreachable.size,
    };
  }
}
