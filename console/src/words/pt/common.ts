/** Said on many pages. */
export const common = {
  product: 'Retorno',
  loading: 'Carregando…',
  tryAgain: 'Tentar de novo',
  cancel: 'Cancelar',
  close: 'Fechar',
  back: 'Voltar',
  noAnswer: {
    title: 'Sem resposta do servidor',
    cause: 'A rede caiu ou o servidor está fora do ar.',
    action: 'Confira a conexão e tente de novo.',
  },
  unanswered: {
    title: 'Não sabemos se foi feito',
    text: 'A resposta deste envio não chegou. Envie de novo sem mudar nada: se já foi feito, nada é feito outra vez. O que você mudar é outro envio.',
  },
  code: (code: string) => `Código: ${code}`,
  request: (id: string) => `Chamada: ${id}`,
  waitSeconds: (seconds: number) =>
    seconds < 90 ? `Espere ${seconds} segundos.` : `Espere ${Math.ceil(seconds / 60)} minutos.`,
  signOut: 'Sair',
  notSignedOut: 'Não foi possível sair',
  signInAgain: 'Entrar de novo',
  roles: { owner: 'dono', manager: 'gerente', staff: 'atendente' },
} as const;
