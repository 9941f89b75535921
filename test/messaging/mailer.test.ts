import { createVerify, generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SendError, createMailer } from '../../src/messaging';
import type { DkimKey, Email, Mailer } from '../../src/messaging';
import { reply, startMailServer, startScriptedServer } from './mail-server';
import type { MailServer } from './mail-server';

const EMAIL: Email = {
  to: 'ana@example.com',
  subject: 'Você ganhou R$ 12,50',
  text: 'Olá, Ação!\n',
  html: '<p>Olá, Ação!</p>',
  id: 'message-1',
};
const KEYS = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  ...{ publicKeyEncoding: { type: 'spki', format: 'pem' } },
  ...{ privateKeyEncoding: { type: 'pkcs8', format: 'pem' } },
});
const ONE_CLICK = 'List-Unsubscribe=One-Click';
const MESSAGE_ID = '<message-1@loja.example>';
const SENDER = 'Clube da Loja <clube@loja.example>';
const opened: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

function open<T extends { close(): unknown }>(one: T): T {
  opened.push(one);
  return one;
}

function mailerTo(smtpUrl: string, timeoutMs = 5_000, dkim?: DkimKey, inLineMs?: number): Mailer {
  return open(createMailer({ smtpUrl, from: SENDER, timeoutMs, dkim, inLineMs }));
}

async function failed(sending: Promise<unknown>): Promise<SendError> {
  const error: unknown = await sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SendError)) throw new Error('expected a SendError');
  return error;
}

