import { ACCESS_PROBLEMS } from './access-problems';
import { BLING_PROBLEMS } from './bling-problems';
import { PEOPLE_PROBLEMS } from './people-problems';
import { factText } from './problem-kind';
import type { Facts, ProblemKind } from './problem-kind';
import { REDEMPTION_PROBLEMS, stateText } from './redemption-problems';
import { SALE_PROBLEMS, wrongForSale } from './sale-problems';
import { VOUCHER_PROBLEMS, wrongVoucherState } from './voucher-problems';

const notFound = (what: string, title: string, next: string): ProblemKind => ({
  status: 404,
  title,
  detail: () => `${what} não existe nesta conta. ${next}`,
});

/** A request is invalid for one of its fields, or for the state of what it is about (R33). */
function invalid(facts: Facts): string {
  const { state, voucherState } = facts;
  if (state !== undefined)
    return `O resgate está ${stateText(factText(state))} e não aceita esta operação. Consulte o resgate e escolha uma operação que o estado dele permita.`;
  if (voucherState !== undefined) return wrongVoucherState(facts);
  return (
    wrongForSale(facts) ??
    'A requisição tem campos que não podem ser aceitos, e nada foi feito. Corrija os campos listados em errors e envie de novo.'
  );
}

/** What values of a file's columns mean has to be said by a person (R51). */
function statusUnclear({ columns, example }: Facts): string {
  const names = (columns as string[]).map((title) => `"${title}"`).join(', ');
  return `O arquivo diz a situação das vendas em ${names} com valores que não são conhecidos ou que não são dessa coluna, e uma venda não é tomada por concluída sem certeza. Nada foi importado. Os valores estão em statusColumns, com means "unknown" onde falta a resposta: envie de novo o arquivo, com outra Idempotency-Key e um parâmetro status para cada um, no formato coluna:valor=significado (como ${factText(example)}). O significado é completed, open, cancelled ou ignore (a coluna não fala da venda); o valor * vale para todos os outros da coluna.`;
}

const REPEAT = 'Repita a chamada em alguns segundos, com a mesma Idempotency-Key se ela leva uma';

