import { describe, expect, it } from '@jest/globals';
import { programWarnings } from '../../../../src/loyalty/words/warnings';
import type { ProgramInput } from '../../../../src/loyalty/program';
import { FULL_PROGRAM, programInput, published } from '../../program/programs';

const NOW = Date.parse('2026-11-03T12:00:00Z');
const warnings = (parts: Partial<ProgramInput>): object[] =>
  programWarnings(published(programInput(parts)), NOW);
const rule = (extras: object): Pick<ProgramInput, 'earning'> => ({
  earning: {
    rules: [{ id: 'cb', grant: { type: 'cashback', rateBps: 500 }, ...extras }],
  },
});
const voucher = (template: object, messages: ProgramInput['messages'] = {}): Partial<ProgramInput> => ({
  earning: { rules: [{ id: 'v', grant: { type: 'voucher', template: 'volta' } }] },
  vouchers: { volta: { discount: { type: 'amount', cents: 2_000 }, minSaleCents: 5_000, ...template } },
  messages,
});

describe('a program about which there is nothing to warn', () => {
  it.each([
    ['the one of the design', FULL_PROGRAM],
    ['the smallest', programInput()],
    [
      'with a reminder that the rounding up of the validity leaves room for',
      programInput({
        expiry: { after: 'P5D', roundUpTo: 'month' },
        messages: { expiring: { before: ['P7D'] } },
      }),
    ],
    [
      'with a percentage',
      { ...programInput(), ...voucher({ discount: { type: 'percent', bps: 9_000 }, minSaleCents: 0 }) },
    ],
    ['whose last day is today', { ...programInput(), ...rule({ when: { until: '2026-11-03' } }) }],
  ])('%s', (_which, program) => {
    expect(programWarnings(published(program), NOW)).toEqual([]);
  });
});

describe('a program is warned of', () => {
  it.each<[string, Partial<ProgramInput>, string, RegExp]>([
    ['no rules', { earning: { rules: [] } }, 'earning.rules', /não tem regras: nenhuma venda/],
    ['a budget of 0', rule({ budgetCents: 0 }), 'earning.rules[0]', /verba de zero/],
    ['a cap of 0', rule({ capPerSaleCents: 0 }), 'earning.rules[0]', /nunca paga nada/],
    [
      'a rule that is over',
      rule({ when: { until: '2026-11-02' } }),
      'earning.rules[0].when.until',
      /terminou em 02\/11\/2026/,
    ],
    [
      'a voucher worth more than its minimum sale',
      voucher({ minSaleCents: 1_999 }),
      'vouchers.volta',
      /dá R\$ 20,00 e vale a partir de R\$ 19,99/,
    ],
    [
      'a voucher without a minimum sale',
      voucher({ minSaleCents: 0 }),
      'vouchers.volta',
      /não exige compra mínima/,
    ],
    [
      'a holding longer than the validity',
      { holding: { after: 'P40D' }, expiry: { after: 'P1M' } },
      'holding.after',
      /A carência \(40 dias\) é mais longa que a validade do cashback e dos pontos \(1 mês\)/,
    ],
    [
      'the same for a voucher',
      { ...voucher({ validity: 'P3D' }), holding: { after: 'P8D' } },
      'holding.after',
      /validade do vale volta \(3 dias\)/,
    ],
    [
      'a reminder before nothing',
      { messages: { expiring: { before: ['P7D'] } } },
      'messages.expiring',
      /eles nunca saem/,
    ],
    [
      'a reminder before a shorter validity',
      { expiry: { after: 'PT48H' }, messages: { expiring: { before: ['P1D', 'P7D'] } } },
      'messages.expiring.before[1]',
      /O aviso de 7 dias antes não sai para a validade do cashback e dos pontos \(48 horas/,
    ],
    [
      'a reminder before a shorter voucher',
      voucher({ validity: 'P5D' }, { expiring: { before: ['P7D'] } }),
      'messages.expiring.before[0]',
      /do vale volta \(5 dias/,
    ],
    [
      'a balance that cannot be used',
      { redemption: { maxShareBps: 0 } },
      'redemption.maxShareBps',
      /limite é de 0%/,
    ],
  ])('%s', (_what, parts, path, text) => {
    expect(warnings(parts)).toEqual([{ path, text: expect.stringMatching(text) }]);
  });

  it('a reminder on the last day, in words', () => {
    const hours = { expiry: { after: 'PT1H' }, messages: { expiring: { before: ['P0D'] } } };
    const [warning] = programWarnings(published(programInput(hours)), NOW + 7_200_000);
    expect(warning?.text).toMatch(
      /^O aviso do último dia não sai para a validade do cashback e dos pontos \(1 hora/,
    );
  });

  it('every reminder that can never go out', () => {
    expect(
      warnings({ expiry: { after: 'P1D' }, messages: { expiring: { before: ['P3D', 'P7D'] } } }).map(
        (warning) => (warning as { path: string }).path,
      ),
    ).toEqual(['messages.expiring.before[0]', 'messages.expiring.before[1]']);
  });
});
