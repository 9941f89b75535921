import { bareDocument } from '../../world';
import type { Address, Contact } from '../../world';

function address(from: Partial<Address>): Record<string, string> {
  return {
    endereco: from.street ?? '',
    cep: from.postalCode ?? '',
    bairro: from.district ?? '',
    municipio: from.city ?? '',
    uf: from.state ?? '',
    numero: from.number ?? '',
    complemento: from.complement ?? '',
  };
}

/** The only type of contact there is. */
export const customerType = { id: 14582035035, descricao: 'Cliente' };

/** The types of a contact: everybody but the built-in anonymous one is a customer. */
export function contactTypes(anonymous: boolean): { id: number; descricao: string }[] {
  return anonymous ? [] : [customerType];
}

/** A contact as `GET /contatos` lists it: seven fields, the document as it was typed. */
export function contactRow(contact: Contact): Record<string, unknown> {
  return {
    id: contact.id,
    nome: contact.name,
    codigo: '',
    situacao: contact.situation,
    numeroDocumento: contact.document,
    telefone: contact.phone,
    celular: contact.mobile,
  };
}

/** A contact as `GET /contatos/{id}` gives it: every field present, the document without punctuation. */
export function contactDetail(contact: Contact, anonymous: boolean): Record<string, unknown> {
  return {
    ...contactRow(contact),
    numeroDocumento: bareDocument(contact.document),
    fantasia: '',
    tipo: contact.type,
    indicadorIe: 9,
    ie: '',
    rg: '',
    inscricaoMunicipal: '',
    orgaoEmissor: '',
    email: contact.email,
    emailNotaFiscal: '',
    orgaoPublico: 'N',
    endereco: { geral: address(contact.address), cobranca: address({}) },
    vendedor: { id: 0 },
    dadosAdicionais: { dataNascimento: contact.birthDate, sexo: contact.sex, naturalidade: '' },
    financeiro: { limiteCredito: 0, condicaoPagamento: '', categoria: { id: 0 } },
    pais: { nome: '' },
    tiposContato: contactTypes(anonymous),
    pessoasContato: [],
  };
}
