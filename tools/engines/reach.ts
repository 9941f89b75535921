import { request } from 'node:http';
import { connect } from 'node:tls';

/** Whether a host answers; `reason` says why not. */
export type Reach = { readonly reachable: true } | { readonly reachable: false; readonly reason: string };

const TIMEOUT_MS = 3_000;

/**
 * Asks with a short time limit whether a host can be reached over HTTPS, so that a machine without the open
 * internet goes on to the next way at once instead of hanging in a download. Goes through the proxy of
 * `HTTPS_PROXY` when one is set, as the downloads do.
 */
export async function reach(host: string, env: NodeJS.ProcessEnv, timeoutMs = TIMEOUT_MS): Promise<Reach> {
  const proxy = env.HTTPS_PROXY || env.https_proxy;
  try {
    await (proxy ? connectByProxy(host, new URL(proxy), timeoutMs) : connectDirectly(host, timeoutMs));
    return { reachable: true };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return { reachable: false, reason: `${host} cannot be reached (${code ?? (error as Error).message})` };
  }
}

function connectDirectly(host: string, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: 443, servername: host });
    // Not socket.setTimeout: a name server that never answers is not a silent socket.
    const timer = setTimeout(() => socket.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    socket.once('secureConnect', () => {
      socket.end();
      resolve();
    });
    socket.once('error', reject);
    socket.once('close', () => clearTimeout(timer));
  });
}

function connectByProxy(host: string, proxy: URL, timeoutMs: number): Promise<void> {
  const credentials = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return new Promise((resolve, reject) => {
    const ask = request({
      host: proxy.hostname,
      port: proxy.port || 80,
      method: 'CONNECT',
      path: `${host}:443`,
      signal: AbortSignal.timeout(timeoutMs),
      headers: proxy.username
        ? { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` }
        : {},
    });
    ask.once('connect', (response, socket) => {
      socket.destroy();
      if (response.statusCode === 200) resolve();
      else reject(new Error(`the proxy answered ${response.statusCode}`));
    });
    ask.once('response', (response) => reject(new Error(`the proxy answered ${response.statusCode}`)));
    ask.once('error', reject);
    ask.end();
  });
}
