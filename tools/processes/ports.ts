import { createServer } from 'node:net';
import { RetornoToolError } from './tool-error';

/** A port one of our processes is going to listen on. */
export interface PortNeed {
  readonly port: number;
  /** Who needs it, as a person would say it: "the API". */
  readonly what: string;
  /** The environment variable that moves it. */
  readonly variable: string;
}

/** One or more ports are taken by other programs. */
export class PortTakenError extends RetornoToolError {
  constructor(taken: readonly PortNeed[]) {
    const lines = taken.map(
      ({ port, what, variable }) =>
        `Port ${port}, needed by ${what}, is taken by another program. ` +
        `Stop that program (\`lsof -i :${port}\` names it) or choose another port: ${variable}=${port + 1} npm start`,
    );
    super('port_taken', lines.join('\n'));
  }
}

/**
 * Checks every port before anything is started.
 *
 * @throws {PortTakenError} naming each taken port, who needs it and which variable moves it
 */
export async function requireFreePorts(needs: readonly PortNeed[]): Promise<void> {
  const free = await Promise.all(needs.map(({ port }) => isPortFree(port)));
  const taken = needs.filter((_, index) => !free[index]);
  if (taken.length > 0) throw new PortTakenError(taken);
}

/** Whether nobody listens on the port, on the loopback address or on all addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '0.0.0.0'));
}

/** Ports of 127.0.0.1 that were free a moment ago, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            resolve(address !== null && typeof address === 'object' ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
