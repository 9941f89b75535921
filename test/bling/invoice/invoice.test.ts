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
    expect(listedInvoice(row)).toEqual({ orderId: 'nfce-23456789012', outcome, contactId: '16693257776' });
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
