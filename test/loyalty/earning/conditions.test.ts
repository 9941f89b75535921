import { describe, expect, it } from '@jest/globals';
import type { EarningFacts } from '../../../src/loyalty/earning';
import { cashback, explain, sale } from './facts';

/** The lines of a rule with these conditions when it does not match; null when it does. */
function failed(when: object, given: Partial<EarningFacts> = {}): string[] | null {
  const { outcome, lines, amount } = explain(cashback('regra', 500, { when }), given);
  if (outcome !== 'not_matched') return null;
  expect(amount).toBe(0);
  return lines;
}

describe('smallest and largest sale (R11)', () => {
  it('look at the total, freight in and before benefit, and are inclusive', () => {
    const given = { benefitPaidCents: 10_000 };
    expect(failed({ minSaleCents: 23_000, maxSaleCents: 23_000 }, given)).toBeNull();
  });

  it('say by how much they were missed', () => {
    const small = { sale: sale({ totalCents: 3_800 }) };
    expect(failed({ minSaleCents: 5_000 }, small)).toEqual([
      'Faltaram R$ 12,00 para a venda mínima de R$ 50,00',
    ]);
    expect(failed({ minSaleCents: 23_001 })).toEqual(['Faltaram R$ 0,01 para a venda mínima de R$ 230,01']);
    expect(failed({ maxSaleCents: 20_000 })).toEqual(['A venda passou R$ 30,00 do máximo de R$ 200,00']);
  });
});

describe('the place of a sale (R7)', () => {
  it('any channel of the list will do', () => {
    expect(failed({ channels: ['pos', 'bling'] })).toBeNull();
    expect(failed({ channels: ['pos', 'ecommerce'] })).toEqual([
      'O canal da venda é Bling, e a regra vale para: ponto de venda, loja virtual',
    ]);
  });

  it('any store of the list will do', () => {
    expect(failed({ stores: ['norte', 'centro'] })).toBeNull();
    expect(failed({ stores: ['norte'] })).toEqual([
      'A loja da venda é “centro”, e a regra vale para: “norte”',
    ]);
  });

  it('a sale without a store matches no store', () => {
    const given = { sale: sale({ storeId: null }) };
    expect(failed({ stores: ['norte'] }, given)).toEqual([
      'A venda não tem loja, e a regra vale para: “norte”',
    ]);
    expect(failed({ channels: ['bling'] }, given)).toBeNull();
  });
});

describe('the products of a sale (R7)', () => {
  it('any of the list will do', () => {
    expect(failed({ skus: ['MEIA', 'CALÇA'] })).toBeNull();
    expect(failed({ skus: ['CALÇA', 'CINTO'] })).toEqual([
      'Nenhum item da venda (“CAMISA”, “MEIA”) é dos produtos pedidos, e a regra vale para: “CALÇA”, “CINTO”',
    ]);
  });

  it('a sale without items has none of them', () => {
    expect(failed({ skus: ['MEIA'] }, { sale: sale({ items: [] }) })).toEqual([
      'A venda não tem itens, e a regra vale para: “MEIA”',
    ]);
  });

  it('of a long list only the beginning is shown', () => {
    const skus = Array.from({ length: 1_010 }, (_, index) => `P${index}`);
    expect(failed({ skus })?.[0]).toMatch(/vale para: “P0”, “P1”, .*, “P9” e mais 1000$/);
  });
});

describe('the date of a sale (R7)', () => {
  it('has ISO weekdays', () => {
    expect(failed({ weekdays: [2] })).toBeNull();
    expect(failed({ weekdays: [1, 7] })).toEqual([
      'O dia da venda é terça-feira, e a regra vale para: segunda-feira, domingo',
    ]);
  });

  it('is from and until inclusive', () => {
    expect(failed({ from: '2026-03-10', until: '2026-03-10' })).toBeNull();
    expect(failed({ from: '2026-03-11' })).toEqual([
      'A venda é de 10/03/2026, e a regra só vale a partir de 11/03/2026 (1 dia depois)',
    ]);
    expect(failed({ until: '2026-02-28' })).toEqual([
      'A venda é de 10/03/2026, e a regra valeu até 28/02/2026 (10 dias antes)',
    ]);
  });

  it('is the local one in the store zone (R6)', () => {
    const given = { sale: sale({ soldAt: Date.parse('2026-03-11T02:30:00Z') }) };
    expect(failed({ until: '2026-03-10', weekdays: [2] }, given)).toBeNull();
    expect(failed({ until: '2026-03-10' }, { ...given, zone: 'America/Noronha' })).toHaveLength(1);
  });
});

describe('the customer of a sale (R17)', () => {
  const first = { pinned: { firstPurchase: true, segments: ['vip', 'novo'] } };

  it('first purchase is as it was pinned', () => {
    expect(failed({ firstPurchase: true }, first)).toBeNull();
    expect(failed({ firstPurchase: true })).toEqual([
      'Não é a primeira compra do cliente, e a regra só vale nela',
    ]);
  });

  it('first purchase false asks for the second purchase on', () => {
    expect(failed({ firstPurchase: false })).toBeNull();
    expect(failed({ firstPurchase: false }, first)).toEqual([
      'É a primeira compra do cliente, e a regra vale da segunda em diante',
    ]);
  });

  it('segments are as they were pinned', () => {
    expect(failed({ segment: 'novo' }, first)).toBeNull();
    expect(failed({ segment: 'vip' })).toEqual([
      'O cliente não está no segmento “vip” (não estava em nenhum)',
    ]);
    expect(failed({ segment: 'ouro' }, first)).toEqual([
      'O cliente não está no segmento “ouro” (estava em: “vip”, “novo”)',
    ]);
  });
});

describe('conditions together (R7)', () => {
  it('must all hold, and each that fails is explained', () => {
    expect(
      failed({ minSaleCents: 23_000, channels: ['bling'], weekdays: [2], stores: ['centro'] }),
    ).toBeNull();
    expect(failed({ minSaleCents: 23_000, channels: ['pos'], weekdays: [3] })).toHaveLength(2);
  });

  it('are shown with what met them when they hold', () => {
    const when = {
      minSaleCents: 5_000,
      maxSaleCents: 50_000,
      channels: ['bling'],
      stores: ['centro'],
      skus: ['MEIA', 'CAMISA'],
      weekdays: [2],
      from: '2026-03-01',
      until: '2026-03-10',
      firstPurchase: false,
      segment: 'vip',
    };
    const given = { pinned: { firstPurchase: false, segments: ['vip'] } };
    expect(explain(cashback('regra', 500, { when }), given).lines[0]).toBe(
      'Condições atendidas: venda de R$ 230,00, mínima de R$ 50,00; venda de R$ 230,00, máxima de R$ 500,00; ' +
        'canal Bling; loja “centro”; com “CAMISA”, “MEIA”; terça-feira; venda de 10/03/2026, a partir de 01/03/2026; ' +
        'venda de 10/03/2026, até 10/03/2026; da segunda compra do cliente em diante; cliente no segmento “vip”',
    );
    const first = { pinned: { firstPurchase: true, segments: [] } };
    expect(explain(cashback('regra', 500, { when: { firstPurchase: true } }), first).lines[0]).toBe(
      'Condições atendidas: primeira compra do cliente',
    );
  });

  it('without any condition a rule matches', () => {
    expect(failed({})).toBeNull();
  });
});
