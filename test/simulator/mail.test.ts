import { afterEach, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import type { Simulator } from '../../simulator';
import { closeAll, simulate } from './harness';

afterEach(closeAll);

/** Sends one mail over a connection of its own. */
async function send(simulator: Simulator, to: string, messageId = '<m1@loja.example.com>'): Promise<string> {
  const transport = createTransport(`${simulator.smtpUrl}`);
  try {
    const { response } = await transport.sendMail({
      from: 'Loja <loja@example.com>',
      to,
      subject: 'Você ganhou R$ 12,50',
      text: 'Olá, Ana!',
      html: '<p>Olá, <b>Ana</b>!</p>',
      messageId,
      list: { unsubscribe: [['https://loja.example.com/u/abc', 'mailto:sair@example.com']] },
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    });
    return response;
  } finally {
    transport.close();
  }
}

describe('a mailbox', () => {
  it('keeps subject, both bodies and the headers', async () => {
    const simulator = await simulate();
    await send(simulator, 'Ana@Example.com');
    const [mail] = simulator.mail.messages('ana@example.com');
    expect(mail).toMatchObject({
      messageId: '<m1@loja.example.com>',
      subject: 'Você ganhou R$ 12,50',
      copies: 1,
      headers: {
        'list-unsubscribe': '<https://loja.example.com/u/abc>, <mailto:sair@example.com>',
        'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      },
    });
    expect(mail?.text).toContain('Olá, Ana!');
    expect(mail?.html).toContain('<b>Ana</b>');
  });

  it('shows mails of one Message-ID once and counts the copies', async () => {
    const simulator = await simulate();
    for (const messageId of ['<a@x>', '<a@x>', '<b@x>']) await send(simulator, 'ana@example.com', messageId);
    expect(simulator.mail.messages('ana@example.com').map(({ copies }) => copies)).toEqual([2, 1]);
    await send(simulator, 'bia@example.com', '<a@x>');
    expect(simulator.mail.messages()).toHaveLength(3);
  });
});

describe('a fault of mail', () => {
  it('refuses the recipient for now or for good', async () => {
    const simulator = await simulate();
    simulator.mail.faults.inject({ kind: 'temporary' });
    await expect(send(simulator, 'ana@example.com')).rejects.toMatchObject({ responseCode: 451 });
    simulator.mail.faults.inject({ kind: 'permanent', address: 'bia@example.com' });
    expect(await send(simulator, 'ana@example.com')).toMatch(/^250/);
    await expect(send(simulator, 'bia@example.com')).rejects.toMatchObject({ responseCode: 550 });
  });

  it('takes the mail and ends the connection before saying so', async () => {
    const simulator = await simulate();
    simulator.mail.faults.inject({ kind: 'drop-after-accept' });
    await expect(send(simulator, 'ana@example.com')).rejects.toThrow();
    expect(simulator.mail.messages('ana@example.com')).toHaveLength(1);
  });
});
