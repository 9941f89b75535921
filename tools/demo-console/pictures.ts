import type { Page } from 'playwright-core';
import type { DemoCustomer } from './demo-console';
import type { DemoRecords } from './demo-records';

interface Size {
  readonly width: number;
  readonly height: number;
}

const TABLET: Size = { width: 800, height: 1280 };
const PHONE: Size = { width: 360, height: 740 };

/** What the pages are of. */
export interface Shown extends DemoCustomer, DemoRecords {}

/** A picture of a page. */
export interface Picture {
  /** The name of its file. */
  readonly name: string;
  /** As the router of the console names it; null: a page that is none of its. */
  readonly route: string | null;
  /** A computer's unless it says so. */
  readonly size?: Size;
  /** Seen by somebody who has not signed in. */
  readonly outside?: true;
  /** Where the page lies in an installation with what is shown; without it at its route. */
  address?(shown: Shown): string;
  /** What has to be done before it is worth looking at. */
  arrange?(page: Page, shown: Shown): Promise<void>;
}

/** Every page of the console once, with something on it. */
export const PICTURES: readonly Picture[] = [
  { ...at('/entrar'), outside: true },
  { ...at('/senha'), outside: true },
  { ...at('/convite'), outside: true, address: ({ invitation }) => invitation },
  { name: 'balcao', route: null, size: TABLET, address: () => 'balcao', arrange: askedFor },
  ...['/inicio', '/alertas', '/vendas', '/programa', '/mensagens', '/revisoes', '/importacoes'].map(at),
  { ...at('/clientes'), address: () => 'clientes?busca=a' },
  ...['/relatorios', '/relatorios/movimentos', '/relatorios/saldos', '/ativacao', '/importacoes/nova'].map(
    at,
  ),
  { name: 'importacao', route: '/importacoes/$id', address: ({ importId }) => `importacoes/${importId}` },
  { name: 'venda', route: '/vendas/$id', address: ({ saleId }) => `vendas/${saleId}` },
  { name: 'cliente', route: '/clientes/$id', address: ({ customerId }) => `clientes/${customerId}` },
  { name: 'revisao', route: '/revisoes/$id', address: ({ reviewId }) => `revisoes/${reviewId}` },
  { name: 'mensagem', route: '/mensagens/$id', address: ({ messageId }) => `mensagens/${messageId}` },
  ...['/programa/experimentar', '/programa/versoes'].map(at),
  {
    ...at('/programa/simular'),
    address: ({ simulationId }) => `programa/simular?simulacao=${simulationId}`,
    arrange: (page) => page.getByRole('heading', { name: 'Resultado da simulação' }).scrollIntoViewIfNeeded(),
  },
  ...['pessoas', 'lojas', 'chaves', 'conexao', 'mensagens', 'auditoria', 'sessoes'].map((room) =>
    at(`/configuracoes/${room}`),
  ),
  { name: 'pagina-do-cliente', route: null, size: PHONE, outside: true, address: ({ ownPage }) => ownPage },
];

/** A page that lies where it always does. */
function at(route: string): Pick<Picture, 'name' | 'route'> {
  return { name: route.slice(1).replaceAll('/', '-'), route };
}

/** The counter, with a customer before it. */
async function askedFor(page: Page, { phone }: Shown): Promise<void> {
  const field = page.getByRole('textbox').first();
  await field.fill(phone);
  await field.press('Enter');
}
