import { unsetDate } from './contact';
import type { Address, ContactDraft } from './contact';
import { makeCnpj, makeCpf, maskDocument } from './documents';
import { businessNames, familyNames, firstNames, places, streets } from './names';
import type { Place } from './names';
import { makeLandline, makeMobile, spellLandline, spellMobile } from './phones';
import type { Randomness } from './randomness';

function plain(text: string): string {
  return text.normalize('NFD').replace(/[^a-zA-Z ]/g, '');
}

function makeAddress(random: Randomness, place: Place): Address {
  return {
    street: random.pick(streets),
    number: String(random.integer(1, 2400)),
    complement: random.chance(0.3) ? `Apto ${random.integer(11, 154)}` : '',
    district: place.district,
    city: place.city,
    state: place.state,
    postalCode: `${place.postalCode}-${random.digits(3)}`,
  };
}

function makeEmail(random: Randomness, name: string): string {
  const [first = 'cliente', ...rest] = plain(name).toLowerCase().split(' ');
  return `${first}.${rest.at(-1) ?? 'loja'}${random.integer(1, 999)}@${random.pick(['example.com', 'example.org'])}`;
}

/** Where the number ends up: most mobiles are in their own field, some in the phone field, some were never asked. */
function makePhones(random: Randomness, areaCode: string): { phone: string; mobile: string } {
  const mobile = spellMobile(random, makeMobile(random, areaCode));
  const landline = spellLandline(makeLandline(random, areaCode));
  const kind = random.fraction();
  if (kind < 0.62) return { phone: '', mobile };
  if (kind < 0.74) return { phone: landline, mobile };
  if (kind < 0.84) return { phone: mobile, mobile: '' };
  if (kind < 0.91) return { phone: landline, mobile: '' };
  return { phone: '', mobile: '' };
}

/** A natural person with the gaps and spellings a real customer file has. */
export function makePerson(random: Randomness): ContactDraft {
  const { name: first, sex } = random.pick(firstNames);
  const family = random.chance(0.4)
    ? [random.pick(familyNames), random.pick(familyNames)]
    : [random.pick(familyNames)];
  const name = [first, ...family].join(' ');
  const place = random.pick(places);
  const cpf = makeCpf(random);
  const document = random.chance(0.12) ? '' : random.chance(0.3) ? maskDocument(cpf) : cpf;
  const birthDate = `${random.integer(1950, 2005)}-0${random.integer(1, 9)}-${random.integer(10, 28)}`;
  return {
    name,
    type: 'F',
    document,
    ...makePhones(random, place.areaCode),
    email: random.chance(0.65) ? makeEmail(random, name) : '',
    birthDate: random.chance(0.3) ? birthDate : unsetDate,
    sex: random.chance(0.5) ? sex : '',
    address: random.chance(0.7) ? makeAddress(random, place) : {},
  };
}

/** A small company that buys from the store; some carry the alphanumeric CNPJ. */
function makeBusiness(random: Randomness): ContactDraft {
  const place = random.pick(places);
  const name = `${random.pick(businessNames)} ${random.pick(familyNames)}`;
  const cnpj = makeCnpj(random, random.chance(0.5));
  return {
    name: `${name} LTDA`,
    type: 'J',
    document: random.chance(0.5) ? maskDocument(cnpj) : cnpj,
    phone: spellLandline(makeLandline(random, place.areaCode)),
    mobile: random.chance(0.5) ? spellMobile(random, makeMobile(random, place.areaCode)) : '',
    email: makeEmail(random, name),
    address: makeAddress(random, place),
  };
}

/** The same person typed in a second time: shouted, without accents, the phone without its ninth digit. */
function makeDuplicate(random: Randomness, person: ContactDraft): ContactDraft {
  const number = (person.mobile || person.phone || '').replace(/\D/g, '').replace(/^(0|55)(?=\d{10,})/, '');
  const local = number.slice(2).slice(-8);
  return {
    ...person,
    name: plain(person.name ?? '').toUpperCase(),
    document: random.chance(0.5) ? (person.document ?? '').replace(/\D/g, '') : '',
    phone: '',
    mobile: local.length === 8 ? `${number.slice(0, 2)} ${local.slice(0, 4)} ${local.slice(4)}` : '',
    email: '',
  };
}

/** A customer file: every eighth customer is a business, every twelfth somebody who is in the file already. */
export function makeCustomers(random: Randomness, count: number): ContactDraft[] {
  const reachable: ContactDraft[] = [];
  return Array.from({ length: count }, (_, at) => {
    if (at % 8 === 7) return makeBusiness(random);
    if (at % 12 === 11 && reachable.length > 0) return makeDuplicate(random, random.pick(reachable));
    const person = makePerson(random);
    if (person.mobile) reachable.push(person);
    return person;
  });
}
