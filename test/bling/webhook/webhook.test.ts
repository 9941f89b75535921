import { describe, expect, it } from '@jest/globals';
import { MalformedWebhookError, parseBlingWebhook } from '../../../src/bling';
import { envelope } from '../samples';

const bytes = (body: unknown): Buffer => Buffer.from(JSON.stringify(body));
const parse = (changes: Record<string, unknown>): ReturnType<typeof parseBlingWebhook> =>
  parseBlingWebhook(bytes(envelope(changes)));

describe('a Bling webhook', () => {
  it('of an order names the order, the company and what happened, and nothing else', () => {
    expect(parse({})).toEqual({
      kind: 'order',
      eventId: '01a1f943-c756-7a4b-b2d1-0f3a6c1e2b7d',
      date: Date.UTC(2026, 10, 20, 14, 2, 11),
      companyId: 'd4475854366a36c86a37e792f9634a51',
      action: 'created',
      orderId: '26737100001',
    });
  });

  it.each(['created', 'updated', 'deleted'])('tells that the order was %s', (action) => {
    expect(parse({ event: `order.${action}` })).toMatchObject({ kind: 'order', action });
  });

  it('needs of an order only its id: no situation, no channel, an id as text', () => {
    expect(parse({ event: 'order.updated', data: { id: 26737100001 } })).toMatchObject({
      orderId: '26737100001',
    });
    expect(parse({ data: { id: '0026737100001', situacao: null, loja: { id: 0 } } })).toMatchObject({
      orderId: '26737100001',
    });
  });

  it.each(['created', 'updated', 'deleted'] as const)(
    'tells which NFC-e was %s, and nothing else of it',
    (action) => {
      expect(parse({ event: `consumer_invoice.${action}`, data: { id: 23456789012 } })).toMatchObject({
        ...{ kind: 'invoice', action, invoiceId: '23456789012' },
      });
    },
  );

  it.each([
    'stock.created',
    'invoice.created',
    'consumer_invoice.sent',
    'order.archived',
    'orders',
    'x.order.created',
  ])('of another kind (%s) is recognised and left alone', (event) => {
    expect(parse({ event, data: { produto: { id: 1 } } })).toMatchObject({ kind: 'other', event });
  });

  it.each([
    ['eventId', { eventId: '' }],
    ['eventId', { eventId: undefined }],
    ['date', { date: 'ontem' }],
    ['date', { date: undefined }],
    ['event', { event: 7 }],
    ['companyId', { companyId: null }],
    ['data', { data: null }],
    ['data', { data: undefined }],
    ['data.id', { data: {} }],
    ['data.id', { data: { id: 0 } }],
    ['data.id', { data: { id: -4 } }],
    ['data.id', { data: { id: 1.5 } }],
    ['data.id', { data: { id: '../contatos' } }],
  ])('is refused by the name of its wrong field: %s', (field, changes) => {
    expect(() => parse(changes)).toThrow(expect.objectContaining({ code: 'malformed_webhook', field }));
  });

  it.each([
    Buffer.alloc(0),
    Buffer.from('{'),
    Buffer.from([0xff, 0xfe, 0x00]),
    bytes(null),
    bytes([]),
    bytes('order'),
  ])('that is no JSON object is refused as a whole: %p', (raw) => {
    expect(() => parseBlingWebhook(raw)).toThrow(MalformedWebhookError);
    expect(() => parseBlingWebhook(raw)).toThrow(expect.objectContaining({ field: 'body' }));
  });
});
