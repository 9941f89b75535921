import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkProgram } from '../../../src/loyalty/program';
import { FULL_PROGRAM, pathsIn, problemsIn, programInput, published, withRule } from './programs';

describe('a program that can be published', () => {
  it('gets the defaults (R40)', () => {
    expect(published(programInput())).toEqual({
      name: 'Clube da Loja',
      timezone: 'America/Sao_Paulo',
      earning: {
        base: {
          includeFreight: false,
          includeOtherExpenses: false,
          excludeBenefitPaid: true,
          earnOnRedeemed: true,
        },
        combine: 'best',
        rules: [{ id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } }],
      },
      holding: { after: 'PT0S' },
      redemption: {
        minSaleCents: 0,
        minBalanceCents: 0,
        maxShareBps: 10_000,
        pointValueCents: 1,
        reservation: 'PT15M',
        rollbackWindow: 'P90D',
        graceAfterRollback: 'P7D',
      },
      returns: { clawback: 'allow_debt', refundSpent: true },
      vouchers: {},
      messages: {},
    });
  });

  it('fills in the parts of a block that is there (R40)', () => {
    const program = published(
      programInput({
        earning: { base: { includeFreight: true }, rules: [] },
        redemption: { maxShareBps: 3000 },
        vouchers: { volta: { discount: { type: 'amount', cents: 2000 } } },
        messages: { earned: {}, expiring: { before: ['P7D'], channels: ['email'] } },
      }),
    );
    expect(program.earning.base).toMatchObject({ includeFreight: true, excludeBenefitPaid: true });
    expect(program.redemption).toMatchObject({ maxShareBps: 3000, reservation: 'PT15M' });
    expect(program.vouchers).toEqual({
      volta: { discount: { type: 'amount', cents: 2000 }, minSaleCents: 0, uses: 1 },
    });
    expect(program.messages).toEqual({
      earned: { channels: ['whatsapp', 'email'] },
      expiring: { before: ['P7D'], channels: ['email'], fair: true },
    });
  });

  it('says all that the contract can say', () => {
    expect(published(FULL_PROGRAM)).toMatchObject(FULL_PROGRAM);
  });

  it('comes out the same when it goes in again', () => {
    const program = published(FULL_PROGRAM);
    expect(published(JSON.parse(JSON.stringify(program)))).toEqual(program);
  });

  it('may have no rules: nothing is earned, and balances stay usable', () => {
    expect(published(programInput({ earning: { rules: [] } })).earning.rules).toEqual([]);
  });
});

