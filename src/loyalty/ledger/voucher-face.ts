import type { VoucherTemplate } from '../program';

/** What a voucher is worth and where: its template as the pinned version had it (R18), under the code staff type. */
export interface VoucherFace {
  code: string;
  /** The template's name in the program. */
  template: string;
  discount: VoucherTemplate['discount'];
  minSaleCents: number;
  /** Stores that take it; null: all. */
  stores: readonly string[] | null;
}

/** The face of a voucher made by a template. */
export function newVoucherFace(template: VoucherTemplate, name: string, code: string): VoucherFace {
  const { discount, minSaleCents, stores } = template;
  return { code, template: name, discount, minSaleCents, stores: stores ?? null };
}
