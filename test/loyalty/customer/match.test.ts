import { describe, expect, it } from '@jest/globals';
import { decideMatch } from '../../../src/loyalty/customer';
import { candidate, contact } from './contacts';

const CPF = '529.982.247-25';
const OTHER_CPF = '123.456.789-09';
const DOC = 'doc:52998224725';
const OTHER_DOC = 'doc:12345678909';
const PHONE = 'phone:5499998888';
const EMAIL = 'email:maria@correio.com.br';
const EXTERNAL = 'bling:c1:77';

const maria = contact({
  name: 'Maria Souza',
  document: CPF,
  externalKey: EXTERNAL,
  phones: ['(54) 99999-8888'],
  emails: ['maria@correio.com.br'],
});
const mariaWithoutDocument = { ...maria, document: null };

/** Nobody else is concerned. */
const ALONE = { merge: [], review: [] };

describe('recognising a customer', () => {
  it('somebody new owns all their keys', () => {
    expect(decideMatch([], maria)).toEqual({ create: true, claims: [DOC, EXTERNAL, PHONE, EMAIL] });
  });

  it('a CPF goes before the external id, which goes before the phone, which goes before the e-mail', () => {
    const byEmail = candidate('e', [EMAIL], 'Maria');
    const byPhone = candidate('p', [PHONE], 'Maria');
    const byExternal = candidate('x', [EXTERNAL], 'Maria');
    const byDocument = candidate('d', [DOC], 'Maria');
    expect(decideMatch([byEmail, byPhone, byExternal, byDocument], maria)).toMatchObject({
      match: 'd',
      by: 'document',
    });
    expect(decideMatch([byEmail, byPhone, byExternal], maria)).toMatchObject({ match: 'x', by: 'external' });
    expect(decideMatch([byEmail, byPhone], maria)).toMatchObject({ match: 'p', by: 'phone' });
    expect(decideMatch([byEmail], maria)).toMatchObject({ match: 'e', by: 'email' });
  });

  it('a match gains the keys nobody owns, and takes none from another customer', () => {
    const known = candidate('m', [DOC], 'Maria Souza');
    const husband = candidate('h', [PHONE], 'João Souza');
    expect(decideMatch([known, husband], maria)).toEqual({
      match: 'm',
      by: 'document',
      claims: [EXTERNAL, EMAIL],
      ...ALONE,
    });
  });

  it('a customer without a CPF gains one', () => {
    const known = candidate('m', [PHONE], 'Maria');
    expect(decideMatch([known], maria)).toEqual({
      match: 'm',
      by: 'phone',
      claims: [DOC, EXTERNAL, EMAIL],
      ...ALONE,
    });
  });

  it('a CPF is enough even where the name was typed otherwise', () => {
    expect(decideMatch([candidate('m', [DOC], 'Mariana')], maria)).toMatchObject({ match: 'm' });
  });
});

describe('a phone', () => {
  it('needs a name that can be the same person', () => {
    expect(
      decideMatch([candidate('h', [PHONE], 'João Souza')], { ...mariaWithoutDocument, emails: [] }),
    ).toEqual({
      create: true,
      claims: [EXTERNAL],
    });
  });

  it('alone is enough where no name contradicts, as at the counter', () => {
    const atTheCounter = contact({ phones: ['54 9999-8888'] });
    expect(decideMatch([candidate('m', [PHONE], 'Maria')], atTheCounter)).toEqual({
      match: 'm',
      by: 'phone',
      claims: [],
      ...ALONE,
    });
    expect(decideMatch([candidate('m', [PHONE], null)], maria)).toMatchObject({ match: 'm' });
  });

  it('that is a landline never finds whoever has the mobile of the same last digits, nor the other way round (R49)', () => {
    const landline = contact({ name: 'Marcos Lima', phones: ['(21) 4321-5678'] });
    const mobile = contact({ name: 'Marcos Lima', phones: ['(21) 94321-5678'] });
    const [ofLandline, ofMobile] = ['phone:2143215678', 'phone:21943215678'];
    expect(decideMatch([], landline)).toEqual({ create: true, claims: [ofLandline] });
    expect(decideMatch([], mobile)).toEqual({ create: true, claims: [ofMobile] });
    const known = candidate('m', [DOC, ofMobile], 'Marcos Lima');
    expect(decideMatch([known], landline)).toMatchObject({ create: true });
    expect(decideMatch([known], { ...landline, document: CPF })).toEqual({
      ...{ match: 'm', by: 'document', claims: [ofLandline] },
      ...ALONE,
    });
  });

  it('that fits nobody does not keep the e-mail from deciding', () => {
    const husband = candidate('h', [PHONE], 'João');
    const known = candidate('m', [EMAIL], 'Maria');
    expect(decideMatch([husband, known], mariaWithoutDocument)).toEqual({
      match: 'm',
      by: 'email',
      claims: [EXTERNAL],
      ...ALONE,
    });
  });
});

describe('a conflict of documents', () => {
  it('never matches, by external id, phone or e-mail', () => {
    const other = candidate('o', [OTHER_DOC, EXTERNAL, PHONE, EMAIL], 'Maria Souza');
    expect(decideMatch([other], maria)).toEqual({ create: true, claims: [DOC] });
  });

  it('an ERP contact given over to another person is that other person from then on', () => {
    const before = candidate('antes', [OTHER_DOC, EXTERNAL], 'Ana Lima');
    const first = decideMatch([before], maria);
    expect(first).toEqual({ create: true, claims: [DOC, PHONE, EMAIL] });
    const now = candidate('agora', [DOC, PHONE, EMAIL], 'Maria Souza');
    expect(decideMatch([before, now], maria)).toEqual({
      match: 'agora',
      by: 'document',
      claims: [],
      ...ALONE,
    });
  });

  it('of a person and a company is a conflict as well', () => {
    const company = candidate('c', ['doc:11222333000181', PHONE], 'Maria Souza');
    expect(decideMatch([company], maria)).toMatchObject({ create: true });
  });

  it('skips that customer and goes on to the next', () => {
    const other = candidate('o', [OTHER_DOC, EXTERNAL], 'Ana Lima');
    const known = candidate('m', [PHONE], 'Maria');
    expect(decideMatch([other, known], maria)).toEqual({
      match: 'm',
      by: 'phone',
      claims: [DOC, EMAIL],
      ...ALONE,
    });
  });

  it('is none where a document is missing or does not parse', () => {
    const known = candidate('m', [OTHER_DOC, EXTERNAL], 'Maria');
    expect(decideMatch([known], mariaWithoutDocument)).toMatchObject({ match: 'm', by: 'external' });
    expect(decideMatch([known], { ...maria, document: '111.111.111-11' })).toMatchObject({ match: 'm' });
  });

  it('is none for a customer who is known by both documents', () => {
    const merged = { ...candidate('m', [DOC, OTHER_DOC], 'Maria'), document: '52998224725' };
    expect(decideMatch([merged], { ...maria, document: OTHER_CPF })).toMatchObject({
      match: 'm',
      by: 'document',
    });
  });

  it('is told by the document alone, too, when its key was not kept', () => {
    const other = { ...candidate('o', [PHONE], 'Maria Souza'), document: '12345678909' };
    expect(decideMatch([other], maria)).toMatchObject({ create: true });
  });
});
