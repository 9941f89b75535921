/** The companies of Bling that an account is connected to. */
export const connection = {
  title: 'Conexão com o Bling',
  loading: 'Carregando a conexão…',
  empty: {
    title: 'Nenhuma empresa conectada',
    text: 'Conecte a empresa do Bling: as vendas dela passam a render sozinhas.',
  },
  connect: 'Conectar uma empresa do Bling',
  connectHint: 'O Bling abre nesta janela. Entre nele como administrador da empresa e autorize.',
  again: 'Autorizar de novo',
  states: { connected: 'Conectada', needs_authorization: 'Precisa ser autorizada' },
  lost: {
    title: 'O Bling não aceita mais a autorização',
    text: 'As vendas esperam, e nada se perde. Autorize de novo com um administrador da empresa.',
  },
  stopped: 'O Bling não está sendo consultado agora',
  facts: {
    state: 'Situação',
    company: 'Empresa no Bling',
    since: 'Conectada em',
    authorized: 'Autorizada em',
    zone: 'Fuso horário',
    ofProgram: 'o do programa',
    completed: 'Situações que concluem a venda',
    cancelled: 'Situações que cancelam a venda',
    ofBling: 'as do próprio Bling',
  },
} as const;
