import { BlingApiError, choiceOf, orderOutcome, situationOf } from '../../../bling';
import type { BlingAccess, OrderOutcome, SalesChannel } from '../../../bling';
import { NO_CHANNEL, noChannelOf } from '../../../store';
import type { Shop, StoreConnection } from '../../../store';
import { Problem } from '../../http/problem';
import { askBling } from '../reference-sale';

type Bling = Pick<BlingAccess, 'listSituationModules' | 'listSituations' | 'listSalesChannels'>;

/** What Bling calls the part of it whose situations orders are in. */
const SALES = 'Vendas';
/** More channels no shop has; Bling gives a hundred a page. */
const MOST_PAGES = 5;

/** Orders that were typed by hand, or imported, have no channel: a store can have those as well, whatever Bling tells of the others. */
const WITHOUT: Omit<SalesChannel, 'id'> = { name: 'Sem canal', type: null, enabled: true };

/** A list of the account, or that the app may not read it (403, the scope is missing). */
export interface Told<T> {
  answer: 'ok' | 'refused';
  options: T[];
}

/** A situation that orders of the account can be in. */
export interface Option {
  id: number;
  name: string | null;
  inheritsFrom: number | null;
}

/** The situations of the account’s orders. @throws Problem where Bling does not answer */
export function readSituations(bling: Bling, { id, companyId }: StoreConnection): Promise<Told<Option>> {
  const account = { connectionId: id, companyId };
  return unlessRefused(async () => {
    const modules = await bling.listSituationModules(account);
    const sales = modules.find(({ name }) => name === SALES);
    return sales ? bling.listSituations(account, sales.id) : [];
  });
}

/** The situations with what each means by the connection’s choice. */
export function withMeanings(
  connection: StoreConnection,
  options: readonly Option[],
): { id: number; name: string | null; meaning: OrderOutcome }[] {
  const choice = choiceOf(connection);
  return options.map((one) => ({
    id: one.id,
    name: one.name,
    meaning: orderOutcome(situationOf(one), choice),
  }));
}

/** A sales channel, with the store that it means. */
type Meaning = SalesChannel & { storeId: string | null };

/**
 * The sales channels of the account, and that there is none, each with the store that it means.
 * @param alone whether the merchant has no other company: the orders without a channel are this one's else
 * @throws Problem where Bling does not answer
 */
export async function readChannels(
  bling: Bling,
  { id, companyId }: StoreConnection,
  { shops, alone }: { shops: readonly Shop[]; alone: boolean },
): Promise<Told<Meaning>> {
  const account = { connectionId: id, companyId };
  const { answer, options } = await unlessRefused(async () => {
    // Lists of Bling repeat rows.
    const found = new Map<string, SalesChannel>();
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { rows, more } = await bling.listSalesChannels(account, { page });
      for (const row of rows) found.set(row.id, row);
      if (!more) break;
    }
    return [...found.values()];
  });
  const storeOf = (channel: string): string | null =>
    shops.find(({ channels }) => channels.includes(channel))?.id ?? null;
  const own = noChannelOf(id);
  const without: Meaning = {
    ...{ id: alone ? NO_CHANNEL : own, ...WITHOUT },
    storeId: storeOf(own) ?? storeOf(NO_CHANNEL),
  };
  return { answer, options: [...options.map((one) => ({ ...one, storeId: storeOf(one.id) })), without] };
}

async function unlessRefused<T>(read: () => Promise<T[]>): Promise<Told<T>> {
  try {
    return { answer: 'ok', options: await askBling(read) };
  } catch (error) {
    if (error instanceof Problem && isScopeMissing(error.cause)) return { answer: 'refused', options: [] };
    throw error;
  }
}

function isScopeMissing(cause: unknown): boolean {
  return cause instanceof BlingApiError && cause.kind === 'forbidden';
}
