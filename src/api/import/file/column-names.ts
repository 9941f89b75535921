import type { ImportKind } from '../../../store';
import { headerWords } from './header-words';

/**
 * What a column may be called: a word of each group, and beside these only words of `also`. So a column is understood by what
 * its title says and not by a list of titles, and one word that is not understood leaves the column alone: the phone of the
 * recipient is not the customer's.
 */
interface Title {
  groups: readonly (readonly string[])[];
  words: ReadonlySet<string>;
}

const WHO =
  'cliente clientes comprador compradora consumidor contato cobranca faturamento pessoa customer buyer client billing';
const ORDER = 'pedido pedidos venda vendas compra order sale orders sales';
const NUMBER = 'numero number num nro nr n';
const DATE = 'data date dt';
const PHONE = 'telefone telefones fone tel phone telephone';

/** @param groups words of a group parted by blanks */
function titled(groups: readonly string[], also = ''): Title {
  const split = (text: string): string[] => text.split(' ').filter((word) => word !== '');
  return { groups: groups.map(split), words: new Set([...groups, also].flatMap(split)) };
}

/** The ways to call a column, the plainest first: of two columns that are called differently the plainer one is meant. */
type Titles = readonly Title[];

const WHOM = {
  name: [
    titled(['nome name', WHO], 'completo full'),
    titled(['first primeiro', 'nome name'], WHO),
    titled(['nome name'], 'completo full social'),
    titled(['razao', 'social'], `${WHO} nome fantasia`),
    titled(['cliente comprador compradora consumidor customer buyer']),
  ],
  surname: [titled(['sobrenome surname lastname'], WHO), titled(['last ultimo', 'nome name'], WHO)],
  document: [
    titled(['cpf cnpj'], `${WHO} ou documento`),
    titled(['documento document'], WHO),
    titled(['tax', 'id'], WHO),
  ],
  mobile: [
    titled(
      ['celular whatsapp mobile cel zap cellphone'],
      `${WHO} ${PHONE} ${NUMBER} ou com ddd principal 1 2`,
    ),
  ],
  phone: [
    titled([PHONE], `${WHO} ${NUMBER} fixo residencial comercial principal outro adicional com ddd ou 1 2 3`),
  ],
  email: [
    titled(['email mail'], `${WHO} endereco address principal ou 1 2`),
    titled(['correio', 'eletronico'], WHO),
  ],
};

const COLUMNS = {
  customers: {
    ...WHOM,
    birthDate: [titled(['nascimento nasc aniversario birthday birthdate birth dob'], `${WHO} ${DATE} day`)],
    segments: [titled(['segmento segmentos grupo grupos segment segments group groups tag tags'], WHO)],
  },
  sales: {
    ...WHOM,
    externalId: [
      titled(['id codigo cod code identificador', `${ORDER} transacao`], 'externo external'),
      titled(['id codigo cod code identificador'], 'externo external unico'),
    ],
    number: [
      titled([NUMBER, ORDER]),
      titled([ORDER]),
      titled([NUMBER]),
      titled(['nota nf nfe nfce'], `fiscal ${NUMBER}`),
    ],
    marketplaceNumber: [
      titled(['marketplace', `${ORDER} ${NUMBER} id codigo`]),
      titled(['loja', 'virtual', `${ORDER} ${NUMBER}`]),
      titled(['numero', 'loja'], ORDER),
    ],
    invoiceNumber: [titled(['chave', 'acesso nf nfe nfce nota'], 'acesso nf nfe nfce nota fiscal danfe')],
    channel: [titled(['canal channel'])],
    storeId: [titled(['loja filial unidade store'], 'id codigo')],
    soldAt: [
      titled([DATE, `${ORDER} criacao creation`], 'hora time horario'),
      titled(['sold created ordered', 'at on'], ORDER),
      titled([DATE], 'hora time horario'),
      titled([DATE, 'emissao'], ORDER),
    ],
    totalCents: [
      titled(['total valor amount'], `${ORDER} total valor geral final amount value grand`),
      titled(['total valor', 'nota'], 'total valor fiscal'),
    ],
    freightCents: [
      titled(['frete freight'], `${ORDER} valor total amount`),
      titled(['shipping'], `${ORDER} total amount cost price`),
      titled(['valor custo preco', 'frete envio entrega'], ORDER),
    ],
    otherExpensesCents: [titled(['despesas expenses'], 'outras other valor')],
    discountCents: [titled(['desconto descontos discount'], `${ORDER} valor total amount`)],
  },
} satisfies Record<ImportKind, Record<string, Titles>>;

/** The columns a file of customers can have. */
export type CustomerField = keyof (typeof COLUMNS)['customers'];
/** The columns a file of sales can have, but for those that say how a sale stands. */
export type SaleField = keyof (typeof COLUMNS)['sales'];

/** Every field that a column of some file may be said to hold. */
export const FIELDS: readonly string[] = [
  ...new Set([COLUMNS.customers, COLUMNS.sales].flatMap((fields) => Object.keys(fields))),
];

/** Whether files of this kind have such a field. */
export function isFieldOf(kind: ImportKind, field: string): boolean {
  return Object.hasOwn(COLUMNS[kind], field);
}

/** Of these a file may have several columns: all of them count, or the first that is filled in a row. */
export const SEVERAL: ReadonlySet<string> = new Set([
  'name',
  'surname',
  'document',
  'mobile',
  'phone',
  'email',
]);

/** What a column is called where a message has to name it. */
export const NAMES: Readonly<Record<string, string>> = {
  externalId: 'id',
  number: 'numero',
  soldAt: 'data',
  totalCents: 'total',
  document: 'cpf',
  phone: 'telefone',
  mobile: 'celular',
  email: 'e-mail',
};

const KNOWN: ReadonlySet<string> = new Set(
  [COLUMNS.customers, COLUMNS.sales].flatMap((fields) =>
    Object.values(fields).flatMap((titles: Titles) => titles.flatMap(({ words }) => [...words])),
  ),
);

/** What a title says, and how plainly: 0 is plainest. */
export interface Meaning {
  field: string;
  rank: number;
}

/** What a column of this title holds; null where the title is not understood. */
export function meaningOf(kind: ImportKind, title: string): Meaning | null {
  // A share is no amount, and this product knows no shares.
  if (title.includes('%')) return null;
  const words = headerWords(title, KNOWN);
  const fields: [string, Titles][] = Object.entries(COLUMNS[kind]);
  for (const [field, titles] of fields) {
    const rank = titles.findIndex((one) => says(words, one));
    if (rank >= 0) return { field, rank };
  }
  return null;
}

function says(words: readonly string[], { groups, words: allowed }: Title): boolean {
  return (
    words.length > 0 &&
    words.every((word) => allowed.has(word)) &&
    groups.every((group) => words.some((word) => group.includes(word)))
  );
}
