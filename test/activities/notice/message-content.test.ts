import { describe, expect, it } from '@jest/globals';
import { refund, rollback, settleSale } from '../../../src/loyalty';
import { aProgram, CODE } from '../../loyalty/notice/scene';
import type { Earning } from '../../loyalty/notice/scene';
import { DAY, SOLD_AT } from '../../loyalty/sale/sales';
import { MessageScene } from './scene';

/** The parameters of a WhatsApp message after name and program; null where nothing is said. */
function said(scene: MessageScene, kind: string): string[] | null {
  const key = kind === 'repurchase' ? kind : scene.keys(kind)[0];
  return scene.content(key ?? kind)?.whatsapp.parameters.slice(2) ?? null;
}

const HELD = aProgram({ holding: { after: 'P8D' } });
const earning = (earned: Earning, program = aProgram()): MessageScene =>
  new MessageScene(program).deserve(earned);
const CASHBACK_END = '01/02/2027';
const VOUCHER_END = '02/01/2027';

describe('the message about what a sale has earned', () => {
  it('tells cashback, points with their value, and the voucher with its terms and its own last day', () => {
    const scene = earning({ cents: 500, points: 120, voucher: true });
    expect(scene.content(scene.keys('earned')[0]!)?.whatsapp).toEqual({
      template: 'retorno_beneficio_ganho',
      parameters: [
        'Ana',
        'Clube da Loja',
        `R$ 5,00, 120 pontos (R$ 1,20) e vale ${CODE} (R$ 20,00 de desconto; em compras a partir de R$ 100,00; válido até ${VOUCHER_END})`,
        'hoje',
        CASHBACK_END,
      ],
    });
  });

  it('tells points at what they are worth now, not when they were earned', () => {
    const scene = earning({ points: 120 });
    const content = scene.content(scene.keys('earned')[0]!, { pointValueCents: 5 });
    expect(content?.whatsapp.parameters[2]).toBe('120 pontos (R$ 6,00)');
  });

  it('tells from when it can be used while it is held back', () => {
    expect(said(earning({ cents: 500 }, HELD), 'earned')).toEqual([
      'R$ 5,00',
      '11/11/2026 às 12h',
      '09/02/2027',
    ]);
  });

  it('tells a voucher alone by its own last day, and what never expires as such', () => {
    expect(said(earning({ voucher: true }), 'earned')?.slice(1)).toEqual(['hoje', VOUCHER_END]);
    const forever = aProgram({ expiry: undefined });
    expect(said(earning({ cents: 500 }, forever), 'earned')?.[2]).toBe('sem vencimento');
  });

  it('tells only of what is still there', () => {
    const scene = earning({ cents: 500, points: 120 });
    const key = scene.keys('earned')[0]!;
    scene.spend('cashback', 500);
    expect(scene.content(key)?.whatsapp.parameters[2]).toBe('120 pontos (R$ 1,20)');
    scene.spend('points', 120);
    expect(scene.content(key)).toBeNull();
  });

  it.each([
    ['at once', aProgram()],
    ['when it is released', HELD],
  ])('says what of it pays a debt %s (R29)', (_, program) => {
    const scene = owing(program, 300);
    scene.deserve({ cents: 500 });
    expect(said(scene, 'earned')?.[0]).toBe('R$ 5,00, sendo R$ 3,00 para o acerto de um estorno anterior');
  });

  it('is not written where all of it has paid a debt', () => {
    const scene = owing(aProgram(), 900);
    expect(scene.deserve({ cents: 500 }).keys('earned')).toEqual([]);
  });
});

describe('the message about what ends', () => {
  it('tells before the end of what can still be used, the voucher at its own', () => {
    const scene = earning({ cents: 500, points: 120, voucher: true });
    const [balance = '', voucher = ''] = scene.keys('expiring');
    expect(scene.content(balance)?.whatsapp.parameters.slice(2)).toEqual([
      'R$ 5,00 e 120 pontos (R$ 1,20)',
      CASHBACK_END,
    ]);
    expect(scene.content(voucher)?.whatsapp.parameters.slice(2)).toEqual([
      `vale ${CODE} (R$ 20,00 de desconto; em compras a partir de R$ 100,00)`,
      VOUCHER_END,
    ]);
  });

  it('is not written as a reminder when the end has passed, however late the timers run (R1)', () => {
    const scene = earning({ cents: 500 });
    const key = scene.keys('expiring')[0]!;
    scene.now = SOLD_AT + 100 * DAY;
    expect(scene.content(key)).toBeNull();
  });

  it('tells afterwards what was lost, and only that', () => {
    const scene = earning({ cents: 500, voucher: true });
    scene.spend('cashback', 200);
    scene.at(SOLD_AT + 100 * DAY);
    const [first = '', second = ''] = scene.keys('expired');
    expect([first, second].map((key) => scene.content(key)?.whatsapp.parameters.slice(2))).toEqual([
      ['R$ 3,00', CASHBACK_END],
      [`vale ${CODE} (R$ 20,00 de desconto)`, VOUCHER_END],
    ]);
  });
});

describe('the message about a second end', () => {
  it('tells only what that end took: what a use undone had put off (R34)', () => {
    const scene = earning({ cents: 500 }, aProgram({ redemption: { rollbackWindow: 'P120D' } }));
    const use = scene.spend('cashback', 200);
    scene.at(SOLD_AT + 100 * DAY).give('expired');
    rollback(scene.book, use, { kind: 'redemption', redemptionId: use.id }, scene.now);
    scene.at(SOLD_AT + 110 * DAY);
    expect(scene.content(scene.keys('expired')[0]!)?.whatsapp.parameters[2]).toBe('R$ 2,00');
  });
});

