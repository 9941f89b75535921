import { formatLocalDate, formatMoney, formatPoints } from '../../format';
import { factText } from './refusal-entry';
import type { Entry, RefusalFacts, RefusalWords } from './refusal-entry';
import { OF_ACCESS } from './refusals-of-access';
import { OF_MANAGEMENT } from './refusals-of-management';

const number = (facts: RefusalFacts, name: string): number => Number(facts[name] ?? 0);
const money = (facts: RefusalFacts, name: string): string => formatMoney(number(facts, name));
const date = (fact: unknown): string => formatLocalDate(factText(fact));

const REDEMPTION_STATES: Readonly<Record<string, string>> = {
  reserved: 'reservado',
  confirmed: 'confirmado',
  released: 'liberado',
  expired: 'com a reserva vencida',
  rolled_back: 'desfeito',
};
const VOUCHER_STATES: Readonly<Record<string, string>> = {
  pending: 'em carência',
  active: 'livre',
  reserved: 'reservado',
  redeemed: 'usado',
  expired: 'vencido',
  cancelled: 'cancelado',
};

function lacking(facts: RefusalFacts): string {
  if (facts['requiredPoints'] === undefined)
    return `O pedido é de ${money(facts, 'requiredCents')}, e há ${money(facts, 'availableCents')}.`;
  const [required, available] = [number(facts, 'requiredPoints'), number(facts, 'availablePoints')];
  return `O pedido é de ${formatPoints(required)}, e há ${formatPoints(available)}.`;
}

function invalid(facts: RefusalFacts): string {
  const { state, voucherState, errors, detail } = facts;
  if (state !== undefined) return `O resgate está ${REDEMPTION_STATES[factText(state)] ?? factText(state)}.`;
  if (voucherState !== undefined)
    return `O vale está ${VOUCHER_STATES[factText(voucherState)] ?? factText(voucherState)}, e não há o que desfazer nele.`;
  if (Array.isArray(errors) && errors.length > 0)
    return (errors as { message: string }[]).map(({ message }) => message).join(' ');
  return detail === undefined ? 'Há dados que não podem ser aceitos.' : factText(detail);
}

const SUPPORT = 'Se continuar, informe ao suporte o número da chamada.';

/** What value can be refused for at the counter. */
const OF_VALUE: Readonly<Record<string, Entry>> = {
  insufficient_balance: ['Saldo insuficiente', lacking, 'Peça um valor dentro do saldo.'],
  below_min_sale: [
    'Compra abaixo do mínimo',
    (facts) =>
      `É aceito em compras a partir de ${money(facts, 'minSaleCents')}, e esta é de ${money(facts, 'saleTotalCents')}.`,
    'Use em uma compra maior.',
  ],
  above_max_share: [
    'Acima do limite desta compra',
    (facts) =>
      `Cabem ${money(facts, 'maxCents')} nesta compra, e o pedido é de ${money(facts, 'requestedCents')}.`,
    'Peça um valor até o limite.',
  ],
  already_rolled_back: [
    'Já desfeito',
    'O que foi usado já voltou ao cliente, uma única vez.',
    'Não é preciso fazer mais nada.',
  ],
  reservation_expired: [
    'Reserva vencida',
    'A reserva venceu ou foi liberada, e o valor voltou ao cliente.',
    'Comece o resgate de novo.',
  ],
  rollback_window_closed: [
    'Prazo para desfazer encerrado',
    'O prazo do programa para desfazer este uso já terminou.',
    'Fale com o gerente sobre um crédito manual.',
  ],
  voucher_not_found: [
    'Vale não encontrado',
    'Nenhum vale da loja tem este código.',
    'Confira o código com o cliente e digite de novo.',
  ],
  voucher_already_redeemed: [
    'Vale já usado',
    'Este vale não tem usos restantes.',
    'Peça outro vale ao cliente.',
  ],
  voucher_reserved: [
    'Vale reservado para outra compra',
    'O vale está reservado neste momento.',
    'Use-o na compra que o reservou, libere a reserva nos movimentos do dia, ou espere: sem uso ela termina sozinha.',
  ],
  voucher_expired: [
    'Vale vencido',
    ({ expiredOn }) => (expiredOn === undefined ? 'O vale venceu.' : `Vale vencido em ${date(expiredOn)}.`),
    'Fale com o gerente se o cliente tiver direito a um crédito.',
  ],
  voucher_not_active_yet: [
    'Vale ainda em carência',
    ({ activatesOn }) =>
      activatesOn === undefined
        ? 'O vale ainda não foi liberado.'
        : `Pode ser usado a partir de ${date(activatesOn)}.`,
    'Peça ao cliente que volte a partir dessa data.',
  ],
  voucher_cancelled: [
    'Vale cancelado',
    'A compra que gerou o vale foi cancelada ou devolvida.',
    'Não há o que fazer com este vale.',
  ],
  wrong_store: [
    'Vale de outra loja',
    ({ stores }) => `Este vale só é aceito em: ${factText(stores)}.`,
    'Peça ao cliente que o use em uma dessas lojas.',
  ],
  customer_not_found: [
    'Cliente não encontrado',
    'Este cadastro não existe nesta loja.',
    'Procure o cliente de novo.',
  ],
  redemption_not_found: [
    'Resgate não encontrado',
    'Este resgate não existe nesta loja.',
    'Atualize a lista de hoje.',
  ],
  sale_not_found: [
    'Venda não encontrada',
    'Nenhuma venda desta loja tem este número.',
    'Confira o número; uma venda recém-fechada leva alguns segundos.',
  ],
  claim_window_closed: [
    'Prazo para identificar a venda encerrado',
    'O prazo para ligar um cliente a esta venda terminou.',
    'Fale com o gerente sobre um crédito manual.',
  ],
  program_not_found: [
    'Sem programa publicado',
    'A loja ainda não publicou o programa.',
    'Fale com o gerente.',
  ],
};

