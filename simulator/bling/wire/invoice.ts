import { brasiliaText } from '../../world';
import type { Company, Invoice, OrderItem } from '../../world';
import { reais } from './money';

const pix = 11010305;
const saleOperation = 15106900001;

/** What an event and every answer tell of an NFC-e. */
export function invoiceHead(invoice: Invoice): Record<string, unknown> {
  const issued = brasiliaText(invoice.issuedAt);
  return {
    id: invoice.id,
    tipo: 1,
    situacao: invoice.situationId,
    numero: String(invoice.number).padStart(6, '0'),
    dataEmissao: issued,
    dataOperacao: issued,
    contato: { id: invoice.contactId },
    naturezaOperacao: { id: saleOperation },
    loja: { id: invoice.channelId },
  };
}

/** An NFC-e as `GET /nfce` lists it: without its amounts. */
export function invoiceRow(company: Company, invoice: Invoice): Record<string, unknown> {
  const contact = company.contact(invoice.contactId);
  const { consumer } = invoice;
  const { street, number, complement, district, postalCode, city, state } = contact.address;
  return {
    ...invoiceHead(invoice),
    chaveAcesso: invoice.accessKey,
    contato: {
      id: contact.id,
      nome: consumer?.name ?? contact.name,
      numeroDocumento: consumer?.document ?? contact.document,
      ie: '',
      rg: '',
      telefone: contact.mobile,
      email: contact.email,
      endereco: {
        endereco: street,
        numero: number,
        complemento: complement,
        bairro: district,
        cep: postalCode,
        municipio: city,
        uf: state,
        pais: '',
      },
    },
  };
}

function item(from: OrderItem): Record<string, unknown> {
  return {
    codigo: from.code,
    descricao: from.description,
    unidade: 'UN',
    quantidade: from.quantity,
    valor: reais(from.unitCents),
    valorTotal: reais(Math.round(from.quantity * from.unitCents)),
    tipo: 'P',
    pesoBruto: 0,
    pesoLiquido: 0,
    numeroPedidoCompra: '',
    classificacaoFiscal: '6109.10.00',
    cest: '',
    codigoServico: '',
    origem: 0,
    informacoesAdicionais: '',
    gtin: '',
    cfop: '5102',
    impostos: {
      valorAproximadoTotalTributos: 0,
      icms: { st: 102, origem: 0, modalidade: 3, aliquota: 0, valor: 0 },
    },
  };
}

const label = {
  ...{ nome: '', endereco: '', numero: '', complemento: '' },
  ...{ municipio: '', uf: '', cep: '', bairro: '' },
};

/** An NFC-e as `GET /nfce/{id}` gives it. */
export function invoiceDetail(company: Company, invoice: Invoice): Record<string, unknown> {
  return {
    ...invoiceRow(company, invoice),
    serie: 1,
    valorNota: reais(invoice.totalCents),
    valorFrete: reais(invoice.freightCents),
    finalidade: 1,
    tipoNota: '',
    xml: '',
    linkDanfe: '',
    linkPDF: '',
    optanteSimplesNacional: true,
    numeroPedidoLoja: invoice.storeNumber,
    transporte: {
      fretePorConta: 9,
      transportador: { nome: '', numeroDocumento: '' },
      volumes: [],
      etiqueta: label,
    },
    vendedor: { id: invoice.sellerId },
    itens: invoice.items.map(item),
    parcelas: [
      {
        data: brasiliaText(invoice.issuedAt).slice(0, 10),
        valor: reais(invoice.totalCents),
        observacoes: '',
        caut: '',
        formaPagamento: { id: pix },
      },
    ],
  };
}
