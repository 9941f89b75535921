import { describe, expect, it } from '@jest/globals';
import { anApi, problemIn } from '../an-api';
import { MY_KEY } from '../builders';
import { aKeyCaller, aPersonCaller } from '../callers';
import { expectContract } from '../http/contract';

const PATH = '/v1/suppressions';

describe('whom never to write to', () => {
  it('is named at once, says what is nobody’s, and once more adds nothing', async () => {
    const api = anApi();
    const body = { phones: ['(11) 98765-4321', 'x1'], emails: ['ana@example.com'], documents: ['x2'] };
    const first = await api.post(PATH, body).expect(200);
    await expectContract(first, 'post', PATH);
    const unreadable = [
      { field: 'phones', index: 1 },
      { field: 'documents', index: 0 },
    ];
    expect(first.body).toEqual({ added: 2, known: 0, unreadable });
    expect((await api.post(PATH, body).expect(200)).body).toEqual({ added: 0, known: 2, unreadable });
    expect(api.holds.audit).toMatchObject([
      { act: 'suppression.add', outcome: 'done', after: { added: 2 } },
      { act: 'suppression.add', after: { added: 0 } },
    ]);
    expect(JSON.stringify(api.holds.audit) + api.logged()).not.toMatch(/98765|ana@/);
  });

  it('is named by the merchant’s management alone, and within bounds', async () => {
    const api = anApi();
    expect((await api.post(PATH, {}).expect(200)).body).toEqual({ added: 0, known: 0, unreadable: [] });
    const many = Array.from({ length: 2_001 }, (_, n) => String(n));
    expect(problemIn(await api.post(PATH, { phones: many }).expect(422)).errors).toMatchObject([
      { field: 'phones' },
    ]);
    await api.post(PATH, { phones: [{ $ne: 1 }] }).expect(422);
    for (const caller of [aKeyCaller('mer_mine', 'k', 'till'), aPersonCaller('mer_mine', 'staff')]) {
      api.holds.keys.set(MY_KEY, caller);
      await api.post(PATH, { emails: ['ana@example.com'] }).expect(403);
    }
    expect(api.holds.suppressed.size).toBe(0);
  });
});
