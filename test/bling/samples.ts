import { orderSchema } from '../../src/bling/order';
import type { BlingOrder } from '../../src/bling';

/** An order as Bling sends it: R$ 225,30 of goods less R$ 15,30, plus R$ 20,00 of freight. */
export function orderJson(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 26737100001,
    numero: 13726,
    numeroLoja: 'LOJA-10042',
    data: '2026-11-20',
    dataSaida: '2026-11-20',
    dataPrevista: '0000-00-00',
    totalProdutos: 225.3,
    total: 230,
    contato: { id: 16693257776, nome: 'Maria Aparecida Souza', numeroDocumento: '52998224725' },
    situacao: { id: 9, valor: 1 },
    loja: { id: 205375013, unidadeNegocio: { id: 0 } },
    outrasDespesas: 0,
    desconto: { valor: 15.3, unidade: 'REAL' },
    itens: [
      { id: 1, codigo: 'CAM-P-AZUL', quantidade: 2, valor: 89.9, desconto: 0 },
      { id: 2, codigo: 'BONE-01', quantidade: 1, valor: 45.5, desconto: 0 },
    ],
    transporte: { fretePorConta: 0, frete: 20 },
    vendedor: { id: 0 },
    ...changes,
  };
}

/** The same, as the client reads it. */
export function order(changes: Record<string, unknown> = {}): BlingOrder {
  return orderSchema.parse(orderJson(changes));
}

/** A contact as Bling sends it. */
export function contactJson(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 16693257776,
    nome: 'Maria Aparecida Souza',
    codigo: '',
    situacao: 'A',
    numeroDocumento: '52998224725',
    telefone: '(54) 3333-4444',
    celular: '(54) 99999-8888',
    fantasia: '',
    tipo: 'F',
    email: 'maria@example.com',
    emailNotaFiscal: 'contador@example.com',
    dadosAdicionais: { dataNascimento: '1990-08-24', sexo: 'F', naturalidade: '' },
    ...changes,
  };
}

/** A webhook envelope as Bling sends it. */
export function envelope(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    eventId: '01a1f943-c756-7a4b-b2d1-0f3a6c1e2b7d',
    date: '2026-11-20T14:02:11Z',
    version: 'v1',
    event: 'order.created',
    companyId: 'd4475854366a36c86a37e792f9634a51',
    data: {
      id: 26737100001,
      data: '2026-11-20',
      numero: 13726,
      total: 230,
      contato: { id: 16693257776 },
      loja: { id: 0 },
      situacao: { id: 6, valor: 0 },
    },
    ...changes,
  };
}

/** Bling's nested error body. */
export function errorJson(type: string, more: Record<string, unknown> = {}): object {
  return { error: { type, message: 'mensagem', description: 'descrição', ...more } };
}
