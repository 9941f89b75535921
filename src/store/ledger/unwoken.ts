import { isOpen } from '../../loyalty';
import type { Book, Redemption, Wallet } from '../../loyalty';
import type { Unwoken } from './redemption-model';

/*
 * A use that is moved concerns sales beyond the wallet's transaction: those that earned what it draws on, and the one it names. They
 * are told afterwards, by whoever moved it. That it is still to be done is kept with the use, so that the sweep for lost runs finds
 * it where nobody came to it.
 */

/** What is compared of a use: any other state, or another sale, concerns sales. */
type AsRead = Pick<Redemption, 'state' | 'saleId'>;

/** The uses of a wallet as they were read, by id. */
type UsesAsRead = ReadonlyMap<string, AsRead>;

export function usesAsRead({ redemptions }: Wallet): UsesAsRead {
  return new Map(redemptions.map(({ id, state, saleId }) => [id, { state, saleId }]));
}

/**
 * The uses that a book has moved so that sales have to be told.
 * @param about the sale that is stored along with the book, which knows already
 */
export function unwokenBy(
  book: Book,
  before: UsesAsRead,
  about: { saleId: string | undefined; at: Date },
): Map<string, Unwoken> {
  const unwoken = new Map<string, Unwoken>();
  for (const use of book.changes().redemptions) {
    const { state, saleId } = before.get(use.id) ?? { state: 'reserved' as const, saleId: null };
    if (use.state === state && use.saleId === saleId) continue;
    const formerly = saleId !== null && saleId !== use.saleId ? [saleId] : [];
    const drawsOnOthers = use.state !== state && concernsOthers(book, use, about.saleId);
    if (formerly.length > 0 || mayNameASale(use) || drawsOnOthers)
      unwoken.set(use.id, { since: about.at, ...(formerly.length > 0 && { formerly }) });
  }
  return unwoken;
}

/** Whether a sale's benefit may be calculated with the use (R9), as far as the use alone says. */
export function mayNameASale({ state, saleRef, saleId }: Redemption): boolean {
  return state === 'confirmed' ? saleRef !== null : state === 'rolled_back' && saleId !== null;
}

/** Sales whose lots a use has used up, or brought back to life: their timers are no longer right. */
export function salesDrawnOn(book: Book, redemption: Redemption): string[] {
  if (redemption.state === 'reserved') return [];
  // Lots that went to another customer when a merge was undone are not here; this redemption moves them no more.
  const drawn = new Set(redemption.draws.map(({ lotId }) => lotId));
  const lots = book.wallet.lots.filter(({ id }) => drawn.has(id));
  const concerned = redemption.state === 'confirmed' ? lots.filter((lot) => !isOpen(lot)) : lots;
  return [...new Set(concerned.map((lot) => lot.saleId).filter((saleId) => saleId !== null))];
}

/** A voucher that time alone gave back needs nobody: its sale looks at the end of each reservation. */
function concernsOthers(book: Book, use: Redemption, saleId: string | undefined): boolean {
  if (use.type === 'voucher' && use.state === 'expired') return false;
  return salesDrawnOn(book, use).some((id) => id !== saleId);
}
