import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  examineContact,
  namesCompatible,
  NO_STAND_INS,
  parseDocument,
  parsePhone,
} from '../../src/loyalty/customer';
import { fivePercent, program } from './builders';
import { accountOfOracle, accountOfProduct } from './compare';
import { canBeOne } from './model/called';
import { checkDigits, marksOf, telephoneOf } from './model/marks';
import { recognise } from './model/people';
import { recogniseByProduct } from './recognising';
import { PATIENCE_MS, search } from './search';
import { houses, names, nobodysNames, typedPeople } from './typed-people';
import type { History } from './model/input';
import type { People } from './model/people';

const nobody = { document: null, phones: [], emails: [], sourceId: null };
const NO_HOUSE = { words: [], emails: [], phones: [] };

/** Each of the told buys once; whose it is was found out before. */
function purchases({ who }: People): History {
  const events = who.map((index, order) => ({
    ...{ at: new Date(Date.UTC(2026, 2, 1 + order, 13)).toISOString(), do: 'complete' as const },
    sale: {
      ...{ id: `s${order}`, customerId: index === null ? null : `c${index}`, channel: 'bling' },
      ...{ soldAt: new Date(Date.UTC(2026, 2, 1 + order, 13)).toISOString(), totalCents: 10_000 + order },
    },
  }));
  return { program: program([fivePercent]), events };
}

describe('The product against the oracle, over contacts as people type them in (R48, R49, R50)', () => {
  it(
    'agrees on who is who, who is nobody, where each is written to, and what each has earned',
    () => {
      fc.assert(
        fc.property(fc.array(typedPeople, { minLength: 1, maxLength: 8 }), houses, (told, house) => {
          const [product, oracle] = [recogniseByProduct(told, house), recognise(told, house)];
          expect(product).toEqual(oracle);
          expect(accountOfProduct(purchases(product))).toEqual(accountOfOracle(purchases(oracle)));
        }),
        search,
      );
    },
    PATIENCE_MS,
  );

  it('agrees that a name of such words alone is nobody, and that a mobile beside it is somebody', () => {
    fc.assert(
      fc.property(nobodysNames, (name) => {
        const landline = { ...nobody, name, phones: ['(11) 3456-7890'], emails: ['caixa@loja.com.br'] };
        const mobile = { ...landline, phones: ['(11) 3456-7890', '(11) 94002-8922'] };
        for (const one of [landline, mobile]) {
          const { contact } = examineContact(one, NO_STAND_INS);
          expect(contact?.phones.length ?? null).toEqual(marksOf(one, NO_HOUSE)?.phones.length ?? null);
        }
        expect(marksOf(landline, NO_HOUSE)).toBeNull();
        expect(marksOf(mobile, NO_HOUSE)).not.toBeNull();
      }),
      search,
    );
  });

  it('agrees on which names can be one person’s (R50)', () => {
    fc.assert(
      fc.property(names, names, (one, other) => {
        expect(namesCompatible(one, other)).toBe(canBeOne(one, other));
      }),
      { ...search, numRuns: 10 * search.numRuns },
    );
  });

  it('agrees on the check digits of every CPF and CNPJ', () => {
    const bodies = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 9, maxLength: 9 }),
      fc.string({ unit: fc.constantFrom(...'0123456789ABCXYZ'), minLength: 12, maxLength: 12 }),
    );
    fc.assert(
      fc.property(bodies, fc.integer({ min: 0, max: 99 }), (body, other) => {
        const right = checkDigits(body);
        const ones = new Set(body).size === 1;
        expect(parseDocument(body + right)?.value ?? null).toBe(ones ? null : body + right);
        const digits = String(other).padStart(2, '0');
        if (digits !== right) expect(parseDocument(body + digits)).toBeNull();
      }),
      search,
    );
  });

  it('agrees on a landline and the mobile that it becomes by a nine (C5)', () => {
    const last = fc.integer({ min: 20_000_000, max: 99_999_999 }).map(String);
    fc.assert(
      fc.property(fc.constantFrom('11', '21', '48', '55'), last, (area, digits) => {
        for (const text of [area + digits, `${area}9${digits}`]) {
          const [product, oracle] = [parsePhone(text), telephoneOf(text)];
          expect(product && { key: product.key, mobile: product.mobile, dialled: product.e164 }).toEqual(
            oracle,
          );
        }
      }),
      search,
    );
  });
});
