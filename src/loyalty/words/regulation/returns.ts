import type { Program } from '../../program';
import { when } from './given';
import type { Given, RegulationSection } from './given';
import { graceText } from './using';

const BEFORE_OTHERS =
  'Retira-se primeiro o que está em carência e depois o que está disponível da própria compra; o que dela venceu sem ' +
  'uso conta como retirado, e saldo reservado não é tocado.';

const CLAWBACK: Record<Program['returns']['clawback'], string> = {
  pending_only: 'Nada mais é retirado, e o que você já usou não é cobrado.',
  to_zero:
    'Se faltar, retira-se do seu outro saldo do mesmo tipo, a começar pelo que vence antes, sem deixar você devendo. ' +
    'O resto não é cobrado, a não ser que volte para você saldo dessa mesma compra: ele é retirado primeiro.',
  allow_debt:
    'Se faltar, retira-se do seu outro saldo do mesmo tipo, a começar pelo que vence antes. O que ainda faltar fica ' +
    'como saldo devedor e é descontado do próximo saldo desse tipo que ficar disponível.',
};

/** What a return or a cancellation does to a benefit (R20–R27, R29). */
export function returnsSection({ program, balance, templates }: Given): RegulationSection | null {
  if (!balance && templates.length === 0) return null;
  const { clawback } = program.returns;
  return {
    heading: 'Devoluções e cancelamentos',
    paragraphs: [
      ...when(
        balance,
        'Se você devolve parte de uma compra, o saldo que ela rendeu diminui na proporção do valor das mercadorias ' +
          'devolvidas, somadas todas as devoluções, e o que fica é arredondado para baixo. Se a compra é cancelada ou toda ' +
          'devolvida, todo o saldo que ela rendeu é retirado.',
      ),
      ...when(balance, `${BEFORE_OTHERS} ${CLAWBACK[clawback]}`),
      ...when(
        templates.length > 0,
        'Um vale que a compra rendeu continua seu enquanto ela não é cancelada nem toda devolvida. Depois disso os usos ' +
          'que restam são cancelados, um uso já reservado ainda pode ser feito, e um vale já usado não é cobrado.',
      ),
      spentText(program),
      'Se o pedido muda, o benefício é calculado de novo com as regras da própria compra. Se uma compra cancelada volta a ' +
        'ser concluída, o que foi retirado é dado de novo.',
    ],
  };
}

function spentText(program: Program): string {
  return program.returns.refundSpent
    ? 'O saldo e os vales que você usou numa compra cancelada ou toda devolvida voltam para você. O que volta conserva a ' +
        `validade que tinha${graceText(program)}. Uma devolução parcial não devolve o que foi usado.`
    : 'O saldo e os vales que você usou numa compra cancelada ou devolvida não voltam por causa disso.';
}