describe('a program that is refused', () => {
  it('names each unknown key where it stands', () => {
    const json = { ...programInput(), nmae: 'x', redemption: { maxShare: 1 } };
    expect(pathsIn(json)).toEqual(['redemption.maxShare', 'nmae']);
    expect(pathsIn(withRule({ capPerSale: 1, when: { minSale: 1 } }))).toEqual([
      'earning.rules[0].when.minSale',
      'earning.rules[0].capPerSale',
    ]);
  });

  it('says what is wrong, why, and what to do', () => {
    expect(problemsIn(withRule({ capPerSalePoints: 10 }))).toEqual([
      {
        path: 'earning.rules[0].capPerSalePoints',
        message:
          'capPerSalePoints conta pontos, e esta regra dá cashback. Use capPerSaleCents ou retire o campo.',
      },
    ]);
    expect(problemsIn({ ...programInput(), name: undefined })).toEqual([
      { path: 'name', message: 'Falta este campo, que é obrigatório. Informe texto.' },
    ]);
    expect(problemsIn(withRule({ grant: { type: 'milhas' } }))).toEqual([
      {
        path: 'earning.rules[0].grant.type',
        message:
          'Falta um tipo conhecido, e dele dependem os outros campos. Use um destes: cashback, points, voucher.',
      },
    ]);
  });

  it.each([[null], [undefined], [3], ['texto'], [[]]])('is refused as a whole when it is %j', (json) => {
    expect(pathsIn(json)).toEqual(['']);
  });

  it('has one problem for a field that is wrong in two ways', () => {
    expect(pathsIn(withRule({ capPerSaleCents: 1e20 }))).toEqual(['earning.rules[0].capPerSaleCents']);
  });

  it.each([
    ['without a name', { name: '  ' }, 'name'],
    ['with a name nobody can read', { name: 'x'.repeat(81) }, 'name'],
    ['in an unknown zone', { timezone: 'America/Atlantida' }, 'timezone'],
    ['in a fixed offset', { timezone: '-03:00' }, 'timezone'],
    ['without earning', { earning: undefined }, 'earning'],
    ['with an unknown way to combine', { earning: { combine: 'all', rules: [] } }, 'earning.combine'],
    ['with a validity of zero (R2)', { expiry: { after: 'P0D' } }, 'expiry.after'],
    ['with a validity of zero hours (R2)', { expiry: { after: 'PT0S' } }, 'expiry.after'],
    ['with a negative duration (R2)', { holding: { after: '-P1D' } }, 'holding.after'],
    ['with half a day (R2)', { holding: { after: 'P0.5D' } }, 'holding.after'],
    ['with a duration of endless zeros', { holding: { after: `P${'0'.repeat(60)}1D` } }, 'holding.after'],
    [
      'with more vouchers than rules could give',
      { vouchers: Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`vale-${n}`, volta()])) },
      'vouchers',
    ],
    ['with a duration that is a number', { holding: { after: 8 } }, 'holding.after'],
    ['rounding validity to the week', { expiry: { after: 'P1D', roundUpTo: 'week' } }, 'expiry.roundUpTo'],
    ['with a share above the whole', { redemption: { maxShareBps: 10_001 } }, 'redemption.maxShareBps'],
    ['with worthless points (R32)', { redemption: { pointValueCents: 0 } }, 'redemption.pointValueCents'],
    ['with a fraction of a cent', { redemption: { minSaleCents: 0.5 } }, 'redemption.minSaleCents'],
    ['with a reservation of no time', { redemption: { reservation: 'PT0S' } }, 'redemption.reservation'],
    ['with an unknown policy', { returns: { clawback: 'never' } }, 'returns.clawback'],
    ['with money as text', { redemption: { minSaleCents: '10' } }, 'redemption.minSaleCents'],
    ['with a voucher whose name is no slug', { vouchers: { 'Volta 20': volta() } }, 'vouchers.Volta 20'],
    [
      'with a voucher of no value',
      { vouchers: { volta: volta({ cents: 0 }) } },
      'vouchers.volta.discount.cents',
    ],
    [
      'with a voucher over 100%',
      { vouchers: { volta: { discount: { type: 'percent', bps: 10_001 } } } },
      'vouchers.volta.discount.bps',
    ],
    ['with a voucher of no uses', { vouchers: { volta: { ...volta(), uses: 0 } } }, 'vouchers.volta.uses'],
    [
      'with a voucher of no validity',
      { vouchers: { volta: { ...volta(), validity: 'P0D' } } },
      'vouchers.volta.validity',
    ],
    ['with a message to no channel', { messages: { earned: { channels: [] } } }, 'messages.earned.channels'],
    [
      'with a channel twice',
      { messages: { earned: { channels: ['email', 'email'] } } },
      'messages.earned.channels',
    ],
    ['with reminders at no time', { messages: { expiring: { before: [] } } }, 'messages.expiring.before'],
    [
      'with one reminder twice',
      { messages: { expiring: { before: ['P7D', 'P1W'] } } },
      'messages.expiring.before[1]',
    ],
    [
      'with a reminder too late',
      { messages: { expiring: { before: ['PT0S'] } } },
      'messages.expiring.before[0]',
    ],
    [
      'with a reminder nobody understands',
      { messages: { expiring: { before: ['x'] } } },
      'messages.expiring.before[0]',
    ],
    [
      'with a repurchase message at the purchase itself',
      { messages: { repurchase: { after: 'P0D' } } },
      'messages.repurchase.after',
    ],
    ['with a balance on the 31st', { messages: { balance: { day: 31 } } }, 'messages.balance.day'],
    [
      'with a welcome at the purchase itself',
      { messages: { welcome: { after: 'P0D' } } },
      'messages.welcome.after',
    ],
    ['with no step of a win-back', { messages: { winBack: { after: [] } } }, 'messages.winBack.after'],
    [
      'with four steps of a win-back',
      { messages: { winBack: { after: ['P1D', 'P2D', 'P3D', 'P4D'] } } },
      'messages.winBack.after',
    ],
    [
      'with one step of a win-back twice',
      { messages: { winBack: { after: ['P14D', 'P2W'] } } },
      'messages.winBack.after[1]',
    ],
    [
      'with a voucher for no store',
      { vouchers: { volta: { ...volta(), stores: [] } } },
      'vouchers.volta.stores',
    ],
    [
      'with a voucher for one store twice',
      { vouchers: { volta: { ...volta(), stores: ['centro', ' centro '] } } },
      'vouchers.volta.stores',
    ],
    [
      'with a message about returns to no channel',
      { messages: { returned: { channels: [] } } },
      'messages.returned.channels',
    ],
    ['with a repurchase message at no time', { messages: { repurchase: {} } }, 'messages.repurchase.after'],
  ])('%s', (_case, parts, path) => {
    expect(pathsIn({ ...programInput(), ...parts })).toEqual([path]);
  });
});

describe('reading a program', () => {
  it('never fails, and explains every refusal in pt-BR, whatever stands in a field', () => {
    const blocks = Object.keys(FULL_PROGRAM);
    fc.assert(
      fc.property(fc.constantFrom(...blocks), fc.jsonValue(), (block, value) => {
        const check = checkProgram({ ...FULL_PROGRAM, [block]: value });
        if (check.ok) return;
        expect(check.problems.length).toBeGreaterThan(0);
        for (const { message } of check.problems) expect(message).toMatch(/^[^]*[.][^]*[.]$/);
      }),
      { numRuns: 300 },
    );
  });
});

function volta({ cents = 2000 } = {}): object {
  return { discount: { type: 'amount', cents } };
}
