/** What can be wrong with a value that a benefit depends on. */
export type OrderFault = 'is missing' | 'is missing or not a date' | 'is not a number' | 'is too large';

/**
 * An order holds an amount or a date no benefit can be calculated from. Permanent until the order is
 * corrected in Bling, which sends a new event.
 */
export class InvalidOrderError extends Error {
  readonly code = 'invalid_order';

  /**
   * @param field Bling's own path of the field, as its users know it: `itens[0].valor`.
   * @param reason What is wrong with it, without the value.
   */
  constructor(
    readonly orderId: string,
    readonly field: string,
    readonly reason: OrderFault,
  ) {
    super(
      `Bling order ${orderId} cannot be used: "${field}" ${reason}. Correct it in Bling and it is read again.`,
    );
    this.name = 'InvalidOrderError';
  }
}
