const KEY = 'retorno.merchant';

/**
 * The merchant of this page; null: none was chosen; undefined: nobody has asked yet. What is chosen in another tab counts from the next
 * page on: this one goes on to show, and to call for, the merchant it began with.
 */
let here: string | null | undefined;

/** Which merchant a person works for on this page; null: not chosen. */
export function chosenMerchant(): string | null {
  if (here === undefined) here = localStorage.getItem(KEY);
  return here;
}

/** Remembers the merchant to work for, here and on the pages to come in this browser; null forgets it. */
export function chooseMerchant(merchantId: string | null): void {
  here = merchantId;
  if (merchantId === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, merchantId);
}

/** Has the calls of this page name the only merchant of its person: somebody of another may sign in in another tab. */
export function workFor(merchantId: string): void {
  here = merchantId;
}
