/** The ledger would stop adding up: a defect, never a customer's fault. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}