describe('the message that asks the customer back', () => {
  it('tells all there is to use, of whatever sale, and the first end of the balance', () => {
    const scene = earning({ cents: 500, voucher: true }).deserve({ cents: 300, points: 10 }, 'sal_0');
    expect(said(scene, 'repurchase')).toEqual([
      `R$ 8,00, 10 pontos (R$ 0,10) e vale ${CODE} (R$ 20,00 de desconto; em compras a partir de R$ 100,00; válido até ${VOUCHER_END})`,
    ]);
    expect(scene.content('repurchase')?.email.text).toContain(
      `O primeiro vencimento do saldo é em ${CASHBACK_END}.`,
    );
  });

  it('is written for a voucher alone, and not for an empty wallet', () => {
    expect(said(earning({ voucher: true }), 'repurchase')).not.toBeNull();
    expect(said(earning({}), 'repurchase')).toBeNull();
  });
});

describe('the message about a return or a cancellation', () => {
  it('tells what was taken, that unused vouchers are cancelled, and what there is now', () => {
    const scene = earning({ cents: 500, points: 120, voucher: true }).deserve({ cents: 700 }, 'sal_0');
    scene.give('earned');
    scene.change({ source: { status: 'cancelled' } }).deserve({});
    expect(said(scene, 'returned')).toEqual([
      'o cancelamento da compra nº 10231',
      `saíram R$ 5,00, 120 pontos (R$ 1,20) e o vale ${CODE} (R$ 20,00 de desconto)`,
      'R$ 7,00 para usar',
    ]);
  });

  it('tells a return by what it took, and what is still held back', () => {
    const scene = earning({ cents: 500 }, HELD);
    scene.give('earned');
    scene.change({ purchase: { returnedCents: 4_000 }, source: { number: null } }).deserve({ cents: 400 });
    expect(said(scene, 'returned')).toEqual([
      'a devolução de produtos da compra de 03/11/2026',
      'saiu R$ 1,00',
      'R$ 0,00 para usar; R$ 4,00 a liberar',
    ]);
  });

  it('tells of a debt without asking for money (R29)', () => {
    const scene = earning({ cents: 500 });
    scene.give('earned');
    scene.spend('cashback', 300);
    scene.change({ source: { status: 'cancelled' } }).deserve({});
    expect(said(scene, 'returned')?.slice(1)).toEqual([
      'saíram R$ 5,00',
      'R$ 0,00 para usar; acerto de R$ 3,00 nos próximos benefícios',
    ]);
  });

  it('tells what had been used and came back, with the grace (R34)', () => {
    const scene = earning({}).deserve({ cents: 700, points: 50 }, 'sal_0');
    scene.spend('points', 50, 'sal_9');
    const use = scene.spend('cashback', 400, 'sal_1');
    scene.at(SOLD_AT + 100 * DAY);
    refund(scene.book, use, 'sal_1', scene.now);
    scene.change({ source: { status: 'cancelled' }, benefit: { refundedCents: 400 } }).deserve({});
    expect(said(scene, 'returned')?.slice(1)).toEqual([
      'voltaram R$ 4,00, para usar pelo menos até 18/02/2027',
      'R$ 4,00 para usar',
    ]);
  });

  it('tells of each use that came back once', () => {
    const scene = earning({}).deserve({ cents: 700, points: 50 }, 'sal_0');
    const uses = [scene.spend('cashback', 400, 'sal_1'), scene.spend('points', 50, 'sal_1')];
    scene.change({ source: { status: 'cancelled' } });
    refund(scene.book, uses[0]!, 'sal_1', scene.now);
    scene.change({ benefit: { refundedCents: 400 } }).deserve({});
    expect(said(scene, 'returned')?.[1]).toContain('voltaram R$ 4,00, ');
    scene.give('returned');
    scene.at(SOLD_AT + DAY);
    refund(scene.book, uses[1]!, 'sal_1', scene.now);
    scene.change({ benefit: { refundedCents: 450 } }).deserve({});
    expect(said(scene, 'returned')?.[1]).toContain('voltaram 50 pontos (R$ 0,50), ');
  });

  it('tells of each once also where both came back in one millisecond, by the order of the ledger', () => {
    const scene = earning({}).deserve({ cents: 700, points: 50 }, 'sal_0');
    const uses = [scene.spend('cashback', 400, 'sal_1'), scene.spend('points', 50, 'sal_1')];
    scene.change({ source: { status: 'cancelled' } });
    refund(scene.book, uses[1]!, 'sal_1', scene.now);
    scene.change({ benefit: { refundedCents: 50 } }).deserve({});
    expect(said(scene, 'returned')?.[1]).toContain('voltaram 50 pontos (R$ 0,50), ');
    scene.give('returned');
    refund(scene.book, uses[0]!, 'sal_1', scene.now);
    scene.change({ benefit: { refundedCents: 450 } }).deserve({});
    expect(said(scene, 'returned')?.[1]).toContain('voltaram R$ 4,00, ');
  });
});

/** Somebody who owes: what an earlier sale gave was spent before it was cancelled. */
function owing(program: ReturnType<typeof aProgram>, cents: number): MessageScene {
  const scene = new MessageScene(program);
  const earlier = {
    ...{ saleId: 'sal_0', programVersion: 1, zone: 'America/Sao_Paulo', month: '2026-10' },
    policy: 'allow_debt' as const,
    dates: () => ({ activatesAt: SOLD_AT - DAY, expiresAt: null }),
  };
  const deserved = [{ ruleId: 'cashback', type: 'cashback' as const, amount: cents }];
  settleSale(scene.book, { ...earlier, deserved }, SOLD_AT);
  scene.spend('cashback', cents);
  settleSale(scene.book, { ...earlier, deserved: [] }, SOLD_AT);
  return scene;
}
