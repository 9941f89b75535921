import type { OrderNow } from './read-order';
import type { Buyer } from './find-buyer';

const COUNTS: Record<OrderNow['outcome'], string> = {
  completed: 'conclui a venda: ela conta para o programa',
  cancelled: 'cancela a venda: ela não dá direito a benefício',
  open: 'ainda não conclui a venda: ela espera, sem benefício',
};

/** Why the order counts, or not, in pt-BR. */
export function stateText({ sale: { situation }, outcome }: OrderNow, chosen: boolean): string {
  if (situation === null) return 'O pedido não tem situação: a venda espera, sem benefício.';
  const by = chosen ? 'pelas situações escolhidas na conexão' : 'pelo sentido que o próprio Bling lhe dá';
  return `A situação ${situation.id} ${COUNTS[outcome]} (${by}).`;
}

const BUYERS: Record<Buyer['state'], string> = {
  recognised: 'O contato do pedido é de um cliente já conhecido.',
  new: 'O contato do pedido ainda não é cliente: seria cadastrado com a venda.',
  unidentified:
    'O pedido não tem um contato que se possa reconhecer: a venda ficaria sem cliente, e ninguém receberia benefício.',
};

/** Whom the sale would belong to, in pt-BR. */
export function buyerText({ state }: Buyer): string {
  return BUYERS[state];
}

/** What the answer takes for granted, in pt-BR. */
export function assumptionTexts(about: {
  outcome: OrderNow['outcome'];
  returnedCents: number;
  paidWithBenefit: boolean;
  limits: boolean;
  customer: boolean;
}): string[] {
  return [
    'Nada foi gravado e nada foi enviado.',
    ...(about.outcome === 'completed' ? [] : ['O cálculo supõe que o pedido fosse concluído agora.']),
    ...(about.returnedCents > 0 ? ['As devoluções já registradas desta venda foram descontadas.'] : []),
    ...(about.paidWithBenefit
      ? ['Conta como paga com benefício a parte dos resgates confirmados que citam este pedido.']
      : []),
    ...(about.limits ? ['Tetos por mês e verbas: com o que as outras vendas já usaram até agora.'] : []),
    ...(about.customer
      ? [
          'Primeira compra e grupos do cliente: como são agora, ou como ficaram fixados quando a venda foi calculada.',
        ]
      : []),
  ];
}
