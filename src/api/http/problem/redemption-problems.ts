import { formatCents, formatPoints } from '../../../loyalty';
import type { Facts, ProblemKind } from './problem-kind';

const money = (facts: Facts, name: string): string => formatCents(Number(facts[name] ?? 0));
const points = (facts: Facts, name: string): string => formatPoints(Number(facts[name] ?? 0));

/** What a balance lacks, in the unit it is counted in (R32). */
function lacking(facts: Facts): string {
  if (facts['requiredPoints'] !== undefined) {
    return `Esta operação exige ${points(facts, 'requiredPoints')} e o saldo disponível é de ${points(facts, 'availablePoints')}`;
  }
  return `Esta operação exige ${money(facts, 'requiredCents')} e o saldo disponível é de ${money(facts, 'availableCents')}`;
}

/** What the rules of redemption refuse with (R30, R33). */
export const REDEMPTION_PROBLEMS = {
  already_rolled_back: {
    status: 409,
    title: 'Resgate já desfeito',
    detail: () =>
      'Este uso já foi desfeito, e o que foi usado voltou ao cliente uma única vez. Não é preciso fazer mais nada.',
  },
  reservation_expired: {
    status: 410,
    title: 'Reserva vencida ou liberada',
    detail: () =>
      'A reserva já não existe: venceu ou foi liberada, e o que estava reservado voltou ao cliente. Faça uma nova reserva.',
  },
  rollback_window_closed: {
    status: 410,
    title: 'Prazo para desfazer encerrado',
    detail: () =>
      'O prazo do programa para desfazer este resgate já terminou, e o uso é definitivo. Se for o caso, fale com o gerente sobre um crédito manual.',
  },
  insufficient_balance: {
    status: 422,
    title: 'Saldo insuficiente',
    detail: (facts) =>
      `${lacking(facts)}. Nada foi reservado. Peça um valor dentro do saldo ou confira a carteira do cliente.`,
  },
  below_min_sale: {
    status: 422,
    title: 'Venda abaixo do mínimo',
    detail: (facts) =>
      `Este resgate só é aceito em vendas a partir de ${money(facts, 'minSaleCents')}, e esta é de ${money(facts, 'saleTotalCents')}. Nada foi reservado. Faça o resgate em uma venda maior.`,
  },
  above_max_share: {
    status: 422,
    title: 'Resgate acima do limite da venda',
    detail: (facts) =>
      `O programa limita quanto desta venda pode ser pago com saldo: ainda cabem ${money(facts, 'maxCents')}, e o pedido é de ${money(facts, 'requestedCents')}. Nada foi reservado. Peça um valor até o limite.`,
  },
} satisfies Record<string, ProblemKind>;

const STATES: Record<string, string> = {
  reserved: 'reservado',
  confirmed: 'confirmado',
  released: 'liberado',
  expired: 'com a reserva vencida',
  rolled_back: 'desfeito',
};

/** A redemption's state, after "o resgate está". */
export function stateText(state: string): string {
  return STATES[state] ?? state;
}
