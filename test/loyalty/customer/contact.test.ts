import { describe, expect, it } from '@jest/globals';
import {
  examineContact,
  identityKeys,
  nameKey,
  namesCompatible,
  NO_STAND_INS,
  parseEmail,
} from '../../../src/loyalty/customer';
import type { Contact, UnusedMark } from '../../../src/loyalty/customer';
import { contact } from './contacts';

describe('an e-mail address', () => {
  it.each([
    [' Maria@Example.COM ', 'maria@example.com'],
    ['maria.silva+loja@example.com.br', 'maria.silva+loja@example.com.br'],
    ['a@x.com; b@y.com', 'a@x.com'],
    ['sem email; b@y.com', 'b@y.com'],
    ['o_neto-1@sub.dominio.com.br', 'o_neto-1@sub.dominio.com.br'],
    ['maria@xn--bcher-kva.xn--p1ai', 'maria@xn--bcher-kva.xn--p1ai'],
  ])('%j is %s', (text, address) => {
    expect(parseEmail(text)).toBe(address);
  });

  it.each([
    '',
    'maria',
    'maria@',
    '@example.com',
    'maria@example',
    'maria silva@example.com',
    'maria@@example.com',
    'maria..silva@example.com',
    '.maria@example.com',
    'maria.@example.com',
    'maria@-example.com',
    'maria@example..com',
    'maria@127.0.0.1',
    'm***a@gmail.com',
    'Maria <maria@example.com>',
    `${'x'.repeat(250)}@example.com`,
    'naotem@naotem.com',
    'nao-tem@gmail.com',
    'nao@tem.com.br',
    'sem.email@gmail.com',
    'teste@teste.com',
    'email@email.com',
    'a@a.com',
    'xxx@xxx.com.br',
    'noreply@loja.com',
    'consumidor.final@loja.com.br',
    'pendente@gmail.com',
    'cliente@naotem.com.br',
    'x@sememail.com',
    'maria@nao-informado.com',
  ])('%j is none, or a filler', (text) => {
    expect(parseEmail(text)).toBeNull();
  });
});

describe('a name (R50)', () => {
  it('compares without accents, case, punctuation and double blanks', () => {
    expect(nameKey('  JOÃO  da Conceição-Araújo, Jr. ')).toBe('joao da conceicao araujo jr');
    expect(nameKey(' ')).toBe('');
  });

  it.each([
    ['Maria', 'MARIA'],
    ['Maria', 'Maria Souza'],
    ['João da Silva', 'JOAO SILVA'],
    ['Maria Souza', 'Maria Souza Lima'],
    ['Maria Lima', 'Maria Souza Lima'],
    ['Maria C. Souza', 'Maria Clara Souza Lima'],
    ['Maria S', 'Maria Souza'],
    ['Maria', null],
    [null, null],
    ['', 'João'],
    ['Souza', 'Maria Souza'],
    ['Clara Lima', 'Maria Clara Souza Lima'],
    ['Dra. Maria Souza', 'Maria Souza'],
    ['Sr. João (esposo da Ana)', 'JOAO'],
    ['João Silva [atacado', 'João da Silva'],
    ['Maria @maria.souza', 'Maria Souza'],
    ['@maria.souza', 'João'],
    ['MARIA SOUZA 39053344705', 'Maria Souza'],
  ])('%s goes with %s', (a, b) => {
    expect(namesCompatible(a, b)).toBe(true);
    expect(namesCompatible(b, a)).toBe(true);
  });

  it.each([
    ['Maria', 'João'],
    ['Maria Souza', 'Maria Lima'],
    ['Maria Clara Lima', 'Maria Aparecida Lima'],
    ['Maria S.', 'Maria Lima'],
    ['Souza Maria', 'Maria Souza'],
    ['Dona', 'Sr. João'],
    ['Mariana', 'Maria'],
  ])('%s does not go with %s', (a, b) => {
    expect(namesCompatible(a, b)).toBe(false);
    expect(namesCompatible(b, a)).toBe(false);
  });
});

