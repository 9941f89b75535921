/** Said on every page of the settings. */
export const settings = {
  navigation: 'Páginas das configurações',
  pages: {
    people: 'Pessoas',
    stores: 'Lojas',
    keys: 'Chaves de API',
    audit: 'Auditoria',
    connection: 'Conexão com o Bling',
    messages: 'Envio de mensagens',
    ownAccess: 'Meu acesso',
  },
  copy: 'Copiar',
  copied: 'Copiado.',
  selected: 'O texto está selecionado: copie com Ctrl+C.',
  save: 'Salvar',
} as const;