/** What any call can be refused for. */
const OF_CALLS: Readonly<Record<string, Entry>> = {
  invalid_request: ['Não pode ser feito assim', invalid, 'Corrija e tente de novo.'],
  unauthenticated: [
    'Sessão encerrada',
    'Sua sessão terminou ou foi encerrada em outro lugar.',
    'Entre de novo.',
  ],
  forbidden: [
    'Acesso negado',
    ({ detail }) => factText(detail) || 'O seu acesso não permite isto.',
    'Peça a quem tem acesso, ou ao dono da loja.',
  ],
  not_found: ['Não encontrado', 'Nada responde neste endereço.', 'Atualize a página.'],
  method_not_allowed: [
    'Operação não aceita',
    'O endereço não aceita esta operação.',
    `Atualize a página. ${SUPPORT}`,
  ],
  too_many_requests: [
    'Muitas tentativas',
    'Houve tentativas demais, e por segurança novas estão bloqueadas por algum tempo. Nada foi feito agora.',
    'Espere e confira os dados antes de tentar de novo.',
  ],
  request_in_progress: [
    'Ainda em andamento',
    'O mesmo pedido ainda está sendo feito.',
    'Espere um instante e tente de novo.',
  ],
  idempotency_key_reused: [
    'Pedido diferente do anterior',
    'Algo mudou desde a primeira tentativa. Nada foi feito agora.',
    'Comece de novo.',
  ],
  outcome_unknown: [
    'Resultado ainda desconhecido',
    'O pedido foi recebido e pode já ter sido feito.',
    'Tente de novo: nada é feito duas vezes.',
  ],
  request_expired: ['Não atendido a tempo', 'O pedido foi cancelado, e nada foi feito.', 'Tente de novo.'],
  service_unavailable: [
    'Serviço fora do ar',
    'Uma parte do serviço não está respondendo agora.',
    'Tente de novo em alguns segundos.',
  ],
  clock_skew: ['Relógio do servidor errado', 'Por segurança nada foi feito.', `Tente de novo. ${SUPPORT}`],
  internal_error: [
    'Erro do nosso lado',
    'Algo inesperado aconteceu e foi registrado.',
    `Tente de novo. ${SUPPORT}`,
  ],
  payload_too_large: [
    'Grande demais',
    'O que foi enviado passa do limite.',
    'Envie um arquivo menor, ou em partes.',
  ],
  headers_too_large: ['Endereço longo demais', 'O endereço tem filtros demais.', 'Retire alguns filtros.'],
  request_timeout: [
    'Envio interrompido',
    'Os dados não chegaram a tempo, e nada foi feito.',
    'Confira a conexão e tente de novo.',
  ],
  unsupported_media_type: [
    'Formato não aceito',
    'O arquivo não está em um formato aceito.',
    'Envie um CSV em UTF-8.',
  ],
};

const TABLE: Readonly<Record<string, Entry>> = { ...OF_VALUE, ...OF_CALLS, ...OF_ACCESS, ...OF_MANAGEMENT };

/** Every code that has words of its own. */
export const WORDED_CODES: readonly string[] = Object.keys(TABLE);

/** The words of a refusal; a code that is newer than this page is told in the API's own words. */
export function refusalWords(code: string, facts: RefusalFacts): RefusalWords {
  const entry = TABLE[code];
  if (!entry) {
    const [title, cause] = [factText(facts['title']), factText(facts['detail'])];
    return {
      title: title || 'Pedido recusado',
      cause: cause || 'O servidor recusou o pedido.',
      action: SUPPORT,
    };
  }
  const [title, cause, action] = entry;
  return { title, cause: typeof cause === 'string' ? cause : cause(facts), action };
}
