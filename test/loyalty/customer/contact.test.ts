import { describe, expect, it } from '@jest/globals';
import {
  identityKeys,
  isAnonymousContact,
  nameKey,
  namesCompatible,
  parseEmail,
} from '../../../src/loyalty/customer';
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
  ])('%j is none, or a filler', (text) => {
    expect(parseEmail(text)).toBeNull();
  });
});

describe('a name', () => {
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
  ])('%s goes with %s', (a, b) => {
    expect(namesCompatible(a, b)).toBe(true);
    expect(namesCompatible(b, a)).toBe(true);
  });

  it.each([
    ['Maria', 'João'],
    ['Maria Souza', 'Maria Lima'],
    ['Maria Clara Lima', 'Maria Aparecida Lima'],
    ['Maria S.', 'Maria Lima'],
    ['Souza', 'Maria Souza'],
    ['Mariana', 'Maria'],
  ])('%s does not go with %s', (a, b) => {
    expect(namesCompatible(a, b)).toBe(false);
    expect(namesCompatible(b, a)).toBe(false);
  });
});

describe('a contact that is nobody', () => {
  it.each([
    'Consumidor Final',
    'CONSUMIDOR FINAL',
    'consumidor  final',
    'Consumidor-Final',
    'CONSUMIDORFINAL',
    'Consumidor Final NFC-e',
    'Cons. Final',
    'Consumidor não identificado',
    'Cliente Balcão',
    'CLIENTE PADRAO',
    'Venda balcão',
    'Não informado',
  ])('goes by the name of %j, whatever else is typed in', (name) => {
    expect(isAnonymousContact(contact({ name, document: '529.982.247-25', phones: ['54 99999-8888'] }))).toBe(
      true,
    );
  });

  it('or has nothing to be recognised by', () => {
    expect(isAnonymousContact(contact({ name: 'Maria Souza' }))).toBe(true);
    expect(isAnonymousContact(contact({ name: null }))).toBe(true);
    const fillers = {
      document: '111.111.111-11',
      phones: ['', '(99) 99999-9999'],
      emails: ['naotem@naotem.com'],
    };
    expect(isAnonymousContact(contact({ name: 'Maria Souza', ...fillers }))).toBe(true);
  });

  it('is somebody with one good document, phone or e-mail, even without a name', () => {
    expect(isAnonymousContact(contact({ name: null, document: '529.982.247-25' }))).toBe(false);
    expect(isAnonymousContact(contact({ phones: ['lixo', '54 3333-4444'] }))).toBe(false);
    expect(isAnonymousContact(contact({ emails: ['maria@example.com'] }))).toBe(false);
    expect(isAnonymousContact(contact({ name: 'Finalina Consumidora', emails: ['f@example.com'] }))).toBe(
      false,
    );
  });
});

describe('the keys of a contact', () => {
  it('are in the order of trust, each once, without what does not parse', () => {
    const keys = identityKeys(
      contact({
        document: '529.982.247-25',
        externalKey: 'bling:c1:77',
        phones: ['(54) 99999-8888', '+55 54 9999-8888', 'x', '54 3333-4444'],
        emails: ['Maria@Example.com', 'nada', 'maria@example.com'],
      }),
    );
    expect(keys).toEqual({
      strong: ['doc:52998224725', 'bling:c1:77'],
      weak: ['phone:5499998888', 'phone:5433334444', 'email:maria@example.com'],
    });
  });

  it('may be none', () => {
    expect(identityKeys(contact({ document: '1', externalKey: '' }))).toEqual({ strong: [], weak: [] });
  });
});
