import { describe, expect, it } from '@jest/globals';
import { invoiceQuery, invoiceSchema, invoiceSummarySchema, listedInvoice } from '../../../src/bling/invoice';
import { toSaleContent } from '../../../src/bling';

const ZONE = 'America/Sao_Paulo';

function anInvoice(change: Record<string, unknown> = {}): unknown {
  return {
    id: 23456789012,
    tipo: 1,
    situacao: 5,
    numero: '001234',
    dataEmissao: '2026-11-20 12:12:41',
    chaveAcesso: '43261112345678000199650010000012341000012345',
    contato: { id: 16693257776, nome: 'Maria' },
    loja: { id: 0 },
    valorNota: 39.99,
    valorFrete: 0,
    numeroPedidoLoja: '',
    itens: [{ codigo: 'CAM', quantidade: 1, valor: 39.99 }],
    ...change,
  };
}

const lines = (quantidade: unknown, valor: number): unknown[] => [{ codigo: 'CAM', quantidade, valor }];

describe('an NFC-e', () => {
  it('is read in the shape of an order, sold at the instant it was issued, Brasília time', () => {
    const read = invoiceSchema.parse(anInvoice());
    expect(read).toMatchObject({ id: '23456789012', number: '001234', outcome: 'completed', storeId: null });
    expect(toSaleContent(read, ZONE)).toMatchObject({
      ...{ totalCents: 3_999, soldAt: Date.parse('2026-11-20T15:12:41Z'), contactId: '16693257776' },
      items: [{ sku: 'CAM', totalCents: 3_999 }],
    });
  });

  it.each<[number, string]>([
    ...([1, 3, 7, 8, 10, 11, 12] as const).map((situation): [number, string] => [situation, 'open']),
    ...([5, 6] as const).map((situation): [number, string] => [situation, 'completed']),
    ...([2, 4, 9] as const).map((situation): [number, string] => [situation, 'cancelled']),
  ])('in situation %i is %s, in its list as by itself', (situacao, outcome) => {
    expect(invoiceSchema.parse(anInvoice({ situacao })).outcome).toBe(outcome);
    const row = invoiceSummarySchema.parse(anInvoice({ situacao }));
    expect(row.issuedAt).toBe(Date.parse('2026-11-20T15:12:41Z'));
    expect(listedInvoice(row)).toEqual({ orderId: 'nfce-23456789012', outcome, contactId: '16693257776' });
  });

  it.each<[string, Record<string, unknown>, number]>([
    ['none where the lines and the freight come to its total', {}, 0],
    ['what the lines come to beyond its total', { valorNota: 30 }, 999],
    ['net of the freight, which is part of the total', { valorNota: 35.5, valorFrete: 5.5 }, 999],
    ['by lines that are each rounded to the cent', { itens: lines(3, 0.335), valorNota: 1 }, 1],
    ['none where further expenses make the total the greater', { valorNota: 45 }, 0],
    ['none where a line cannot be read', { itens: lines('x', 39.99), valorNota: 30 }, 0],
    ['none where the freight cannot be read', { valorFrete: 'x', valorNota: 30 }, 0],
  ])('has a discount of %s', (_what, change, discountCents) => {
    const read = invoiceSchema.parse(anInvoice(change));
    const readable = change.valorFrete === 'x' ? { ...read, freight: null } : read;
    expect(toSaleContent(readable, ZONE, false).discountCents).toBe(discountCents);
  });

  it('names who asked for a document on it, and nobody without one', () => {
    const contato = { id: 1, nome: 'Ana', numeroDocumento: '529.982.247-25', telefone: '', email: 'a@x.com' };
    const consumer = { name: 'Ana', document: '529.982.247-25', phone: null, email: 'a@x.com' };
    expect(invoiceSchema.parse(anInvoice({ contato }))).toMatchObject({ contactId: '1', consumer });
    const unregistered = invoiceSchema.parse(anInvoice({ contato: { ...contato, id: 0 } }));
    expect(unregistered).toMatchObject({ contactId: null, consumer });
    for (const none of [{ ...contato, numeroDocumento: '' }, [], null, { id: 1, numeroDocumento: {} }])
      expect(invoiceSchema.parse(anInvoice({ contato: none })).consumer).toBeNull();
  });

  it('by which goods come in has sold nothing', () => {
    expect(invoiceSchema.parse(anInvoice({ tipo: 0 })).outcome).toBe('cancelled');
  });

  it.each([
    ['total', { valorNota: 'abc' }],
    ['total', { valorNota: null }],
    ['data', { dataEmissao: '' }],
    ['data', { dataEmissao: '0000-00-00 00:00:00' }],
  ])('is refused by its %s where that cannot be read', (field, change) => {
    expect(() => toSaleContent(invoiceSchema.parse(anInvoice(change)), ZONE)).toThrow(`"${field}"`);
  });

  it('is listed by when it was issued', () => {
    const [issuedFrom, issuedTo] = [Date.parse('2026-11-20T03:00:00Z'), Date.parse('2026-11-21T02:59:59Z')];
    expect(invoiceQuery({ issuedFrom, issuedTo })).toEqual({
      dataEmissaoInicial: '2026-11-20 00:00:00',
      dataEmissaoFinal: '2026-11-20 23:59:59',
    });
  });
});
