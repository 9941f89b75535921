import { describe, expect, it } from '@jest/globals';
import { decideMatch } from '../../../src/loyalty/customer';
import type { Candidate } from '../../../src/loyalty/customer';
import { candidate, contact } from './contacts';

const DOC = 'doc:52998224725';
const OTHER_DOC = 'doc:12345678909';
const PHONE = 'phone:5499998888';
const EMAIL = 'email:maria@correio.com.br';
const EXTERNAL = 'bling:c1:77';

const maria = contact({
  name: 'Maria Souza',
  document: '529.982.247-25',
  externalKey: EXTERNAL,
  phones: ['(54) 99999-8888'],
  emails: ['maria@correio.com.br'],
});
const known = candidate('m', [DOC], 'Maria Souza');

/** What becomes of the others when Maria is found by her CPF. */
function others(...candidates: Candidate[]): { merge: string[]; review: string[] } {
  const decision = decideMatch([known, ...candidates], maria);
  if (!('match' in decision)) throw new Error('Maria was not found.');
  const { merge, review } = decision;
  return { merge, review };
}

describe('other records under the keys of a contact', () => {
  it('are of the same person where a key that names one person says so', () => {
    expect(others(candidate('x', [EXTERNAL], 'Maria'))).toEqual({ merge: ['x'], review: [] });
    expect(others(candidate('x', [EXTERNAL], null))).toEqual({ merge: ['x'], review: [] });
  });

  it('are put before a person where the names contradict it: an ERP contact may have been given over', () => {
    expect(others(candidate('x', [EXTERNAL, PHONE], 'João Lima'))).toEqual({ merge: [], review: ['x'] });
  });

  it('are put before a person where only a phone or an e-mail and a compatible name say so', () => {
    const byPhone = candidate('p', [PHONE], 'Maria');
    const byEmail = candidate('e', [EMAIL], 'Maria S.');
    expect(others(byPhone, byEmail)).toEqual({ merge: [], review: ['e', 'p'] });
  });

  it('are nobody’s business where a phone is shared by people of different names, or of no name', () => {
    expect(others(candidate('h', [PHONE], 'João Souza'), candidate('n', [EMAIL], null))).toEqual({
      merge: [],
      review: [],
    });
  });

  it('are never of the same person where they have another document', () => {
    expect(others(candidate('o', [OTHER_DOC, EXTERNAL, PHONE, EMAIL], 'Maria Souza'))).toEqual({
      merge: [],
      review: [],
    });
  });
});