describe('sending an e-mail', () => {
  it('delivers both forms with the message id and the headers given', async () => {
    const server = open(await startMailServer());
    await mailerTo(server.url).send({
      ...EMAIL,
      headers: {
        'List-Unsubscribe': '<https://loja.example/u/1>',
        'List-Unsubscribe-Post': ONE_CLICK,
      },
    });
    const [{ mail, recipients } = { mail: undefined, recipients: [] }] = server.received;
    expect(recipients).toEqual(['ana@example.com']);
    expect(mail).toMatchObject({
      subject: 'Você ganhou R$ 12,50',
      text: 'Olá, Ação!\n',
      messageId: MESSAGE_ID,
    });
    expect(mail?.html).toContain('<p>Olá, Ação!</p>');
    expect(mail?.from?.text).toContain('clube@loja.example');
    const lines = mail?.headerLines.map(({ line }) => line).join('\n');
    expect(lines).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('signs it for the sender’s domain, and with it both headers that make a button', async () => {
    const server = open(await startMailServer());
    const dkim = { selector: 'retorno', privateKey: KEYS.privateKey };
    const headers = { 'List-Unsubscribe': '<https://loja.example/u/1>', 'List-Unsubscribe-Post': ONE_CLICK };
    await mailerTo(server.url, undefined, dkim).send({ ...EMAIL, headers });
    const lines = server.received[0]!.mail.headerLines;
    const signature = lines.find(({ key }) => key === 'dkim-signature')!.line;
    const tags = new Map(
      signature
        .replace(/^[^:]+:/, '')
        .split(';')
        .map((tag) => [tag.trim().split('=', 1)[0]!, tag.replace(/\s/g, '').replace(/^\w+=/, '')]),
    );
    expect(Object.fromEntries(tags)).toMatchObject({ a: 'rsa-sha256', d: 'loja.example', s: 'retorno' });
    const signed = tags.get('h')!.toLowerCase().split(':');
    expect(signed).toEqual(expect.arrayContaining(['from', 'list-unsubscribe', 'list-unsubscribe-post']));
    const relaxed = (line: string): string => {
      const [name = '', ...value] = line.split(':');
      return `${name.toLowerCase().trim()}:${value.join(':').replace(/\s+/g, ' ').trim()}`;
    };
    const covered = signed.map((name) => relaxed(lines.find(({ key }) => key === name)!.line));
    const own = relaxed(signature.replace(/([;\s]b=)[^;]*$/, '$1'));
    const verifier = createVerify('RSA-SHA256').update([...covered, own].join('\r\n'));
    expect(verifier.verify(KEYS.publicKey, tags.get('b')!, 'base64')).toBe(true);
  });

  it.each([
    ['clube@loja.com.br', 'loja.com.br'],
    ['"Clube @ Loja" <clube@pão.example> ', 'xn--po-sia.example'],
  ])('names it by the domain of the sender: %s', async (from, domain) => {
    const server = open(await startMailServer());
    await open(createMailer({ smtpUrl: server.url, from })).send(EMAIL);
    expect(server.received[0]?.mail.messageId).toBe(`<message-1@${domain}>`);
  });

  it('gives a repeated message the same id', async () => {
    const server = open(await startMailServer());
    const mailer = mailerTo(server.url);
    await mailer.send(EMAIL);
    await mailer.send(EMAIL);
    expect(server.received.map(({ mail }) => mail.messageId)).toEqual([MESSAGE_ID, MESSAGE_ID]);
  });

  it('uses a connection for more than one message', async () => {
    const server = open(await startMailServer());
    const mailer = mailerTo(server.url);
    await mailer.send(EMAIL);
    await mailer.send(EMAIL);
    expect(server.connections()).toBe(1);
  });

  it('never reaches anybody else by way of the address or the subject', async () => {
    const server = open(await startMailServer());
    const mailer = mailerTo(server.url);
    await mailer.send({ ...EMAIL, to: 'ana@example.com, eva@example.com' }).catch(() => undefined);
    await mailer
      .send({ ...EMAIL, to: 'ana@example.com\r\nRCPT TO:<eva@example.com>' })
      .catch(() => undefined);
    await mailer.send({ ...EMAIL, subject: 'Oi\r\nBcc: eva@example.com' });
    expect(server.received.flatMap(({ recipients }) => recipients)).not.toContain('eva@example.com');
    expect(server.received.at(-1)?.mail.bcc).toBeUndefined();
  });
});

describe('more e-mails at once than the server is asked to take', () => {
  const HELD = 5;
  const LATER = { ...EMAIL, to: 'bia@example.com' };

  /** A server that has no answer to what it has read for Ana, until it is let. */
  async function openSlowServer(): Promise<MailServer & { let(): void }> {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const server = await startMailServer({
      onData: (stream, session, done) => {
        const isHeld = session.envelope.rcptTo[0]?.address === EMAIL.to;
        stream.on('end', () => void (isHeld ? released.then(() => done()) : done())).resume();
      },
    });
    return open({ ...server, let: release });
  }

  it('has each its whole time from when it has a connection, however long it waited for one', async () => {
    const server = await openSlowServer();
    const mailer = mailerTo(server.url, 1_000, undefined, 30_000);
    const held = Array.from({ length: HELD }, () => failed(mailer.send(EMAIL)));
    const waits = mailer.send(LATER);
    await Promise.all(held);
    await expect(waits).resolves.toBeUndefined();
  });

  it('has what gets no connection soon come back later, which is no trouble of the server’s', async () => {
    const server = await openSlowServer();
    const mailer = mailerTo(server.url, 30_000, undefined, 50);
    const held = Array.from({ length: HELD }, () => mailer.send(EMAIL));
    const error = await failed(mailer.send(LATER));
    expect(error).toMatchObject({ outcome: 'retry', scope: 'message', reason: 'busy', code: 'EAGAIN' });
    expect(error.holds).toBeUndefined();
    server.let();
    await Promise.all(held);
    await expect(mailer.send(LATER)).resolves.toBeUndefined();
  });
});

describe('an e-mail the server does not take', () => {
  it.each([
    [450, 'retry', 'message', 'busy'],
    [550, 'refused', 'recipient', 'unreachable'],
  ])('because of its recipient (%i) is %s', async (code, outcome, scope, reason) => {
    const server = open(
      await startMailServer({
        onRcptTo: (_address, _session, done) => done(reply(code, 'ana@example.com is unknown')),
      }),
    );
    const error = await failed(mailerTo(server.url).send(EMAIL));
    expect(error).toMatchObject({ outcome, scope, reason, code: String(code) });
    expect(error.message + JSON.stringify(error)).not.toContain('ana@');
  });

  it.each([
    ['5.1.1 User unknown', true],
    ['5.1.10 Null MX', true],
    ['5.1.8 Bad sender’s system address', undefined],
    ['5.7.1 Not from you', undefined],
    ['User unknown', undefined],
  ])('tells against the address itself where the server says so: %s', async (text, strikes) => {
    const server = open(
      await startMailServer({ onRcptTo: (_address, _session, done) => done(reply(550, text)) }),
    );
    const error = await failed(mailerTo(server.url).send(EMAIL));
    expect([error.reason, error.strikes]).toEqual(['unreachable', strikes]);
  });

  it.each([
    [451, 'retry', 'busy'],
    [552, 'refused', 'invalid_message'],
    [554, 'refused', 'invalid_message'],
  ])('after reading it (%i) is %s', async (code, outcome, reason) => {
    const server = open(
      await startMailServer({
        onData: (stream, _session, done) => stream.on('end', () => done(reply(code, 'no'))).resume(),
      }),
    );
    await expect(failed(mailerTo(server.url).send(EMAIL))).resolves.toMatchObject({ outcome, reason });
  });

  it.each([
    [550, 'retry', 'sender'],
    [552, 'refused', 'message'],
    [421, 'retry', 'message'],
  ])('when the sender is named (%i) is %s, a matter of the %s', async (code, outcome, scope) => {
    const server = open(
      await startMailServer({ onMailFrom: (_address, _session, done) => done(reply(code, 'no')) }),
    );
    await expect(failed(mailerTo(server.url).send(EMAIL))).resolves.toMatchObject({ outcome, scope });
  });

  it('because of our password waits for somebody to correct it', async () => {
    const server = open(
      await startMailServer({
        authOptional: false,
        onAuth: (_auth, _session, done) => done(reply(535, 'no')),
      }),
    );
    const error = await failed(mailerTo(server.url.replace('//', '//clube:s3cr3t@')).send(EMAIL));
    expect(error).toMatchObject({ outcome: 'retry', scope: 'sender', code: '535', retryAfterMs: 900_000 });
    expect(error.message).not.toContain('s3cr3t');
  });

  it('because it takes no mail at all is tried again', async () => {
    const server = open(
      await startMailServer({ onConnect: (_session, done) => done(reply(554, 'no service')) }),
    );
    await expect(failed(mailerTo(server.url).send(EMAIL))).resolves.toMatchObject({
      outcome: 'retry',
      scope: 'sender',
    });
  });

  it('because the address is none is refused', async () => {
    const server = open(await startMailServer());
    await expect(failed(mailerTo(server.url).send({ ...EMAIL, to: '' }))).resolves.toMatchObject({
      outcome: 'refused',
      scope: 'recipient',
      code: 'EENVELOPE',
    });
  });
});

describe('a connection that fails', () => {
  /** Plays a server up to the given command, then does as told. */
  async function until(
    command: string,
    then: 'drop' | 'hang' | 'hang in data',
    dkim?: DkimKey,
  ): Promise<SendError> {
    const server = open(
      await startScriptedServer((line, socket, inData) => {
        if (inData) {
          if (then !== 'hang in data') socket.destroy();
          return null;
        }
        if (line.startsWith(command) && then !== 'hang in data') {
          if (then === 'drop') socket.destroy();
          return null;
        }
        return line === 'DATA' ? '354 go on' : '250 ok';
      }),
    );
    return failed(mailerTo(server.url, then === 'drop' ? undefined : 500, dkim).send(EMAIL));
  }

  it('because nobody listens means the message did not go out', async () => {
    const server = await startMailServer();
    await server.close();
    await expect(failed(mailerTo(server.url).send(EMAIL))).resolves.toMatchObject({
      outcome: 'retry',
      reason: 'no_connection',
      code: 'ECONNREFUSED',
    });
  });

  it.each([
    ['at once', { secure: true }, 'smtps'],
    ['by STARTTLS', { disabledCommands: [] }, 'smtp'],
  ] as const)(
    'because the certificate shown %s is not accepted says so, and the message did not go out',
    async (_when, options, scheme) => {
      const server = open(await startMailServer({ ...options, disabledCommands: [] }));
      const error = await failed(mailerTo(server.url.replace(/^smtp/, scheme)).send(EMAIL));
      expect(error).toMatchObject({ outcome: 'retry', scope: 'sender', reason: 'certificate_refused' });
      expect(error.message).toContain('TLS certificate is not accepted');
      expect(server.received).toEqual([]);
    },
  );

  it.each([
    ['EHLO', 'drop'],
    ['MAIL', 'drop'],
    ['RCPT', 'drop'],
    ['DATA', 'drop'],
    ['MAIL', 'hang'],
    ['DATA', 'hang'],
  ] as const)(
    'at %s (%s), before the message was handed over, lets it be sent later',
    async (command, then) => {
      const dkim = { selector: 'retorno', privateKey: KEYS.privateKey };
      for (const failure of await Promise.all([until(command, then), until(command, then, dkim)]))
        expect(failure).toMatchObject({ outcome: 'retry', reason: 'no_connection' });
    },
  );

  it('while the message is being read leaves its fate unknown', async () => {
    await expect(until('nothing', 'drop')).resolves.toMatchObject({
      outcome: 'unknown',
      reason: 'no_answer',
    });
  });

  it('by silence after the message was handed over leaves its fate unknown', async () => {
    await expect(until('nothing', 'hang in data')).resolves.toMatchObject({
      outcome: 'unknown',
      code: 'EABORT',
    });
  });

  it('of a closed mailer means the message did not go out', async () => {
    const server = open(await startMailServer());
    const mailer = createMailer({ smtpUrl: server.url, from: 'clube@loja.example' });
    mailer.close();
    await expect(failed(mailer.send(EMAIL))).resolves.toMatchObject({ outcome: 'retry' });
  });
});
