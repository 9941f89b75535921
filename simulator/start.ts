import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { blingRouter } from './bling';
import { controlRouter, pageFiles } from './control';
import type { SimulatorOptions } from './options';
import { makeParts } from './parts';
import type { Parts } from './parts';
import { Simulator } from './simulator';
import { loadState, StateFile } from './state';
import type { SimulatorState } from './state';
import { whatsAppRouter } from './whatsapp';

const keptMessages = 1000;

function stateOf({ bling, courier, whatsapp, mail }: Parts): SimulatorState {
  return {
    version: 1,
    companies: bling.companies.map((company) => company.record()),
    grants: bling.grants.record(),
    deliveries: courier.record(),
    messages: whatsapp.messages().slice(-keptMessages),
    mails: mail.mailboxes.mails().slice(-keptMessages),
  };
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening');
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host;
  return `http://${reachable}:${(server.address() as AddressInfo).port}`;
}

/**
 * Starts a simulator: Bling, WhatsApp, mail and the page over them. Rejects when a port is taken, or with a
 * StateFileError when the state file is unreadable.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const saved = options.stateFile === undefined ? undefined : loadState(options.stateFile);
  const parts = makeParts(options, saved);
  const stateFile =
    options.stateFile === undefined ? undefined : new StateFile(options.stateFile, () => stateOf(parts));
  // A rotated token must be on disk before its owner hears of it; everything else can wait a moment.
  parts.feed.listen((topic) => (topic === 'tokens' ? stateFile?.saveNow() : stateFile?.save()));
  parts.feed.listen((topic) => topic === 'tokens' && parts.autoSales.greetConnected());

  const { host = '127.0.0.1', port = 0, smtpPort = 0 } = options;
  const app = express();
  app.disable('x-powered-by').disable('etag');
  const server = createServer({ keepAliveTimeout: 60_000 }, app);
  const mailPort = await parts.mail.listen(host, smtpPort);
  const url = await listen(server, host, port).catch(async (error: unknown) => {
    await parts.mail.close();
    throw error;
  });
  const simulator = new Simulator(url, mailPort, parts, server, stateFile);
  app.use('/Api/v3', blingRouter(parts.bling));
  app.use('/simulator', controlRouter(simulator));
  app.use(whatsAppRouter(parts.whatsapp));
  app.use(pageFiles());
  parts.autoSales.flow(options.autoSales?.everyMs);
  return simulator;
}
