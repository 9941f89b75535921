import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../src/log';

function logged(fields: object): string {
  let text = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  createLogger('info', sink, () => ({ workflowId: 'sale/demo/bling/1' })).info(fields, 'something happened');
  return text;
}

describe('logs', () => {
  it('carry ids and a UTC time, one JSON object a line', () => {
    const line = JSON.parse(logged({ merchantId: 'demo', saleId: 'sal_1' })) as Record<string, unknown>;
    expect(line).toMatchObject({
      merchantId: 'demo',
      saleId: 'sal_1',
      workflowId: 'sale/demo/bling/1',
      msg: 'something happened',
    });
    expect(line['time']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('never carry a person or a secret, whatever object brings them', () => {
    const person = {
      name: 'Ana Souza',
      document: '52998224725',
      phones: ['11987654321'],
      email: 'ana@example.com',
    };
    const text = logged({
      ...person,
      customer: person,
      sale: { contact: person, token: 'secret-token' },
      message: { to: '11987654321' },
    });
    for (const secret of ['Ana', '52998224725', '11987654321', 'ana@example.com', 'secret-token'])
      expect(text).not.toContain(secret);
  });
});
