import type { Actor, KeyScope, Role } from '../../../store';

/** Who calls, as far as rights go: a person by the role in the merchant, a key by its scope. */
export type Standing = Role | KeyScope;

/** All of them, in the order in which people read them. */
export const STANDINGS: readonly Standing[] = ['owner', 'manager', 'staff', 'full', 'till', 'read'];

type Permit = Readonly<Record<Standing, boolean> & { what: string }>;

/** @param what pt-BR, after "pode" */
function permit(what: string, ...who: Standing[]): Permit {
  return {
    ...(Object.fromEntries(STANDINGS.map((one) => [one, who.includes(one)])) as Record<Standing, boolean>),
    what,
  };
}

const COUNTER = ['owner', 'manager', 'staff', 'full', 'till'] as const;
const MANAGEMENT = ['owner', 'manager', 'full'] as const;
const OWNERS = ['owner', 'full'] as const;

/**
 * Who may what: the only place that says so. Every route names one of these, and is refused to whoever is not listed. What staff
 * see is less than the others do, where they are bound to stores; and neither staff nor till keys see whole documents.
 */
export const PERMISSIONS = {
  'customer.look': permit('consultar clientes, carteiras e vales', ...COUNTER, 'read'),
  // A counter finds whom it means by saying more; whoever may read on reads everybody off in the end.
  'customer.list': permit(
    'ler mais do que os primeiros que uma busca de clientes encontra',
    ...MANAGEMENT,
    'read',
  ),
  'document.see': permit('ver CPF e CNPJ por inteiro', ...MANAGEMENT, 'read'),
  counter: permit(
    'atender no balcão (resgates, vales, cadastro de clientes e vendas sem cliente)',
    ...COUNTER,
  ),
  'attempt.read': permit('consultar as tentativas de resgate', ...COUNTER),
  'sale.read': permit(
    'consultar vendas com as mensagens de cada uma, extratos e explicações',
    ...['owner' as const, 'manager' as const, 'staff' as const, 'full' as const, 'read' as const],
  ),
  // Many a message is of no sale, and so of no store: staff see those of a sale in it, of their own stores alone.
  'message.read': permit('consultar a lista de mensagens aos clientes', ...MANAGEMENT, 'read'),
  'sale.return': permit('registrar devoluções', 'owner', 'manager', 'staff', 'full'),
  'sale.write': permit('registrar vendas', ...MANAGEMENT),
  adjustment: permit('fazer ajustes manuais de saldo', ...MANAGEMENT),
  merge: permit('unir e separar cadastros', ...MANAGEMENT),
  review: permit('consultar e decidir revisões', ...MANAGEMENT),
  'customer.link': permit('ver e trocar o link da página de um cliente', ...MANAGEMENT),
  suppression: permit('informar a quem nunca escrever', ...MANAGEMENT),
  segment: permit('definir segmentos de clientes', ...MANAGEMENT),
  import: permit('importar planilhas e contatos', ...MANAGEMENT),
  program: permit('consultar e publicar o programa', ...MANAGEMENT),
  simulation: permit('simular programas', ...MANAGEMENT),
  ledger: permit('conferir o livro de lançamentos', ...MANAGEMENT),
  alert: permit('consultar alertas', ...MANAGEMENT),
  report: permit('consultar relatórios', ...MANAGEMENT, 'read'),
  connection: permit('gerenciar conexões com o Bling', ...OWNERS),
  settings: permit('consultar e mudar as configurações da conta', ...OWNERS),
  'store.look': permit('consultar as lojas', ...COUNTER, 'read'),
  store: permit('gerenciar lojas', ...OWNERS),
  audit: permit('consultar a auditoria', ...OWNERS),
  people: permit('gerenciar pessoas', 'owner'),
  key: permit('gerenciar chaves de API', 'owner'),
} satisfies Record<string, Permit>;

/** What somebody may or may not, by name. */
export type Permission = keyof typeof PERMISSIONS;

/**
 * What a route asks of whoever comes. `signed-in`: a person, about themselves; `public`: nothing, or what it finds out by itself,
 * such as a signature.
 */
export type Admission = Permission | 'signed-in' | 'public';

/** Whether somebody may do something. */
export function may(actor: Actor, permission: Permission): boolean {
  // A scope or role of a newer version is not in the table, and may nothing.
  return PERMISSIONS[permission][standingOf(actor)] === true;
}

/** By what an actor is found in the table. */
export function standingOf(actor: Actor): Standing {
  return actor.kind === 'key' ? actor.scope : actor.role;
}

/** Who may do it. */
export function whoMay(permission: Permission): Standing[] {
  return STANDINGS.filter((one) => PERMISSIONS[permission][one]);
}
