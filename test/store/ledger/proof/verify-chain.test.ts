import { beforeEach, describe, expect, it } from '@jest/globals';
import { chainEntries, entriesGenesis } from '../../../../src/store/ledger';
import type { EntryDoc, WalletDoc } from '../../../../src/store/ledger';
import type { StoredChain } from '../../../../src/store/ledger/proof';
import { chainMisfit } from '../../../../src/store/ledger/proof';
import { anEntry } from '../entries';

const NONE = { active: 0, pending: 0, reserved: 0, debt: 0 };
const GENESIS = entriesGenesis('mer_1', 'cus_1');
let entries: EntryDoc[];
let wallet: WalletDoc;
let seals: StoredChain['seals'];
let since: StoredChain['since'];

beforeEach(() => {
  since = null;
  entries = rehashed([1, 2, 3, 4, 5].map((seq) => ({ ...anEntry({ seq, key: `k${seq}` }), hash: '' })));
  wallet = {
    ...{ _id: 'cus_1', merchantId: 'mer_1', version: 5, cashback: NONE, points: NONE, collectsLater: false },
    ...{ entryCount: 5, lastAt: new Date(0), lastHash: entries.at(-1)!.hash },
  };
  seals = [2, 4].map((seq, index) => ({
    n: index + 1,
    head: { customerId: 'cus_1', seq, hash: entries[seq - 1]!.hash },
  }));
});

/** What somebody does who knows how hashes are made. */
function rehashed(list: EntryDoc[]): EntryDoc[] {
  return chainEntries(GENESIS, list);
}

const misfit = (): [number, string | null, string] | null => {
  const found = chainMisfit({ wallet, since, entries, seals });
  return found && [found.seq, found.key, found.problem];
};

describe('a chain that nobody touched', () => {
  it('fits, sealed or not, and empty too', () => {
    expect(misfit()).toBeNull();
    seals = [];
    expect(misfit()).toBeNull();
    entries = [];
    wallet = { ...wallet, entryCount: 0 };
    delete wallet.lastHash;
    expect(misfit()).toBeNull();
  });
});

describe('the first entry that does not fit', () => {
  it('is the one whose content was changed', () => {
    entries[2]!.moves = [{ lotId: 'x', from: 'issued', to: 'pending', amount: 999 }];
    expect(misfit()).toEqual([3, 'k3', expect.stringContaining('does not follow from the entry before')]);
    expect(misfit()![2]).toContain(`found ${entries[2]!.hash.slice(0, 16)}`);
  });

  it('is the one after, where the changed one was given its own new hash', () => {
    const changed = entries.with(2, { ...entries[2]!, debt: 7 });
    entries[2] = rehashed(changed)[2]!;
    expect(misfit()).toEqual([4, 'k4', expect.stringContaining('or an entry before it was')]);
  });

  it('is the one that is missing, in the middle, at the beginning or at the end', () => {
    const all = entries;
    for (const gone of [1, 3, 5]) {
      entries = all.filter(({ seq }) => seq !== gone);
      expect(misfit()!.slice(0, 2)).toEqual([gone, null]);
      expect(misfit()![2]).toMatch(/^is missing: expected/);
    }
  });

  it('is the first of two that changed places', () => {
    [entries[1], entries[3]] = [
      { ...entries[3]!, seq: 2 },
      { ...entries[1]!, seq: 4 },
    ];
    expect(misfit()!.slice(0, 2)).toEqual([2, 'k4']);
  });

  it('is one under another _id, which could be written again', () => {
    entries[1]!._id = 'mer_1/elsewhere';
    expect(misfit()).toEqual([2, 'k2', 'is stored under mer_1/elsewhere, expected mer_1/k2']);
  });

  it('is one that was appended without the wallet', () => {
    entries = rehashed([...entries, { ...anEntry({ seq: 6, key: 'k6' }), hash: '' }]);
    expect(misfit()!.slice(0, 2)).toEqual([6, 'k6']);
  });

  it('is the last, where only the wallet knows another end', () => {
    entries = rehashed(entries.with(4, { ...entries[4]!, debt: 7 }));
    expect(misfit()).toEqual([5, 'k5', expect.stringContaining('is not the end the wallet knows')]);
  });
});

describe('a chain written anew as a whole, with the wallet', () => {
  const agree = (): void => {
    wallet = { ...wallet, entryCount: entries.length, lastHash: entries.at(-1)!.hash };
  };

  it('is not what was sealed, and the seals tell between which entries it was changed', () => {
    entries = rehashed(entries.with(2, { ...entries[2]!, debt: 7 }));
    agree();
    expect(misfit()).toEqual([4, 'k4', expect.stringContaining('is not what seal 2 holds')]);
    expect(misfit()![2]).toContain('it or an entry after entry 2 was written anew');
  });

  it('is missing what was sealed, where the newest entries were removed', () => {
    entries = entries.slice(0, 3);
    agree();
    expect(misfit()).toEqual([4, null, 'is missing: seal 2 holds 4 entries, found 3']);
  });

  it('cannot be told only where nothing of it had been sealed yet', () => {
    entries = rehashed(entries.with(4, { ...entries[4]!, debt: 7 }));
    agree();
    expect(misfit()).toBeNull();
  });
});

describe('a chain of which only the end is looked at', () => {
  const all = (): EntryDoc[] => [...entries];
  const from = (seq: number): void => {
    const { hash } = entries[seq - 1]!;
    since = { seq, hash };
    entries = entries.slice(seq);
  };

  it('fits from any entry on', () => {
    const whole = all();
    for (const { seq } of whole) {
      entries = whole;
      from(seq);
      expect([seq, misfit()]).toEqual([seq, null]);
    }
  });

  it('does not where an entry after was changed, is missing, or the wallet knows another end', () => {
    const whole = all();
    entries = whole.with(3, { ...whole[3]!, debt: 7 });
    from(2);
    expect(misfit()!.slice(0, 2)).toEqual([4, 'k4']);
    entries = whole.slice(0, 4);
    from(2);
    expect(misfit()!.slice(0, 2)).toEqual([5, null]);
    entries = whole;
    from(5);
    wallet = { ...wallet, lastHash: 'x' };
    expect(misfit()).toEqual([5, null, expect.stringContaining('is not the end the wallet knows')]);
  });
});
