import { bareDocument } from '../../world';
import type { Company, Contact } from '../../world';
import { invalidParameter, notFound } from '../refusal';
import type { ApiRoute, Asked } from '../gate';
import { listOf, numberOf, pageOf, textOf } from '../query';
import { contactDetail, contactRow } from '../wire';

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

function filtered(company: Company, query: Asked['query']): Contact[] {
  const search = textOf(query, 'pesquisa');
  const document = textOf(query, 'numeroDocumento');
  const phone = textOf(query, 'telefone');
  const ids = listOf(query, 'idsContatos')?.map(Number);
  return selected(company, numberOf(query, 'criterio') ?? 3).filter(
    (contact) =>
      (search === undefined || matches(contact, search)) &&
      (document === undefined || bareDocument(contact.document) === bareDocument(document)) &&
      (phone === undefined || [contact.phone, contact.mobile].some((one) => digits(one) === digits(phone))) &&
      (ids === undefined || ids.includes(contact.id)),
  );
}

/** The customers of a company. */
export function contactRoutes(): ApiRoute[] {
  return [
    {
      name: 'GET /contatos',
      path: '/contatos',
      answer: ({ company, query }) => ({ data: pageOf(filtered(company, query), query).map(contactRow) }),
    },
    {
      name: 'GET /contatos/consumidor-final',
      path: '/contatos/consumidor-final',
      answer: ({ company }) => ({ data: contactDetail(company.anonymousContact, true) }),
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
