import { Writable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { createAccessMailer } from '../../../src/api/access/mail';
import type { AccessMailer } from '../../../src/api/access/mail';
import { createLogger } from '../../../src/log';
import { reply, startMailServer } from '../../messaging/mail-server';
import type { MailServer } from '../../messaging/mail-server';

const MAIL = { kind: 'password_changed', name: 'Ana Souza' } as const;
const FROM = 'Retorno <retorno@loja.com.br>';

let server: MailServer | null = null;
let mailer: AccessMailer | null = null;
let logged = '';
afterEach(async () => {
  await mailer?.close();
  await server?.close();
  [server, mailer, logged] = [null, null, ''];
});

async function aMailer(
  options: SMTPServerOptions = {},
): Promise<{ mailer: AccessMailer; server: MailServer }> {
  server = await startMailServer(options);
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged += chunk.toString();
      done();
    },
  });
  mailer = createAccessMailer({ smtpUrl: server.url, from: FROM }, createLogger('debug', sink), [10, 10]);
  return { mailer, server };
}

/** A server that has no room for the first so many messages. */
function busyFor(times: number): SMTPServerOptions {
  let left = times;
  return {
    onRcptTo: (_address, _session, done) => {
      left -= 1;
      done(left >= 0 ? reply(451, 'busy') : undefined);
    },
  };
}

async function until(what: () => boolean): Promise<void> {
  for (let n = 0; n < 500 && !what(); n += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(what()).toBe(true);
}

describe('an e-mail about access', () => {
  it('goes out while whoever asked waits, under an id of its own', async () => {
    const { mailer: mails, server: at } = await aMailer();
    expect(await mails.send('ana@loja.com.br', 'inv_1', MAIL)).toBe('sent');
    expect(at.received).toMatchObject([
      { recipients: ['ana@loja.com.br'], mail: { messageId: '<inv-1@loja.com.br>' } },
    ]);
  });

  it('that is not taken is said to have failed, once and without a name in the log', async () => {
    const { mailer: mails, server: at } = await aMailer(busyFor(1));
    expect(await mails.send('ana@loja.com.br', 'inv_1', MAIL)).toBe('failed');
    expect(at.received).toEqual([]);
    expect(logged).toContain('was not sent');
    expect(logged).not.toMatch(/ana@|Ana/);
  });

  it('beside an answer is tried again where that can help, and not where it cannot', async () => {
    const { mailer: mails, server: at } = await aMailer(busyFor(2));
    mails.sendBeside('ana@loja.com.br', 'rst_1', MAIL);
    await until(() => at.received.length === 1);
    await mails.close();
    await at.close();
    let asked = 0;
    const refusing = await aMailer({
      onRcptTo: (_address, _session, done) => {
        asked += 1;
        done(reply(550, 'nobody'));
      },
    });
    refusing.mailer.sendBeside('ninguem@loja.com.br', 'rst_2', MAIL);
    await until(() => asked === 1);
    await refusing.mailer.close();
    expect(asked).toBe(1);
  });

  it('is sent by nobody where no server is set', async () => {
    mailer = createAccessMailer({ smtpUrl: null, from: FROM }, createLogger('silent'));
    expect(await mailer.send('ana@loja.com.br', 'inv_1', MAIL)).toBe('off');
    mailer.sendBeside('ana@loja.com.br', 'inv_1', MAIL);
  });
});