const CPF = '529.982.247-25';
const LANDLINE = '(11) 3456-7890';
const MOBILE = '(11) 94002-8922';

/** What is left of a contact; null: nobody. */
function named(parts: Partial<Contact>, standIns = NO_STAND_INS): Contact | null {
  return examineContact(contact(parts), standIns).contact;
}

function unused(parts: Partial<Contact>, standIns = NO_STAND_INS): UnusedMark[] {
  return examineContact(contact(parts), standIns).unused;
}

describe('a name made of stand-in words only (R48)', () => {
  it.each([
    'Consumidor Final',
    'CONSUMIDOR FINAL',
    'consumidor  final',
    'Consumidor-Final',
    'CONSUMIDORFINAL',
    'Consumidor Final NFC-e',
    'Cons. Final',
    'Consumidor não identificado',
    'CONSUMIDOR NÃO CADASTRADO',
    'Cliente não cadastrada',
    'Cliente Balcão',
    'Clientes do Balcão 2',
    'CLIENTE PADRAO',
    'Venda balcão',
    'Venda consumidor',
    'Vendas Diversas',
    'Loja (PDV 03)',
    'Não informado',
  ])('%j is nobody with the store’s own phone and address', (name) => {
    expect(named({ name, phones: [LANDLINE], emails: ['caixa@loja.com.br'] })).toBeNull();
    expect(named({ name })).toBeNull();
  });

  it('beside a valid CPF or a real mobile is somebody, known by these alone', () => {
    const beside = { phones: [LANDLINE], emails: ['caixa@loja.com.br'] };
    expect(named({ name: 'Consumidor Final', document: CPF, ...beside })).toEqual(contact({ document: CPF }));
    expect(named({ name: 'Cliente', phones: [LANDLINE, MOBILE] })).toEqual(contact({ phones: [MOBILE] }));
  });

  it.each([
    'Maria',
    'Finalina Consumidora',
    'Loja da Maria',
    'Cliente Ana',
    'João (consumidor final)',
    'Padilha',
  ])('%j is a name', (name) => {
    expect(named({ name, phones: [LANDLINE] })).toEqual(contact({ name, phones: [LANDLINE] }));
  });

  it('may be a word or phrase of the merchant’s own, but not a part of its phrase', () => {
    const standIns = { ...NO_STAND_INS, words: ['Loja do Zé', 'WhatsApp'] };
    for (const name of ['LOJA DO ZE', 'Cliente Loja do Zé', 'cliente whatsapp'])
      expect(named({ name, phones: [LANDLINE] }, standIns)).toBeNull();
    expect(named({ name: 'Zé', phones: [LANDLINE] }, standIns)).not.toBeNull();
    expect(named({ name: 'LOJA DO ZE', phones: [LANDLINE] })).not.toBeNull();
  });
});

