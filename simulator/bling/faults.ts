/** The routes a fault or a counter can name. */
export const blingRoutes = [
  'POST /oauth/token',
  'GET /pedidos/vendas',
  'GET /pedidos/vendas/{id}',
  'GET /nfce',
  'GET /nfce/{id}',
  'GET /contatos',
  'GET /contatos/{id}',
  'GET /contatos/consumidor-final',
  'GET /contatos/tipos',
  'GET /contatos/{id}/tipos',
  'GET /situacoes/modulos',
  'GET /situacoes/modulos/{id}',
  'GET /situacoes/modulos/{id}/acoes',
  'GET /situacoes/modulos/{id}/transicoes',
  'GET /situacoes/transicoes/{id}',
  'GET /situacoes/{id}',
  'GET /canais-venda',
  'GET /canais-venda/tipos',
  'GET /canais-venda/{id}',
  'GET /empresas/me/dados-basicos',
  'unknown route',
] as const;

/** One of the routes. */
export type BlingRoute = (typeof blingRoutes)[number];

/** What can go wrong with an answer of Bling. */
export const blingFaultKinds = [
  'expired-token',
  'insufficient-scope',
  'rejected',
  'rate-limit-second',
  'rate-limit-day',
  'server-error',
  'block-page',
  'html-page',
  'hang',
  'connection-reset',
  'truncated-json',
] as const;

/** One of the kinds. */
export type BlingFaultKind = (typeof blingFaultKinds)[number];

/** A fault to come: the next `times` answers of the company and route go wrong. */
export interface BlingFault {
  kind: BlingFaultKind;
  /** Index of the company; absent: any, and also the token endpoint, which belongs to none. */
  company?: number;
  /** Absent: any route of the API, but not the token endpoint. */
  route?: BlingRoute;
  /** The one order, contact or other thing whose answers go wrong; absent: of any. */
  id?: number;
  /** How many answers; default 1, Infinity until cleared. */
  times?: number;
  /** For `hang`: how long the answer is held back, in milliseconds; default 30 seconds. */
  ms?: number;
}

/** Whether a fault is meant for this request; the token endpoint has to be named to be hit. `id`: what is asked for, if that has one. */
export function strikes(
  fault: BlingFault,
  company: number | undefined,
  route: BlingRoute,
  id?: number,
): boolean {
  const companyFits = fault.company === undefined || fault.company === company;
  const routeFits = fault.route === undefined ? route !== 'POST /oauth/token' : fault.route === route;
  return companyFits && routeFits && (fault.id === undefined || fault.id === id);
}
