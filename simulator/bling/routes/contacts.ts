import { bareDocument } from '../../world';
import type { Company, Contact } from '../../world';
import { invalidParameter, notFound } from '../refusal';
import type { ApiRoute, Asked } from '../gate';
import { numberOf, numbersOf, pageOf, periodOf, textOf } from '../query';
import { contactDetail, contactRow, contactTypes, customerType } from '../wire';

/** No contact has a seller of its own. */
const noSeller = 0;

/** How many contacts the default criterion "últimos incluídos" lets through. */
const lastIncluded = 20;

const digits = (text: string): string => text.replace(/\D/g, '');

/** The rows a `criterio` selects, the newest first: 1 all, 2 excluded, 3 the last included (default), 4 without movement. */
function selected(company: Company, criterion: number): Contact[] {
  const newestFirst = [...company.contacts.values()].reverse();
  if (criterion === 2) return newestFirst.filter((contact) => contact.situation === 'E');
  if (criterion === 4) return newestFirst.filter((contact) => contact.situation === 'S');
  const present = newestFirst.filter((contact) => contact.situation !== 'E');
  if (criterion === 1) return present;
  if (criterion === 3) return present.slice(0, lastIncluded);
  throw invalidParameter();
}

function matches(contact: Contact, search: string): boolean {
  const text = search.toLowerCase();
  const document = bareDocument(search);
  return (
    contact.name.toLowerCase().includes(text) ||
    contact.email.toLowerCase().includes(text) ||
    (document !== '' && bareDocument(contact.document) === document)
  );
}

/** Bling's numbers for the kinds of person. */
const personTypes = ['F', 'J', 'E'] as const;

function personType(query: Asked['query']): Contact['type'] | undefined {
  const number = numberOf(query, 'tipoPessoa');
  if (number === undefined) return undefined;
  return personTypes[number - 1] ?? refuse();
}

function refuse(): never {
  throw invalidParameter();
}

function filtered(company: Company, query: Asked['query'], now: number): Contact[] {
  const search = textOf(query, 'pesquisa');
  const document = textOf(query, 'numeroDocumento');
  const phone = textOf(query, 'telefone');
  const ids = numbersOf(query, 'idsContatos');
  const type = personType(query);
  const state = textOf(query, 'uf')?.toUpperCase();
  const contactType = numberOf(query, 'idTipoContato');
  const sellerId = numberOf(query, 'idVendedor') ?? noSeller;
  const added = periodOf(query, 'dataInclusao', now);
  const changed = periodOf(query, 'dataAlteracao', now);
  if (sellerId !== noSeller) return [];
  return selected(company, numberOf(query, 'criterio') ?? 3).filter(
    (contact) =>
      (search === undefined || matches(contact, search)) &&
      (document === undefined || bareDocument(contact.document) === bareDocument(document)) &&
      (phone === undefined || [contact.phone, contact.mobile].some((one) => digits(one) === digits(phone))) &&
      (ids === undefined || ids.includes(contact.id)) &&
      (type === undefined || contact.type === type) &&
      (state === undefined || contact.address.state === state) &&
      (contactType === undefined ||
        contactTypes(contact === company.anonymousContact).some(({ id }) => id === contactType)) &&
      contact.createdAt >= added.from &&
      contact.createdAt <= added.until &&
      contact.changedAt >= changed.from &&
      contact.changedAt <= changed.until,
  );
}

/** The customers of a company. */
export function contactRoutes(clock: () => number): ApiRoute[] {
  return [
    {
      name: 'GET /contatos',
      path: '/contatos',
      answer: ({ company, query }) => ({
        data: pageOf(filtered(company, query, clock()), query, company.repeatedRows).map(contactRow),
      }),
    },
    {
      name: 'GET /contatos/consumidor-final',
      path: '/contatos/consumidor-final',
      answer: ({ company }) => ({ data: contactDetail(company.anonymousContact, true) }),
    },
    {
      name: 'GET /contatos/tipos',
      path: '/contatos/tipos',
      answer: () => ({ data: [customerType] }),
    },
    {
      name: 'GET /contatos/{id}/tipos',
      path: '/contatos/:id/tipos',
      answer: ({ company, id }) => {
        const contact = company.contacts.get(id);
        if (!contact) throw notFound();
        return { data: contactTypes(contact === company.anonymousContact) };
      },
    },
    {
      name: 'GET /contatos/{id}',
      path: '/contatos/:id',
      answer: ({ company, id }) => {
        const contact = company.contacts.get(id);
        if (!contact) throw notFound();
        return { data: contactDetail(contact, contact === company.anonymousContact) };
      },
    },
  ];
}
