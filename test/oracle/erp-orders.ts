import * as fc from 'fast-check';
import type { ErpOrder } from './model/order';

/** An amount with up to six decimals, written by its digits. */
const amount = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.integer({ min: 0, max: most }),
      fc.constantFrom('', '5', '25', '05', '005', '995', '9951', '0004', '004999'),
    )
    .map(([whole, part]) => (part === '' ? String(whole) : `${whole}.${part}`));
const negative = (one: fc.Arbitrary<string>): fc.Arbitrary<string> => one.map((text) => `-${text}`);

const NONSENSE: unknown[] = ['abc', '1.234,56', 'R$ 5', true, {}];
const nonsense = fc.constantFrom(...NONSENSE);
const seldom = <T>(
  often: fc.Arbitrary<T>,
  other: fc.Arbitrary<unknown>,
  weight = 12,
): fc.Arbitrary<unknown> => fc.oneof({ weight, arbitrary: often }, { weight: 1, arbitrary: other });

const line = fc.record({
  codigo: fc.constantFrom<unknown[]>('cafe', 'pao', '', [], null),
  quantidade: seldom(fc.constantFrom('1', '2', '0.35', '1.5', '3', '-1'), nonsense, 40),
  valor: seldom(amount(90), nonsense, 40),
});
const lines = seldom(fc.array(line, { maxLength: 4 }), fc.constantFrom<unknown[]>('nada', [null], null, ''));

const discount = fc.oneof(
  fc.constantFrom<unknown[]>(
    undefined,
    null,
    '',
    5,
    { valor: null },
    { valor: 'abc', unidade: 'REAL' },
    { unidade: 'PERCENTUAL' },
  ),
  fc.record({ valor: amount(30), unidade: fc.constantFrom('REAL', 'PERCENTUAL', 'PERCENTUAL') }),
  fc.record({ valor: negative(amount(30)), unidade: fc.constantFrom('REAL', 'PERCENTUAL') }),
  fc.record({ valor: fc.constant('100.5'), unidade: fc.constant('PERCENTUAL') }),
);

/** Fields that nobody needs, with whatever may stand in them. */
const unneeded = {
  numero: fc.oneof(nonsense, fc.constant(13726)),
  numeroLoja: nonsense,
  loja: nonsense,
  contato: nonsense,
};

/** An order of the ERP: more than two decimals, negative expenses and lines, and nonsense where it may stand or not. */
export const erpOrders: fc.Arbitrary<ErpOrder> = fc.record({
  ...unneeded,
  id: fc.integer({ min: 1, max: 9_999_999 }).map(String),
  data: seldom(fc.constantFrom('2026-03-10', '2026-03-11'), fc.constant(null), 40),
  total: seldom(amount(300), fc.oneof(nonsense, negative(amount(50)), fc.constant(undefined)), 20),
  desconto: discount,
  outrasDespesas: seldom(
    fc.oneof(fc.constantFrom(null, '', '0'), amount(9), negative(amount(9))),
    nonsense,
    30,
  ),
  transporte: seldom(
    fc.oneof(fc.constantFrom(undefined, null, {}), fc.record({ frete: amount(20) })),
    fc.oneof(fc.constant('grátis'), fc.record({ frete: nonsense })),
    30,
  ),
  itens: lines,
});