/** Every code the API refuses with: its HTTP status and its words. Codes are stable; texts may improve. */
const CATALOGUE = {
  invalid_request: { status: 422, title: 'Requisição inválida', detail: invalid },
  unauthenticated: {
    status: 401,
    title: 'Acesso não identificado',
    detail: () =>
      'Esta chamada precisa de uma chave de API válida ou de uma sessão aberta, e nenhuma foi reconhecida. Envie o cabeçalho Authorization: Bearer <chave>, ou entre com e-mail e senha.',
  },
  forbidden: {
    status: 403,
    title: 'Acesso negado',
    detail: () => 'Esta chamada não tem permissão para o que pediu. Confira as credenciais usadas.',
  },
  not_found: {
    status: 404,
    title: 'Endereço desconhecido',
    detail: () => 'Nada responde neste endereço. Confira o caminho em /docs.',
  },
  program_not_found: {
    status: 404,
    title: 'Nenhum programa publicado',
    detail: () => 'Esta conta ainda não publicou um programa. Publique o primeiro com PUT /v1/program.',
  },
  program_changed: {
    status: 409,
    title: 'Programa publicado por outra pessoa',
    detail: ({ version, replaces }) =>
      `O rascunho foi escrito sobre ${replaces === 0 ? 'nenhum programa' : `a versão ${factText(replaces)}`}, e entretanto foi publicada a versão ${factText(version)}. Nada foi publicado agora. Confira em changes o que mudou, refaça o rascunho sobre ela e publique de novo.`,
  },
  connection_not_found: notFound(
    'Esta conexão',
    'Conexão não encontrada',
    'Confira o id em GET /v1/connections.',
  ),
  connection_disconnected: {
    status: 409,
    title: 'Conexão desfeita',
    detail: () =>
      'Esta empresa do Bling foi desconectada, e nada mudou agora. Para voltar a usá-la, conecte a mesma empresa de novo em /integrations/bling/authorize.',
  },
  connection_paused: {
    status: 409,
    title: 'Conexão pausada',
    detail: () =>
      'Esta conexão está pausada, e os pedidos dela não são lidos. Retome-a com POST /v1/connections/{id}/resume: o que mudou enquanto isso é conferido por si.',
  },
  reconciliation_not_found: notFound(
    'Esta conferência',
    'Conferência não encontrada',
    'Confira o id em GET /v1/connections/{id}/reconciliations.',
  ),
  reconciliation_running: {
    status: 409,
    title: 'Conferência em andamento',
    detail: () =>
      'Esta conexão já tem uma conferência com o Bling em andamento, e outra só esperaria por ela. Espere ela terminar e repita com a mesma Idempotency-Key.',
    retryAfter: 30,
  },
  customer_not_found: notFound(
    'Este cliente',
    'Cliente não encontrado',
    'Procure o cliente em GET /v1/customers?query=.',
  ),
  sale_not_found: notFound(
    'Esta venda',
    'Venda não encontrada',
    'Confira o id, ou o canal e o externalId; uma venda recém-fechada pode levar alguns segundos.',
  ),
  redemption_not_found: notFound(
    'Este resgate',
    'Resgate não encontrado',
    'Confira o id recebido na reserva.',
  ),
  simulation_not_found: notFound(
    'Esta simulação',
    'Simulação não encontrada',
    'Confira o id recebido ao começá-la; simulações são guardadas por trinta dias.',
  ),
  simulations_running: {
    status: 409,
    title: 'Simulações demais em andamento',
    detail: () =>
      'Esta conta já tem cinco simulações em andamento, e outra só esperaria por elas. Espere uma terminar e comece de novo.',
    retryAfter: 30,
  },
  message_not_found: notFound('Esta mensagem', 'Mensagem não encontrada', 'Procure-a em GET /v1/messages.'),
  import_not_found: notFound(
    'Esta importação',
    'Importação não encontrada',
    'Confira o id recebido ao começá-la.',
  ),
  columns_unclear: {
    status: 422,
    title: 'Colunas do arquivo não compreendidas',
    detail: () =>
      'Não se sabe qual coluna do arquivo é qual: uma que é precisa falta, ou duas dizem a mesma coisa. Nada foi importado. As colunas do arquivo estão em columns, com os campos que elas são em fields, e o que falta em missing: envie de novo o arquivo, com outra Idempotency-Key e um parâmetro column para cada coluna a explicar, no formato coluna:campo (como column=Quando foi:soldAt).',
  },
  import_open: {
    status: 409,
    title: 'Já há uma importação desta conexão',
    detail: ({ importId }) =>
      `A importação ${factText(importId)} desta conexão ainda não terminou, e duas ao mesmo tempo só dividiriam a cota. Espere que ela termine ou cancele-a.`,
  },
  import_ended: {
    status: 409,
    title: 'A importação já terminou',
    detail: () =>
      'Esta importação já terminou, e não há o que pausar, retomar ou cancelar. O que foi gravado fica; se precisar, comece outra.',
  },
  import_of_a_file: {
    status: 409,
    title: 'Importação de um arquivo',
    detail: () =>
      'Só importações de contatos do Bling podem ser pausadas, retomadas e canceladas; a de um arquivo termina por si em pouco tempo.',
  },
  status_unclear: {
    status: 422,
    title: 'Situação das vendas não compreendida',
    detail: statusUnclear,
  },
  merge_entangled: {
    status: 409,
    title: 'Cadastros com resgates em comum',
    detail: () =>
      'Há resgates que usaram benefício dos dois cadastros depois que foram unidos, e separá-los deixaria contas pela metade. Nada foi mudado. Desfaça os resgates listados em redemptionIds e tente de novo.',
  },
  review_not_found: notFound('Esta revisão', 'Revisão não encontrada', 'Confira o id em GET /v1/reviews.'),
  merge_not_found: notFound(
    'Esta união',
    'União não encontrada',
    'Confira o id em GET /v1/customers/{id}/merges.',
  ),
  merge_already_undone: {
    status: 409,
    title: 'União já desfeita',
    detail: () => 'Esta união já foi desfeita, uma única vez. Não é preciso fazer mais nada.',
  },
  customers_in_conflict: {
    status: 409,
    title: 'Cadastros com documentos diferentes',
    detail: () =>
      'Os dois cadastros têm CPF ou CNPJ, e não o mesmo: podem ser duas pessoas. Nada mudou. Confira com o cliente; se são a mesma pessoa, repita com force: true e outra Idempotency-Key.',
  },
  customers_not_mergeable: {
    status: 409,
    title: 'Cadastros que não podem ser unidos ou separados',
    detail: () =>
      'São o mesmo cadastro, um deles já foi unido a outro, ou uma união mais recente envolve as mesmas vendas. Nada mudou. Consulte as uniões de cada cliente e desfaça primeiro a mais recente.',
  },
  review_resolved: {
    status: 409,
    title: 'Revisão já decidida',
    detail: () =>
      'Outra pessoa já decidiu esta revisão de outro modo, e nada mudou agora. Consulte a revisão; se a decisão estiver errada, fale com o gerente.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Método não aceito',
    detail: () => 'Este endereço existe, mas não aceita este método. Use um dos métodos do cabeçalho Allow.',
  },
  request_in_progress: {
    status: 409,
    title: 'Requisição em andamento',
    detail: () =>
      'Uma requisição igual, ou uma mudança do mesmo recurso, ainda está em andamento. Espere um instante e repita para receber o resultado.',
    retryAfter: 1,
  },
  payload_too_large: {
    status: 413,
    title: 'Corpo grande demais',
    detail: () =>
      'O corpo da requisição passa do limite desta chamada (256 KB; 10 MB para arquivos CSV) e não foi lido. Envie um corpo menor.',
  },
  headers_too_large: {
    status: 431,
    title: 'Endereço ou cabeçalhos grandes demais',
    detail: () =>
      'O endereço e os cabeçalhos da requisição passam juntos de 16 KB e não foram lidos. Encurte os parâmetros do endereço e envie de novo.',
  },
  request_timeout: {
    status: 408,
    title: 'Corpo que não chegou a tempo',
    detail: () =>
      'O corpo da requisição não chegou inteiro no tempo que esta chamada espera, e nada foi feito. Confira a conexão e envie de novo.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Formato do corpo não aceito',
    detail: () =>
      'O corpo não está em um formato que esta chamada aceita, e não foi lido. Envie JSON em UTF-8, sem compressão, com Content-Type: application/json; nas importações, um CSV com Content-Type: text/csv.',
  },
  too_many_requests: {
    status: 429,
    title: 'Muitas tentativas',
    detail: () =>
      'Houve tentativas demais em pouco tempo, e por segurança novas tentativas estão bloqueadas por alguns minutos. Nada foi consultado nem feito agora. Espere o tempo indicado em Retry-After e confira o código antes de tentar de novo.',
    retryAfter: 900,
  },
  idempotency_key_reused: {
    status: 422,
    title: 'Idempotency-Key usada em outra requisição',
    detail: () =>
      'Esta Idempotency-Key já foi usada com outro conteúdo, e nada foi feito agora. Gere uma chave nova para cada operação nova.',
  },
  internal_error: {
    status: 500,
    title: 'Erro interno',
    detail: () =>
      `Algo inesperado aconteceu do nosso lado e foi registrado. ${REPEAT}; se persistir, informe o X-Request-Id desta resposta ao suporte.`,
  },
  service_unavailable: {
    status: 503,
    title: 'Serviço temporariamente indisponível',
    detail: () =>
      `Uma parte do serviço não está respondendo agora, e esta chamada ficou sem resposta. ${REPEAT}.`,
    retryAfter: 5,
  },
  clock_skew: {
    status: 503,
    title: 'Relógio do servidor errado',
    detail: () =>
      `O relógio do servidor que recebeu esta chamada está errado, e por segurança nada foi feito. ${REPEAT}; se persistir, peça à equipe técnica que acerte o relógio.`,
    retryAfter: 30,
  },
  request_expired: {
    status: 503,
    title: 'Pedido não atendido a tempo',
    detail: () =>
      `O pedido não foi atendido no tempo que esta chamada espera e foi cancelado: nada foi feito, e nada será feito mais tarde sem um novo pedido. ${REPEAT}.`,
    retryAfter: 5,
  },
  outcome_unknown: {
    status: 503,
    title: 'Resultado ainda desconhecido',
    detail: () =>
      `O pedido foi recebido, mas o resultado não chegou a tempo: ele pode já ter sido feito. ${REPEAT}: nada será feito duas vezes.`,
    retryAfter: 2,
  },
  ...ACCESS_PROBLEMS,
  ...REDEMPTION_PROBLEMS,
  ...BLING_PROBLEMS,
  ...VOUCHER_PROBLEMS,
  ...SALE_PROBLEMS,
  ...PEOPLE_PROBLEMS,
} satisfies Record<string, ProblemKind>;

/** A stable refusal code of the HTTP contract. */
export type ProblemCode = keyof typeof CATALOGUE;

/** Whether a text is such a code: what is kept of refusals may be older than a code that is gone. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(CATALOGUE, code);
}

/** The status and words of a code. */
export function problemKind(code: ProblemCode): ProblemKind {
  return CATALOGUE[code];
}
