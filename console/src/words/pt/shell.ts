/** What stands around every page. */
export const shell = {
  menu: 'Menu',
  openMenu: 'Abrir o menu',
  navigation: 'Navegação principal',
  skip: 'Ir para o conteúdo',
  changeMerchant: 'Trocar de loja',
  pages: {
    home: 'Início',
    counter: 'Balcão',
    sales: 'Vendas',
    customers: 'Clientes',
    program: 'Programa',
    reviews: 'Revisões',
    messages: 'Mensagens',
    alerts: 'Alertas',
    imports: 'Importações',
    reports: 'Relatórios',
    activation: 'Ativação',
    settings: 'Configurações',
    ownAccess: 'Meu acesso',
  },
  forbidden: {
    title: 'Você não tem acesso a esta página',
    text: (roles: string, role: string) =>
      `Esta página é para ${roles}. O seu acesso é de ${role}. Se precisar dela, peça ao dono da loja.`,
  },
  notFound: {
    title: 'Página não encontrada',
    text: 'Não há nada neste endereço. Ele pode ter sido digitado errado ou mudado.',
  },
  broken: {
    title: 'Algo deu errado nesta página',
    text: 'Tente de novo. Se continuar, informe ao suporte o que está escrito abaixo.',
  },
  toHome: 'Ir para o início',
  and: ' e ',
} as const;
