import type { createActivities } from '../../src/activities';
import { localDate } from '../../src/loyalty';

type Bling = Parameters<typeof createActivities>[0]['bling'];

const PAGE = 100;
/** One in so many has an e-mail alone, and has to be read by himself. */
const ONE_BY_ONE = 20;

function rowOf(n: number): { id: string; name: string; mobile: string | null } {
  const number = String(10_000_000 + n);
  const mobile = n % ONE_BY_ONE === 0 ? null : `(11) 9${number.slice(0, 4)}-${number.slice(4)}`;
  return { id: String(n + 1), name: `Pessoa Medida ${n % 1_000}`, mobile };
}

/** A Bling of so many contacts, that answers at once and knows no quota; an order of it is completed, and of the contact that its number ends with. */
export function blingOf(count: number): Pick<Bling, 'listContacts' | 'getContact' | 'getOrder'> {
  const nothing = { document: null, landline: null, situation: 'A' };
  return {
    listContacts: (_account, { page }) => {
      const first = (page - 1) * PAGE;
      const rows = Array.from({ length: Math.max(0, Math.min(PAGE, count - first)) }, (_, index) => ({
        ...nothing,
        ...rowOf(first + index),
      }));
      return Promise.resolve({ rows, more: rows.length === PAGE });
    },
    getContact: (_account, id) => {
      const email = `pessoa.${id}@correio.com.br`;
      return Promise.resolve({ ...nothing, ...rowOf(Number(id) - 1), type: 'F', email, birthDate: null });
    },
    getOrder: (_account, id) =>
      Promise.resolve({
        ...{ id, number: id, marketplaceNumber: null, invoiceId: null },
        date: localDate(Date.now(), 'America/Sao_Paulo'),
        ...{
          situation: { id: 9, value: 1 },
          contactId: String(1 + (Number(id) % count)),
          storeId: '205375013',
        },
        ...{ total: '100', freight: '0', otherExpenses: '0', discount: null },
        items: [{ sku: 'CAMISETA-P', quantity: '1', unitPrice: '100' }],
      }),
  };
}
