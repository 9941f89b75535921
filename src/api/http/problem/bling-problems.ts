import { factText } from './problem-kind';
import type { ProblemKind } from './problem-kind';

/** What looking at Bling while somebody waits can come to. */
export const BLING_PROBLEMS = {
  order_not_found: {
    status: 404,
    title: 'Pedido não encontrado no Bling',
    detail: () =>
      'O Bling não tem este pedido de venda nesta conta, ou ele foi excluído. Confira o id do pedido (o do endereço no Bling, não o número) e a conexão.',
  },
  order_invalid: {
    status: 422,
    title: 'Pedido com dados que não podem estar certos',
    detail: ({ field }) =>
      `O campo "${factText(field)}" do pedido não pode estar certo, e por isso nada pode ser calculado. Corrija-o no Bling e teste de novo.`,
  },
  approval_outdated: {
    status: 409,
    title: 'O programa mudou desde o cálculo',
    detail: ({ version }) =>
      `A versão ${factText(version)} do programa está em vigor, e o cálculo visto era de outra: nada foi aprovado. Veja o cálculo de novo e aprove-o com programVersion ${factText(version)}.`,
  },
  not_ready_to_go_live: {
    status: 409,
    title: 'Ainda falta algo para entrar no ar',
    detail: () =>
      'Nem todos os passos da ativação estão concluídos, e nenhuma mensagem será enviada. O que falta, e o que fazer, está em GET /v1/activation.',
  },
  bling_authorization_needed: {
    status: 409,
    title: 'O Bling precisa ser autorizado de novo',
    detail: () =>
      'O Bling não aceita mais a autorização desta conexão, ou falta a ela uma permissão. Conecte a loja de novo em /integrations/bling/authorize com um usuário administrador.',
  },
  bling_unavailable: {
    status: 503,
    title: 'O Bling não está respondendo',
    detail: () =>
      'O Bling não respondeu, ou respondeu algo que não se entende, e sem ele não há o que testar. Espere um pouco e repita a chamada.',
    retryAfter: 30,
  },
  bling_busy: {
    status: 503,
    title: 'Limite de consultas ao Bling atingido',
    detail: () =>
      'O Bling limita quantas consultas esta conta pode fazer, e as vendas do dia vêm antes de um teste. Repita a chamada depois do tempo em Retry-After.',
    retryAfter: 10,
  },
} satisfies Record<string, ProblemKind>;
