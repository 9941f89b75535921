import * as fc from 'fast-check';
import { checkDigits, inflected } from './model/marks';
import type { House, Typed } from './model/marks';

/** The words of R48, written as people write them. */
const NOBODYS =
  'consumidor cliente venda final balcão diverso avulso não sem identificado informado cadastrado pendente padrão loja pdv'.split(
    ' ',
  );
const CASES: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text[0]!.toUpperCase() + text.slice(1),
  (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
];

const cased = (word: string): fc.Arbitrary<string> => fc.constantFrom(...CASES).map((write) => write(word));
const inAnyForm = (word: string): fc.Arbitrary<string> =>
  fc.constantFrom(word, ...inflected(word.normalize('NFD').replace(/\p{M}/gu, ''))).chain(cased);

/** Words that stand for nobody, in any order, with a number or a particle between them. */
export const nobodysNames: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...NOBODYS).chain(inAnyForm) },
      { weight: 1, arbitrary: fc.constantFrom('do', 'de', '2', '(03)') },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((words) => words.join(' '))
  .filter((name) => /[a-z]{3}/i.test(name));

/** Three people whose names contain each other or do not. */
const PEOPLE = [
  ['maria', 'clara', 'souza'],
  ['João', 'Silva', 'Lima'],
  ['Ana', 'Souza'],
];
const BEFORE = ['', '', '', 'Dra. ', 'Sr. ', 'Dona '];
const AFTER = ['', '', '', ' (mãe do Zé)', ' [atacado]', ' @loja.souza', ' {VIP}'];
const GLUE = [' ', ' ', ' de ', ' da ', ' e '];
/** A person’s name, whole or in part, with what people write around it. */
export const names: fc.Arbitrary<string> = fc
  .record({
    words: fc.constantFrom(...PEOPLE).chain((words) => fc.subarray(words, { minLength: 1 })),
    glues: fc.tuple(fc.constantFrom(...GLUE), fc.constantFrom(...GLUE)),
    before: fc.constantFrom(...BEFORE),
    after: fc.constantFrom(...AFTER),
    write: fc.constantFrom(...CASES),
  })
  .map(({ words, glues, before, after, write }) => {
    const glued = words.map((word, at) => `${at === 0 ? '' : glues[at - 1]}${write(word)}`);
    return `${before}${glued.join('')}${after}`;
  });
/** A person’s name with a word in it that stands for nobody. */
const halfNames = fc
  .tuple(names, nobodysNames, fc.boolean())
  .map(([one, other, first]) => (first ? `${one} ${other}` : `${other} ${one}`));

/** Ten ways to write one mobile; the ninth digit may be left out where the others begin with 6–9. */
const WAYS: ((area: string, last: string) => string)[] = [
  (area, last) => `(${area}) 9${last.slice(0, 4)}-${last.slice(4)}`,
  (area, last) => `${area}9${last}`,
  (area, last) => `${area} 9 ${last.slice(0, 4)} ${last.slice(4)}`,
  (area, last) => `0${area} 9${last}`,
  (area, last) => `+55 ${area} 9${last.slice(0, 4)}-${last.slice(4)}`,
  (area, last) => `+55 (${area}) 9${last.slice(0, 4)}.${last.slice(4)}`,
  (area, last) => `55${area}9${last}`,
  (area, last) => `0055 ${area} 9${last}`,
  (area, last) => `0 15 ${area} 9${last}`,
  (area, last) => `+55 0${area} 9${last.slice(0, 4)}-${last.slice(4)}`,
];
const AREAS = ['11', '21', '55'];
/** So that numbers meet: landlines that are a mobile without its nine, old mobiles, and two that differ in one digit. */
const LASTS = ['40028922', '43215678', '87654321', '98887777', '98887778'];
const phones = fc
  .record({
    area: fc.constantFrom(...AREAS),
    last: fc.constantFrom(...LASTS),
    way: fc.constantFrom(...WAYS),
    ninth: fc.boolean(),
  })
  .map(({ area, last, way, ninth }) => {
    const text = way(area, last);
    return ninth ? text : text.replace(/9(?=\D*(?:\d\D*){8}$)/, '');
  });
const fillerPhones = fc.constantFrom('(99) 99999-9999', '0000000000', '(11) 3333-3333', '99999999');

const BODIES = ['529982247', '111444777', '112223330001', '12ABC34501DE'];
const documents = fc
  .tuple(fc.constantFrom(...BODIES), fc.constantFrom('plain', 'masked', 'wrong'))
  .map(([body, how]) => {
    const digits = checkDigits(body);
    if (how === 'wrong') return body + ((Number(digits) + 1) % 100).toString().padStart(2, '0');
    if (how === 'plain') return body.toLowerCase() + digits;
    const parts = body.length === 9 ? body.match(/.{3}/g)!.join('.') : body;
    return body.length === 9
      ? `${parts}-${digits}`
      : body.replace(/^(..)(...)(...)(....)$/, `$1.$2.$3/$4-${digits}`);
  });
const fillerDocuments = fc.constantFrom(
  '000.000.000-00',
  '99999999999',
  '11.111.111/1111-80',
  'aaaaaaaaaaaa45',
);

const addresses = fc.constantFrom(
  'maria@correio.com.br',
  'MARIA@correio.com.br',
  'ana@casa.com.br',
  'joao@casa.com.br',
);
const nobodysAddresses = fc.constantFrom(
  ...['pendente@loja.com.br', 'nao-tem@casa.com.br', 'sem.email@correio.com.br', 'x@naoinformado.com.br'],
  ...['ana@example.com', 'ana@exemplo.com.br', 'caixa@loja.com.br', 'qualquer@balcao.com.br'],
);

/** Mostly of one kind, now and then of the other, or of none. */
const mostly = <T>(often: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>, none: number): fc.Arbitrary<T | null> =>
  fc.oneof(
    { weight: 4, arbitrary: often },
    { weight: 2, arbitrary: seldom },
    { weight: none, arbitrary: fc.constant(null) },
  );
const several = (one: fc.Arbitrary<string | null>): fc.Arbitrary<string[]> =>
  fc.array(one, { maxLength: 2 }).map((all) => all.filter((text) => text !== null));

/** A contact as a source or a person at a till types it in. */
export const typedPeople: fc.Arbitrary<Typed> = fc.record({
  name: mostly(
    names,
    fc.oneof(nobodysNames, halfNames, fc.constantFrom('Loja do Zé', 'cliente WhatsApp')),
    1,
  ),
  document: mostly(documents, fillerDocuments, 6),
  phones: several(mostly(phones, fillerPhones, 1)),
  emails: several(mostly(addresses, nobodysAddresses, 4)),
  sourceId: fc.constantFrom(null, null, 'bling:c:1', 'bling:c:2', 'bling:c:3'),
});

/** What a merchant says that the own staff type in. */
export const houses: fc.Arbitrary<House> = fc.constantFrom(
  { words: [], emails: [], phones: [] },
  {
    words: ['Loja do Zé', 'WhatsApp'],
    emails: ['Caixa@loja.com.br', '@balcao.com.br'],
    phones: ['11 4002-8922'],
  },
);
