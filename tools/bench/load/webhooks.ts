import { createHmac, randomUUID } from 'node:crypto';
import type { HttpCaller, Shop } from '../../rig';
import type { PreparedCall } from './calls';

const ACCEPTED = 202;
const FIRST_ORDER = 7_000_000_000;

/** Webhooks as Bling sends them: each order is created and then updated, so every second call meets a running workflow. */
export class WebhookCalls {
  private made = 0;

  constructor(
    private readonly shops: readonly Shop[],
    private readonly api: HttpCaller,
    private readonly secret: string,
  ) {}

  /** How many were sent. */
  get count(): number {
    return this.made;
  }

  /** How many orders they were about. */
  get orders(): number {
    return Math.ceil(this.made / 2);
  }

  /** The signing is Bling's work: it is part of the preparation. */
  prepare(): PreparedCall {
    const number = this.made++;
    const order = Math.floor(number / 2);
    const { companyId } = this.shops[order % this.shops.length]!;
    const body = envelope(number % 2 === 0 ? 'order.created' : 'order.updated', companyId, order);
    const signature = `sha256=${createHmac('sha256', this.secret).update(body).digest('hex')}`;
    const headers = { 'content-type': 'application/json', 'x-bling-signature-256': signature };
    return async () => {
      const { status, text } = await this.api.send({
        method: 'POST',
        path: '/webhooks/bling',
        headers,
        body,
      });
      if (status !== ACCEPTED) throw new Error(`A webhook was answered ${status}: ${text.slice(0, 300)}`);
    };
  }
}

function envelope(event: string, companyId: string, order: number): string {
  return JSON.stringify({
    eventId: randomUUID(),
    date: new Date().toISOString().replace(/\.\d{3}Z$/, 'Z'),
    version: 'v1',
    event,
    companyId,
    data: {
      id: FIRST_ORDER + order,
      data: '2026-01-15',
      numero: order + 1,
      numeroLoja: '',
      total: 129.9,
      contato: { id: 6_000_000_001 },
      vendedor: { id: 0 },
      loja: { id: 0 },
      situacao: { id: 9, valor: 1 },
    },
  });
}
