/** One's own second factor and sessions. */
export const ownAccess = {
  title: 'Meu acesso',
  required: {
    title: 'Falta a verificação em duas etapas',
    text: 'Esta loja só atende donos que a usam. Ative-a aqui para continuar.',
  },
  secondFactor: {
    title: 'Verificação em duas etapas',
    on: 'Ativa: além da senha, a entrada pede um código do aplicativo.',
    off: 'Desativada: quem descobrir a sua senha entra no seu lugar.',
    setUp: 'Ativar',
    setUpTitle: 'Ativar a verificação em duas etapas',
    explain:
      'Abra um aplicativo de autenticação no celular, escolha adicionar uma conta e digite este segredo. Depois escreva o código que ele mostra.',
    secret: 'Segredo para o aplicativo',
    inApp: 'Abrir no aplicativo deste aparelho',
    code: 'Código de 6 números',
    confirm: 'Confirmar e ativar',
    recovery: 'Códigos de recuperação',
    recoveryText:
      'A verificação está ativa. Guarde estes códigos fora do celular: cada um serve uma vez no lugar do código do aplicativo. Eles não são mostrados de novo.',
    kept: 'Guardei os códigos',
    remove: 'Remover',
    removeTitle: 'Remover a verificação em duas etapas',
    removeText: 'A entrada volta a pedir só a senha, e os códigos de recuperação deixam de servir.',
    password: 'Sua senha',
    removeCode: 'Código do aplicativo ou de recuperação',
  },
  sessions: {
    title: 'Sessões abertas',
    loading: 'Carregando sessões…',
    columns: { where: 'Onde', begun: 'Entrada', used: 'Último uso', action: 'Ações' },
    current: 'esta',
    ends: (when: string) => `termina em ${when}`,
    end: 'Encerrar',
    endOf: (where: string, begun: string) => `Encerrar ${where}, de ${begun}`,
    endOthers: 'Encerrar todas as outras',
    unknown: 'Aparelho desconhecido',
    on: (browser: string, system: string) => `${browser} em ${system}`,
  },
} as const;
