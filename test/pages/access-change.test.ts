import { describe, expect, it } from '@jest/globals';
import { accessChange } from '../../console/src/settings/people/access-change';
import type { Bound } from '../../console/src/settings/people/access-change';

type Access = Bound<string>;

const staff: Access = { role: 'staff', storeIds: ['str_1', 'str_2'] };
const manager: Access = { role: 'manager', storeIds: null };

describe('what is sent of a change of access', () => {
  it.each<[string, Access, Access, Partial<Access>]>([
    ['other stores', staff, { ...staff, storeIds: ['str_1'] }, { storeIds: ['str_1'] }],
    ['all stores', staff, { ...staff, storeIds: null }, { storeIds: null }],
    ['the same stores in another order', staff, { ...staff, storeIds: ['str_2', 'str_1'] }, {}],
    ['another role, which is bound to no store', staff, { ...staff, role: 'manager' }, manager],
    ['another role of who was bound to none', manager, { ...manager, role: 'staff' }, { role: 'staff' }],
    ['another role, bound to stores', manager, staff, staff],
    ['nothing', manager, manager, {}],
  ])('is what differs: %s', (_what, before, after, sent) => {
    expect(accessChange(before, after)).toEqual(sent);
  });
});
