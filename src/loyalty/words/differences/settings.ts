import { formatBps, formatCents } from '../../basis';
import type { Program } from '../../program';
import { isZeroDuration, parseDuration } from '../../calendar';
import { durationWords, windowWords, zoneWords } from '../phrases';
import { always, comesAndGoes, fromTo, switched, together } from './change';
import type { Compare } from './change';
import { sameDuration, sameWindow } from './texts';

type Combine = Program['earning']['combine'];
type Clawback = Program['returns']['clawback'];

/** The program's name and zone, how its rules combine, and how long a benefit is held. */
export const compareFrame: Compare<Program> = together<Program>([
  always(
    'name',
    ({ name }) => name,
    (before, after) => `O programa passa a se chamar ${after} (antes, ${before})`,
  ),
  always(
    'timezone',
    ({ timezone }) => timezone,
    (before, after) => `O programa passa a seguir ${zoneWords(after)} (antes, ${zoneWords(before)})`,
  ),
  always('earning.combine', ({ earning }) => earning.combine, combineText),
  always(
    'holding.after',
    ({ holding }) => holding.after,
    comesAndGoes('o prazo de carência', durationWords, isZeroDuration),
    sameDuration,
  ),
]);

const COMBINE: Record<Combine, string> = {
  best: 'a que paga mais',
  first: 'só a primeira na ordem de prioridade',
  stack: 'todas, somadas',
};

const isNothing = (amount: number): boolean => amount === 0;
/** Open for no time at all; `P0D` still lasts through the end of its date. */
const isNeverOpen = (window: string): boolean => isZeroDuration(window) && parseDuration(window).exact;

function combineText(before: Combine, after: Combine): string {
  return (
    'Quando várias regras do mesmo tipo de benefício valem para uma venda, ' +
    `${after === 'stack' ? 'passam' : 'passa'} a valer ${COMBINE[after]} (antes, ${COMBINE[before]})`
  );
}

/** What the rules are computed on (R8–R10). */
export const compareBase: Compare<Program['earning']['base']> = together([
  switched('earning.base.includeFreight', ({ includeFreight }) => includeFreight, {
    on: 'O frete passa a entrar no valor que rende benefício',
    off: 'O frete deixa de entrar no valor que rende benefício',
  }),
  switched('earning.base.includeOtherExpenses', ({ includeOtherExpenses }) => includeOtherExpenses, {
    on: 'As outras despesas passam a entrar no valor que rende benefício',
    off: 'As outras despesas deixam de entrar no valor que rende benefício',
  }),
  switched('earning.base.excludeBenefitPaid', ({ excludeBenefitPaid }) => excludeBenefitPaid, {
    on: 'A parte da compra paga com benefício deixa de render benefício',
    off: 'A parte da compra paga com benefício passa a render benefício',
  }),
  switched('earning.base.earnOnRedeemed', ({ earnOnRedeemed }) => earnOnRedeemed, {
    on: 'Uma compra em que se usou benefício passa a render benefício',
    off: 'Uma compra em que se usou benefício deixa de render benefício',
  }),
]);

/** How balance is used, and how a use is undone (R30–R34). */
export const compareRedemption: Compare<Program['redemption']> = together([
  always(
    'redemption.minSaleCents',
    (redemption) => redemption.minSaleCents,
    comesAndGoes('a compra mínima para usar saldo', formatCents, isNothing),
  ),
  always(
    'redemption.minBalanceCents',
    (redemption) => redemption.minBalanceCents,
    comesAndGoes('o saldo mínimo exigido para um uso', formatCents, isNothing),
  ),
  always(
    'redemption.maxShareBps',
    (redemption) => redemption.maxShareBps,
    fromTo('A parte da compra que pode ser paga com saldo', formatBps),
  ),
  always(
    'redemption.pointValueCents',
    (redemption) => redemption.pointValueCents,
    fromTo('O valor de cada ponto', formatCents),
  ),
  always(
    'redemption.reservation',
    (redemption) => redemption.reservation,
    fromTo('O tempo de uma reserva', durationWords),
    sameDuration,
  ),
  always(
    'redemption.rollbackWindow',
    (redemption) => redemption.rollbackWindow,
    comesAndGoes('o prazo para desfazer um uso', windowWords, isNeverOpen),
    sameWindow,
  ),
  always(
    'redemption.graceAfterRollback',
    (redemption) => redemption.graceAfterRollback,
    comesAndGoes('o tempo garantido para usar o que volta ao saldo', windowWords, isNeverOpen),
    sameWindow,
  ),
]);

const CLAWBACK: Record<Clawback, string> = {
  pending_only: 'só do que ainda resta do benefício da própria venda',
  to_zero: 'também de outros benefícios do mesmo tipo, até zerar, e o que faltar é perdoado',
  allow_debt: 'também de outros benefícios do mesmo tipo, e o que faltar fica como saldo devedor',
};

/** What becomes of a benefit when its sale is returned or cancelled (R23–R25). */
export const compareReturns: Compare<Program['returns']> = together([
  always(
    'returns.clawback',
    ({ clawback }) => clawback,
    (before, after) =>
      `O benefício de uma venda devolvida ou cancelada passa a ser retirado ${CLAWBACK[after]} ` +
      `(antes, ${CLAWBACK[before]})`,
  ),
  switched('returns.refundSpent', ({ refundSpent }) => refundSpent, {
    on: 'O benefício usado numa venda cancelada ou toda devolvida passa a voltar ao cliente',
    off: 'O benefício usado numa venda cancelada ou toda devolvida deixa de voltar ao cliente',
  }),
]);
