import { describe, expect, it } from '@jest/globals';
import { QUEUES, queueName, taskQueueOf } from '../src/queues';

describe('task queues', () => {
  it('have names of their own, and sales the one that all had once', () => {
    expect(QUEUES.map((queue) => queueName('loja', queue))).toEqual([
      ...['loja-counter', 'loja', 'loja-bling', 'loja-messages', 'loja-batch'],
    ]);
  });

  it('tell the installation they are of, whatever its name', () => {
    for (const name of ['retorno', 'loja-1', 'batch', 'loja-counter-2'])
      for (const queue of QUEUES) expect(taskQueueOf(queueName(name, queue))).toBe(name);
  });
});
