import { formatBps, formatCents } from '../../basis';
import type { Program } from '../../program';
import { openThrough } from '../phrases';
import { rulesGiving, when } from './given';
import type { Given, RegulationSection } from './given';

type Redemption = Program['redemption'];

/** How balance pays for a purchase (R30–R32); null where the program gives none. */
export function balanceSection(given: Given): RegulationSection | null {
  if (!given.balance && given.rules.length > 0) return null;
  const { redemption, expiry } = given.program;
  const heading = 'Como usar o saldo';
  if (redemption.maxShareBps === 0)
    return { heading, paragraphs: ['No momento o saldo não pode ser usado para pagar compras.'] };
  const types = (['cashback', 'points'] as const).filter((type) => rulesGiving(given, type).length > 0);
  return {
    heading,
    paragraphs: [
      shareText(redemption),
      ...when(
        redemption.minSaleCents > 0,
        `Para usar saldo, o total da compra, com frete, tem de ser de pelo menos ${formatCents(redemption.minSaleCents)}.`,
      ),
      ...when(
        redemption.minBalanceCents > 0,
        `Para usar saldo, você precisa ter antes do uso pelo menos ${formatCents(redemption.minBalanceCents)} ` +
          `disponíveis${types.length === 1 ? '' : ' do tipo que vai usar'}` +
          `${types.includes('points') ? ', contados os pontos pelo seu valor' : ''}.`,
      ),
      ...when(expiry !== undefined, 'Usa-se primeiro o saldo que vence antes.'),
    ],
  };
}

function shareText({ maxShareBps }: Redemption): string {
  const share =
    maxShareBps === 10_000
      ? 'o total da compra, menos o frete'
      : `até ${formatBps(maxShareBps)} do total da compra, sem contar o frete e arredondado para baixo ao centavo`;
  return `O saldo pode pagar ${share}. O limite é um só para todos os usos de saldo na mesma compra, e vales não contam nele.`;
}

/** How a voucher pays (R36, R37); null where the program gives none. */
export function voucherSection({ templates }: Given): RegulationSection | null {
  if (templates.length === 0) return null;
  const amount = templates.some(({ discount }) => discount.type === 'amount');
  const percent = templates.some(({ discount }) => discount.type === 'percent');
  return {
    heading: 'Como usar um vale',
    paragraphs: [
      'Para usar um vale, informe o código dele na loja. Um vale atende a uma compra de cada vez, e o desconto nunca ' +
        'passa do total da compra.',
      ...when(amount, 'O que sobra do valor de um vale, quando a compra é menor que ele, se perde.'),
      ...when(
        percent,
        'O desconto em percentual é calculado sobre o total da compra e arredondado para baixo, ao centavo.',
      ),
      ...when(
        templates.some(({ minSaleCents }) => minSaleCents > 0),
        'A compra mínima de um vale é conferida pelo total da compra em que ele é usado.',
      ),
      ...when(
        templates.some(({ uses }) => uses > 1),
        'Um vale de vários usos pode ser usado em compras diferentes, até acabarem os usos ou a validade.',
      ),
    ],
  };
}

/** How long a use is only reserved, and how it is undone (R33, R34). */
export function undoingSection({ program }: Given): RegulationSection {
  const { reservation, rollbackWindow } = program.redemption;
  const window = openThrough(rollbackWindow, 'a confirmação');
  return {
    heading: 'Reserva e desfazimento de um uso',
    paragraphs: [
      `O que você pede para usar fica reservado ${openThrough(reservation, 'o pedido')}. Se a loja não confirmar o uso ` +
        `nesse tempo, ele volta para você com a validade que tinha${lapsedText(program)}.`,
      window === null
        ? 'Um uso confirmado não pode ser desfeito pela loja.'
        : `A loja pode desfazer um uso confirmado ${window}. O que volta conserva a validade que tinha${graceText(program)}.`,
    ],
  };
}

/** For what comes back unused the grace only counts when its own date has passed (R34). */
function lapsedText({ redemption }: Program): string {
  const grace = openThrough(redemption.graceAfterRollback, 'o retorno');
  return grace === null ? '' : ` ou, se ela já passou, pode ser usado ${grace}`;
}

/** How long what comes back after its use can be used at least, as the end of a sentence (R34). */
export function graceText({ redemption }: Program): string {
  const grace = openThrough(redemption.graceAfterRollback, 'o retorno');
  return grace === null ? '' : ` e pode ser usado ao menos ${grace}`;
}
