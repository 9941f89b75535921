import { dateWords, formatCents } from '../../../loyalty';
import { factText } from './problem-kind';
import type { Facts, ProblemKind } from './problem-kind';

const NOTHING_USED = 'Nada foi usado.';

/** What the rules of vouchers refuse with (R36). */
export const VOUCHER_PROBLEMS = {
  voucher_not_found: {
    status: 404,
    title: 'Vale não encontrado',
    detail: () =>
      'Nenhum vale desta conta tem este código. Confira o código com o cliente e digite de novo; muitas tentativas seguidas bloqueiam novas consultas por um tempo.',
  },
  voucher_already_redeemed: {
    status: 409,
    title: 'Vale já usado',
    detail: () =>
      'Este vale já foi usado e não tem usos restantes. Consulte o histórico do vale para saber quando e onde.',
  },
  voucher_reserved: {
    status: 409,
    title: 'Vale reservado para outra venda',
    detail: () =>
      'Este vale está reservado neste momento. Use-o na venda que o reservou, informando a mesma saleRef, ou libere a reserva antes.',
  },
  voucher_expired: {
    status: 410,
    title: 'Vale vencido',
    detail: ({ expiredOn }) =>
      `Este vale ${expiredOn === undefined ? 'já venceu' : `valeu até ${dateText(expiredOn)}`} e não pode mais ser usado. ${NOTHING_USED} Se for o caso, fale com o gerente sobre um crédito manual.`,
  },
  voucher_not_active_yet: {
    status: 422,
    title: 'Vale ainda em carência',
    detail: ({ activatesOn }) =>
      `Este vale ${activatesOn === undefined ? 'ainda não foi liberado' : `só pode ser usado a partir de ${dateText(activatesOn)}`}. ${NOTHING_USED} Peça ao cliente que volte a partir dessa data.`,
  },
  voucher_cancelled: {
    status: 422,
    title: 'Vale cancelado',
    detail: () =>
      `Este vale foi cancelado porque a compra que o gerou foi cancelada ou devolvida. ${NOTHING_USED} Não há o que fazer com ele.`,
  },
  wrong_store: {
    status: 422,
    title: 'Vale não aceito nesta loja',
    detail: ({ stores }) =>
      `Este vale só é aceito nestas lojas: ${factText(stores)}. ${NOTHING_USED} Informe em storeId uma delas, se a venda for lá.`,
  },
} satisfies Record<string, ProblemKind>;

const STATES: Record<string, string> = {
  pending: 'em carência',
  active: 'livre, sem reserva e sem uso para desfazer',
  reserved: 'reservado',
  redeemed: 'usado',
  expired: 'vencido',
  cancelled: 'cancelado',
};

/** Why a voucher that was never reserved or used cannot be released or undone. */
export function wrongVoucherState({ voucherState }: Facts): string {
  const state = factText(voucherState);
  return `O vale está ${STATES[state] ?? state}, e não há reserva ou uso dele a que esta operação se aplique. Consulte o vale e escolha uma operação que o estado dele permita.`;
}

/** A sum of money among the facts. */
export function moneyIn(facts: Facts, name: string): string {
  return formatCents(Number(facts[name] ?? 0));
}

function dateText(date: Facts[string]): string {
  return dateWords(factText(date));
}
