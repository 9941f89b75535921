const KEY = 'retorno.merchant';

/** Which merchant a person with several works for, in this browser; null: not chosen. */
export function chosenMerchant(): string | null {
  return localStorage.getItem(KEY);
}

/** Remembers the merchant to work for; null forgets it. */
export function chooseMerchant(merchantId: string | null): void {
  if (merchantId === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, merchantId);
}
