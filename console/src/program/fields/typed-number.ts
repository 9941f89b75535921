import { formatCount } from '../../format';

/** How a number is typed and shown. The program counts in the smallest unit; people do not. */
export interface NumberForm {
  /** Null: it could mean several things or nothing. */
  read: (typed: string) => number | null;
  show: (value: number) => string;
}

/** A number with up to so many decimals, in units of the last one: `7,5` with two is 750. Dots of thousands are taken. */
function decimal(places: number, least: number): NumberForm {
  const form = new RegExp(`^(\\d{1,3}(?:\\.\\d{3})+|\\d{1,12})(?:,(\\d{1,${places}}))?$`);
  const dotted = new RegExp(`^(\\d{1,12})\\.(\\d{1,${places}})$`);
  const shown = new Intl.NumberFormat('pt-BR', {
    minimumFractionDigits: least,
    maximumFractionDigits: places,
  });
  const unit = 10 ** places;
  return {
    read(typed) {
      const text = typed.replace(/\s|R\$|%/g, '');
      const [, whole, parts = ''] = form.exec(text) ?? dotted.exec(text) ?? [];
      if (whole === undefined) return null;
      const total = Number(whole.replaceAll('.', '')) * unit + Number(parts.padEnd(places, '0'));
      return Number.isSafeInteger(total) ? total : null;
    },
    show: (value) => shown.format(value / unit),
  };
}

/** Cents as reais: `1.234,50`. */
export const MONEY: NumberForm = decimal(2, 2);
/** Basis points as a percentage: `7,5`. */
export const RATE: NumberForm = decimal(2, 0);
/** Thousandths as times: `2,5`. */
export const TIMES: NumberForm = decimal(3, 0);
/** A whole number, below zero too; dots are of thousands, and `1.5` is none. */
export const WHOLE: NumberForm = {
  read(typed) {
    const text = typed.replace(/\s/g, '');
    return /^-?(?:\d{1,3}(?:\.\d{3}){1,3}|\d{1,12})$/.test(text) ? Number(text.replaceAll('.', '')) : null;
  },
  show: formatCount,
};
