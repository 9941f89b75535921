import { expectedDate, plusDays } from '../../world';
import type { Company, Contact, Order, OrderItem } from '../../world';
import { reais } from './money';

const pix = 11010305;
const carriage = { bySender: 0, none: 9 } as const;

/** The reference to an order's situation: Bling's own value beside the merchant's id. */
export function situationRef(company: Company, order: Order): { id: number; valor: number } {
  return { id: order.situationId, valor: company.situation(order.situationId).value };
}

/** An order as `GET /pedidos/vendas` lists it. */
export function orderRow(company: Company, order: Order): Record<string, unknown> {
  const contact = company.contact(order.contactId);
  return {
    id: order.id,
    numero: order.number,
    numeroLoja: order.storeNumber,
    data: order.date,
    dataSaida: order.date,
    dataPrevista: expectedDate(order),
    totalProdutos: reais(order.goodsCents),
    total: reais(order.totalCents),
    contato: {
      id: contact.id,
      nome: contact.name,
      tipoPessoa: contact.type,
      numeroDocumento: contact.document,
    },
    situacao: situationRef(company, order),
    loja: { id: order.channelId, unidadeNegocio: { id: 0 } },
  };
}

function item(from: OrderItem): Record<string, unknown> {
  return {
    id: from.id,
    codigo: from.code,
    unidade: 'UN',
    quantidade: from.quantity,
    desconto: 0,
    valor: reais(from.unitCents),
    aliquotaIPI: 0,
    descricao: from.description,
    descricaoDetalhada: '',
    produto: { id: from.productId },
    comissao: { base: 0, aliquota: 0, valor: 0 },
    naturezaOperacao: { id: 0 },
  };
}

/** The instalments: equal parts of the total, the first one takes the odd cents. */
function instalments(order: Order): Record<string, unknown>[] {
  const share = Math.floor(order.totalCents / order.instalments);
  const odd = order.totalCents - share * order.instalments;
  return Array.from({ length: order.instalments }, (_, at) => ({
    id: order.id - 7_000_000_000 + at,
    dataVencimento: plusDays(order.date, 30 * at),
    valor: reais(share + (at === 0 ? odd : 0)),
    observacoes: '',
    caut: '',
    formaPagamento: { id: pix },
  }));
}

function transport(order: Order, contact: Contact): Record<string, unknown> {
  const sent = order.freightCents > 0;
  const to = contact.address;
  return {
    fretePorConta: sent ? carriage.bySender : carriage.none,
    frete: reais(order.freightCents),
    quantidadeVolumes: sent ? 1 : 0,
    pesoBruto: sent ? 0.5 : 0,
    prazoEntrega: sent ? 5 : 0,
    contato: { id: 0, nome: '' },
    etiqueta: {
      nome: sent ? contact.name : '',
      endereco: sent ? to.street : '',
      numero: sent ? to.number : '',
      complemento: sent ? to.complement : '',
      municipio: sent ? to.city : '',
      uf: sent ? to.state : '',
      cep: sent ? to.postalCode : '',
      bairro: sent ? to.district : '',
      nomePais: sent ? 'BRASIL' : '',
    },
    volumes: sent ? [{ id: order.id - 25_000_000_000, servico: 'PAC', codigoRastreamento: '' }] : [],
  };
}

/** An order as `GET /pedidos/vendas/{id}` gives it: every field present, what is unset in Bling's way. */
export function orderDetail(company: Company, order: Order): Record<string, unknown> {
  const { discount } = order;
  return {
    ...orderRow(company, order),
    numeroPedidoCompra: '',
    outrasDespesas: reais(order.otherExpensesCents),
    observacoes: '',
    observacoesInternas: '',
    desconto: {
      valor: reais(discount.unit === 'REAL' ? discount.cents : discount.bps),
      unidade: discount.unit,
    },
    categoria: { id: 0 },
    notaFiscal: { id: order.invoiceId ?? 0 },
    tributacao: { totalICMS: 0, totalIPI: 0 },
    itens: order.items.map(item),
    parcelas: instalments(order),
    transporte: transport(order, company.contact(order.contactId)),
    vendedor: { id: order.sellerId },
    intermediador: { cnpj: '', nomeUsuario: '' },
    taxas: { taxaComissao: 0, custoFrete: 0, valorBase: 0 },
    ...order.oddFields,
  };
}
