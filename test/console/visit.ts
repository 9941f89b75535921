import { expect } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { House, Tenant } from '../e2e/house';
import type { ABrowser } from './a-browser';
import { aPerson } from './signed-in';

/** Who looks at the console, and with what. */
export interface Visitor {
  house: House;
  /** Default: the first of the house. */
  tenant?: Tenant;
  role?: 'owner' | 'manager' | 'staff';
  /** Default: all. */
  storeIds?: string[];
  options?: BrowserContextOptions;
}

/** A page of the console for somebody who has signed in; addresses are those of the house. */
export async function visit(browser: ABrowser, visitor: Visitor): Promise<Page> {
  const { house, tenant = house.tenant, role = 'owner', storeIds = null, options } = visitor;
  const { email, password } = await aPerson(house, tenant, role, storeIds);
  const page = await browser.page({ baseURL: house.url, ...options });
  const answer = await page.request.post('/v1/session', {
    data: { email, password },
    headers: { origin: house.url },
  });
  expect(answer.status()).toBe(201);
  return page;
}
