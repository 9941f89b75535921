import type { ProblemKind } from './problem-kind';

/** What signing in, people and keys refuse with. */
export const ACCESS_PROBLEMS = {
  sign_in_refused: {
    status: 401,
    title: 'E-mail ou senha incorretos',
    detail: () =>
      'O e-mail e a senha não são de ninguém que tenha acesso, e ninguém entrou. Confira os dois e tente de novo; muitas tentativas seguidas bloqueiam novas por um tempo.',
  },
  second_factor_required: {
    status: 401,
    title: 'Falta o código da segunda etapa',
    detail: () =>
      'O e-mail e a senha estão certos, e esta pessoa usa a verificação em duas etapas. Envie também em code o código que o aplicativo mostra agora, ou um dos códigos de recuperação.',
  },
  second_factor_missing: {
    status: 403,
    title: 'Verificação em duas etapas obrigatória',
    detail: () =>
      'Esta conta só atende donos que usam a verificação em duas etapas, e você ainda não a ativou; nada foi feito. Ative-a com POST /v1/second-factor e repita.',
  },
  foreign_origin: {
    status: 403,
    title: 'Chamada de outra página',
    detail: () =>
      'Esta chamada usa uma sessão e não veio de uma página deste endereço (cabeçalho Origin), e por segurança nada foi feito. Use a página do Retorno, ou uma chave de API.',
  },
  merchant_suspended: {
    status: 403,
    title: 'Conta suspensa',
    detail: () =>
      'Esta conta está suspensa, e nenhuma chamada dela é atendida; nada foi feito, e nada se perdeu. Fale com quem administra esta instalação do Retorno.',
  },
  session_not_found: {
    status: 404,
    title: 'Sessão não encontrada',
    detail: () => 'Esta sessão não existe entre as suas, ou já terminou. Confira o id em GET /v1/sessions.',
  },
} satisfies Record<string, ProblemKind>;
