/** Said on every list. */
export const lists = {
  next: 'Próxima página',
  first: 'Primeira página',
  pages: 'Páginas da lista',
  clear: 'Limpar filtros',
  filters: 'Filtros',
  refreshing: 'Atualizando a lista…',
  table: (title: string) => `Tabela: ${title}`,
  key: (label: string) => `Chave ${label}`,
  revokedKey: 'Chave revogada',
  zone: (zone: string) => `Datas e horários de ${zone}`,
} as const;
