import type { ImportKind } from '../../../store';

const CUSTOMER_COLUMNS = {
  name: ['nome', 'cliente', 'nome do cliente', 'nome cliente', 'name', 'customer', 'customer name'],
  document: ['cpf', 'cnpj', 'cpf/cnpj', 'cpf ou cnpj', 'documento', 'document', 'tax id'],
  phone: ['telefone', 'telefone fixo', 'fone', 'tel', 'phone'],
  mobile: ['celular', 'telefone celular', 'whatsapp', 'mobile', 'cell phone'],
  email: ['e-mail', 'correio eletronico', 'e-mail do cliente'],
};

/**
 * What each column of a file may be called, compared without case, accents, blanks and punctuation. The first name is the
 * one a message uses.
 */
export const COLUMN_NAMES = {
  customers: {
    ...CUSTOMER_COLUMNS,
    birthDate: [
      'nascimento',
      'data de nascimento',
      'data nascimento',
      'aniversario',
      'birth date',
      'birthday',
    ],
    segments: ['segmentos', 'segmento', 'grupos', 'grupo', 'segments', 'segment', 'tags'],
  },
  sales: {
    ...CUSTOMER_COLUMNS,
    externalId: [
      'id',
      'id externo',
      'id da venda',
      'id do pedido',
      'codigo',
      'codigo da venda',
      'codigo do pedido',
      'external id',
      'sale id',
      'order id',
    ],
    number: [
      'numero',
      'pedido',
      'venda',
      'numero da venda',
      'numero do pedido',
      'nota',
      'nota fiscal',
      'number',
      'order',
      'order number',
      'sale number',
    ],
    channel: ['canal', 'channel'],
    storeId: ['loja', 'filial', 'unidade', 'store', 'store id'],
    soldAt: [
      'data',
      'data da venda',
      'data venda',
      'data do pedido',
      'data e hora',
      'data hora',
      'date',
      'sold at',
      'sale date',
      'order date',
    ],
    totalCents: [
      'total',
      'valor',
      'valor total',
      'total da venda',
      'total do pedido',
      'amount',
      'total amount',
    ],
    freightCents: ['frete', 'valor do frete', 'freight', 'shipping'],
    otherExpensesCents: ['outras despesas', 'despesas', 'other expenses'],
    discountCents: ['desconto', 'descontos', 'valor do desconto', 'discount'],
    status: ['situacao', 'status'],
  },
} satisfies Record<ImportKind, Record<string, string[]>>;

/** The columns a file of customers can have. */
export type CustomerField = keyof (typeof COLUMN_NAMES)['customers'];
/** The columns a file of sales can have. */
export type SaleField = keyof (typeof COLUMN_NAMES)['sales'];
