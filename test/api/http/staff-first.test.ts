import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Request, Response } from 'express';
import { StaffFirst } from '../../../src/api/http';

let staffFirst: StaffFirst;

beforeEach(() => {
  jest.useFakeTimers();
  staffFirst = new StaffFirst();
});

afterEach(() => {
  jest.useRealTimers();
});

/** A call of a counter that has just come; what is given back ends it. */
function aCall(): () => void {
  const [count] = staffFirst.counting(() => [])('counter', 'first');
  const response = new EventEmitter();
  void count!({} as Request, response as unknown as Response, () => undefined);
  return () => void response.emit('close');
}

/** Whether a sale that came just now has been let in. */
function aSale(): () => Promise<boolean> {
  let letIn = false;
  void staffFirst.lull().then(() => (letIn = true));
  return async () => {
    await Promise.resolve();
    return letIn;
  };
}

describe('a sale that is taken in', () => {
  it('comes at once where nobody waits at a counter', async () => {
    expect(await aSale()()).toBe(true);
  });

  it('waits until the last call of a counter has been answered', async () => {
    const [one, other] = [aCall(), aCall()];
    const sale = aSale();
    one();
    expect(await sale()).toBe(false);
    other();
    expect(await sale()).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('waits a quarter of a second at most', async () => {
    const end = aCall();
    const sale = aSale();
    jest.advanceTimersByTime(249);
    expect(await sale()).toBe(false);
    jest.advanceTimersByTime(1);
    expect(await sale()).toBe(true);
    end();
  });

  it('does not wait for one that has lasted a second: it waits itself', async () => {
    const end = aCall();
    jest.advanceTimersByTime(1_000);
    expect(await aSale()()).toBe(true);
    const other = aCall();
    end();
    const sale = aSale();
    expect(await sale()).toBe(false);
    other();
    expect(await sale()).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('waits for no other call', async () => {
    expect(staffFirst.counting(() => [])('sale.write', 'first')).toEqual([]);
    expect(staffFirst.counting(() => [])('counter', 'again')).toEqual([]);
    expect(await aSale()()).toBe(true);
  });
});
