import { describe, expect, it } from '@jest/globals';
import { describeChange } from '../../console/src/settings/audit/describe-change';
import { deviceName } from '../../console/src/settings/own/device-name';
import { audit } from '../../console/src/words/pt/audit';
import { signing } from '../../console/src/words/pt/signing';
import { PASSWORD_LENGTH } from '../../src/store/access/password';
import { plainSpaces } from '../plain-spaces';
import { toldFields } from '../tools/told-fields';

describe('a browser', () => {
  const safari = 'Version/18.0 Mobile/15E148 Safari/604.1';
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge em Windows'],
    ['Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36', 'Chrome em Android'],
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${safari}`, 'Safari em iPhone'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox em Linux'],
    ['curl/8.5.0', 'curl/8.5.0'],
    [null, 'Aparelho desconhecido'],
  ])('goes by the name people know: %s', (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });
});

describe('what an act changed', () => {
  const written = {
    nameOf: (id: string): string => (id === 'str_1' ? 'Centro' : id),
    dateTime: (): string => '01/11/2026 12:00',
  };

  it('is said field by field, by the names of roles, scopes and stores', () => {
    const before = { role: 'manager', storeIds: null };
    expect(describeChange(before, { role: 'staff', storeIds: ['str_1', 'str_2'] }, written)).toEqual([
      { field: 'Papel', before: 'gerente', after: 'atendente' },
      { field: 'Lojas', before: 'todas', after: 'Centro, str_2' },
    ]);
    expect(describeChange({ scope: 'till' }, null, written)).toEqual([
      { field: 'Alcance', before: 'Caixa', after: 'nada' },
    ]);
  });

  it('leaves out what stayed as it was, and has a word for whatever else there is', () => {
    const before = { name: 'Centro', channels: [], requireSecondFactorForOwners: false, other: { a: 1 } };
    const after = { ...before, requireSecondFactorForOwners: true, other: { a: 2 } };
    expect(describeChange(before, after, written)).toEqual([
      { field: 'Duas etapas para donos', before: 'não', after: 'sim' },
      { field: 'other', before: '{"a":1}', after: '{"a":2}' },
    ]);
    expect(describeChange(null, null, written)).toEqual([]);
  });

  it('has amounts in reais or points, instants by the clock, and words for kinds and decisions', () => {
    const told = (after: Record<string, unknown>): string[] =>
      describeChange(null, after, written).map((one) => plainSpaces(`${one.field}: ${one.after}`));
    expect(told({ returnId: 'ret_1', amountCents: 5_000, lines: 2 })).toEqual([
      ...['Código da devolução: ret_1', 'Valor: R$ 50,00', 'Itens devolvidos: 2'],
    ]);
    expect(told({ type: 'cashback', amount: -123 })).toEqual(['Benefício: cashback', 'Valor: -R$ 1,23']);
    expect(told({ type: 'points', amount: 1_500 })).toEqual(['Benefício: pontos', 'Valor: 1.500 pontos']);
    expect(told({ kind: 'same_sale', decision: 'same', live: true, force: false })).toEqual([
      ...['Tipo: mesma compra', 'Decisão: são a mesma', 'No ar: sim', 'Mesmo com documentos diferentes: não'],
    ]);
    expect(told({ state: 'paused', reconcileEvery: 'PT15M' })).toEqual([
      ...['Situação: Pausada', 'Pedidos conferidos a cada: 15 minutos'],
    ]);
    expect(told({ consumerInvoices: true })).toEqual(['NFC-e sem pedido valem como venda: sim']);
    expect(told({ from: '2026-11-01T15:00:00.000Z', segments: ['vip'] })).toEqual([
      ...['De: 01/11/2026 12:00', 'Segmentos: vip'],
    ]);
    expect(told({ kind: 'contacts', from: '2025-11-30', earn: false })).toEqual([
      ...['Tipo: contatos do Bling', 'De: 30/11/2025', 'Pedidos antigos rendem: não'],
    ]);
  });

  it('has words for every field that any act tells', () => {
    const told = toldFields();
    expect(new Set(told.map(({ name }) => name)).size).toBeGreaterThan(25);
    const worded: Readonly<Record<string, string>> = audit.fields;
    expect(told.filter(({ name }) => worded[name] === undefined)).toEqual([]);
  });
});

describe('what is said of a password', () => {
  it('is the rule it is taken by', () => {
    expect(signing.invitation.passwordRule).toMatch(`Pelo menos ${PASSWORD_LENGTH.min} caracteres`);
  });
});
