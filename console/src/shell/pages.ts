import type { Role } from '../session';
import { shell } from '../words/pt';

/** A page of the menu. */
export interface PageInfo {
  /** Where it begins: whatever lies under it is of the same page. */
  readonly path: string;
  readonly label: string;
  /** Who may see it: the same whom the API lets call what it shows. */
  readonly roles: readonly Role[];
  /** A page with files of its own: gone to by the browser and not by the router. */
  readonly apart?: true;
}

const ALL: readonly Role[] = ['owner', 'manager', 'staff'];
const LEADING: readonly Role[] = ['owner', 'manager'];

/** Every page, in the order of the menu. */
export const PAGES: readonly PageInfo[] = [
  { path: '/inicio', label: shell.pages.home, roles: ALL },
  { path: '/balcao', label: shell.pages.counter, roles: ALL, apart: true },
  { path: '/vendas', label: shell.pages.sales, roles: ALL },
  { path: '/clientes', label: shell.pages.customers, roles: ALL },
  { path: '/programa', label: shell.pages.program, roles: LEADING },
  { path: '/mensagens', label: shell.pages.messages, roles: LEADING },
  { path: '/revisoes', label: shell.pages.reviews, roles: LEADING },
  { path: '/alertas', label: shell.pages.alerts, roles: LEADING },
  { path: '/importacoes', label: shell.pages.imports, roles: LEADING },
  { path: '/relatorios', label: shell.pages.reports, roles: LEADING },
  { path: '/ativacao', label: shell.pages.activation, roles: ['owner'] },
  // Before the settings, whose address its own begins with.
  { path: '/configuracoes/sessoes', label: shell.pages.ownAccess, roles: ALL },
  { path: '/configuracoes', label: shell.pages.settings, roles: ['owner'] },
];

/** The page an address belongs to; null: to none of the menu. */
export function pageOf(pathname: string): PageInfo | null {
  return PAGES.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`)) ?? null;
}

/** What somebody of a role finds in the menu. */
export function pagesFor(role: Role): PageInfo[] {
  return PAGES.filter(({ roles }) => roles.includes(role));
}
