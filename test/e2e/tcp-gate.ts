import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A door in front of a server that a test can shut: then the server is simply not there. */
export interface TcpGate {
  port: number;
  shut(): void;
  /** Nothing that is said is passed on any more, either way, and no connection ends: as with a server that hangs. */
  hang(): void;
  /** Connections that hung end. */
  open(): void;
  close(): Promise<void>;
}

export async function openTcpGate(target: { host: string; port: number }): Promise<TcpGate> {
  const sockets = new Set<Socket>();
  let isOpen = true;
  let hangs = false;
  const server = createServer((near) => {
    if (!isOpen) return void near.destroy();
    const far = connect(target);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.on('data', (said) => {
        if (!hangs) other.write(said);
      });
      socket.on('end', () => other.end());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = (): void => sockets.forEach((socket) => void socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    shut() {
      isOpen = false;
      drop();
    },
    hang() {
      hangs = true;
    },
    open() {
      if (hangs) drop();
      isOpen = true;
      hangs = false;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      drop();
      await closed;
    },
  };
}