describe('marks that are nobody’s (R48)', () => {
  it.each([
    '111.111.111-11',
    '00000000000',
    '11.111.111/1111-80',
    'aaaaaaaaaaaa45',
    '22222222222291',
    '99999999999999',
  ])('the document %s', (document) => {
    expect(named({ name: 'Maria Souza', document })).toBeNull();
    expect(unused({ name: 'Maria Souza', document })).toEqual([{ field: 'document', why: 'filler' }]);
  });

  it.each(['(99) 99999-9999', '000000000', '(11) 3333-3333'])('the phone %s', (phone) => {
    expect(named({ phones: [phone] })).toBeNull();
    expect(unused({ phones: [phone] })).toEqual([{ field: 'phone', why: 'filler' }]);
  });

  it.each([
    'naotem@naotem.com',
    'pendente@loja.com.br',
    'maria@example.com',
    'ana@loja.exemplo.com.br',
    'x@y.test',
  ])('the address %s', (email) => {
    expect(named({ name: 'Maria Souza', emails: [email] })).toBeNull();
    expect(unused({ name: 'Maria Souza', emails: [email] })).toEqual([{ field: 'email', why: 'filler' }]);
  });

  it('keep nobody from being known by a real one beside them; an example’s address is still written to', () => {
    const said = { name: 'Maria', document: CPF, phones: ['(99) 99999-9999'], emails: ['maria@example.com'] };
    expect(named(said)).toEqual(contact({ ...said, phones: [] }));
  });

  it('are those the merchant adds: an address, a whole domain, a phone in any spelling', () => {
    const standIns = { words: [], emails: ['Caixa@Gmail.com', '@loja.com.br'], phones: ['11 3456-7890'] };
    for (const email of ['caixa@gmail.com', 'qualquer@loja.com.br'])
      expect(named({ name: 'Maria', emails: [email] }, standIns)).toBeNull();
    expect(named({ name: 'Maria', phones: ['+55 11 3456 7890'] }, standIns)).toBeNull();
    expect(unused({ phones: [LANDLINE], emails: ['caixa@gmail.com'] }, standIns)).toEqual([
      { field: 'phone', why: 'stand_in' },
      { field: 'email', why: 'stand_in' },
    ]);
    expect(named({ name: 'Maria', emails: ['maria@gmail.com'] }, standIns)).not.toBeNull();
  });

  it('are told from what cannot be read, and from what stands beside a stand-in name; what is empty is not told', () => {
    const wrong = {
      name: 'Maria',
      document: '529.982.247-26',
      phones: ['4002-8922', ' '],
      emails: ['maria@'],
    };
    expect(unused(wrong)).toEqual([
      { field: 'document', why: 'unreadable' },
      { field: 'phone', why: 'unreadable' },
      { field: 'email', why: 'unreadable' },
    ]);
    expect(unused({ name: 'Cliente', phones: [LANDLINE], emails: ['a@loja.com.br'], document: '' })).toEqual([
      { field: 'name', why: 'stand_in' },
      { field: 'phone', why: 'beside_stand_in' },
      { field: 'email', why: 'beside_stand_in' },
    ]);
  });
});

describe('what a marketplace has masked', () => {
  it('is not used, and whoever has nothing else is nobody', () => {
    const masked = { name: 'M**** S****', document: '***.456.789-**', phones: ['(11) 9****-4321'] };
    expect(named({ ...masked, emails: ['m***@gmail.com'] })).toBeNull();
    expect(unused({ ...masked, emails: ['m***@gmail.com'] })).toEqual(
      (['name', 'document', 'phone', 'email'] as const).map((field) => ({ field, why: 'unreadable' })),
    );
  });

  it('leaves what stands beside it', () => {
    const phones = ['(11) 98765-4321'];
    expect(named({ name: 'M**** S****', phones })).toEqual(contact({ phones }));
    expect(named({ name: 'Maria * Souza', phones })).toEqual(contact({ name: 'Maria * Souza', phones }));
  });
});

describe('a contact without a name', () => {
  it('is nobody where nothing else tells who it is, and somebody by one good mark', () => {
    expect(named({ name: null })).toBeNull();
    expect(named({ name: 'Maria Souza' })).toBeNull();
    expect(named({ document: CPF })).not.toBeNull();
    expect(named({ phones: ['lixo', '54 3333-4444'] })).toEqual(contact({ phones: ['54 3333-4444'] }));
    expect(named({ emails: ['maria@correio.com.br'] })).not.toBeNull();
  });
});

describe('the keys of a contact', () => {
  it('are in the order of trust, each once, without what does not parse', () => {
    const keys = identityKeys(
      contact({
        document: '529.982.247-25',
        externalKey: 'bling:c1:77',
        phones: ['(54) 99999-8888', '+55 54 9999-8888', 'x', '54 3333-4444'],
        emails: ['Maria@Correio.com.br', 'nada', 'maria@correio.com.br', 'maria@example.com'],
      }),
    );
    expect(keys).toEqual({
      strong: ['doc:52998224725', 'bling:c1:77'],
      weak: ['phone:5499998888', 'phone:5433334444', 'email:maria@correio.com.br'],
    });
  });

  it('may be none', () => {
    expect(identityKeys(contact({ document: '1', externalKey: '' }))).toEqual({ strong: [], weak: [] });
  });
});
