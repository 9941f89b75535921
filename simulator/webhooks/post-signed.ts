import http from 'node:http';
import https from 'node:https';
import type { Attempt } from './delivery';
import { signatureOf } from './signature';

/** Where a sender's webhooks go and how they are signed. */
export interface Destination {
  url: string;
  /** The name of the signature header. */
  header: string;
  secret: string;
}

/** Posts signed bodies over connections that are kept open. */
export class SignedPost {
  private closed = false;
  private readonly agents: { 'http:': http.Agent; 'https:': https.Agent };

  /** @param mostAtOnce how many connections there may be */
  constructor(mostAtOnce: number) {
    const options = { keepAlive: true, maxSockets: mostAtOnce };
    this.agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) };
  }

  /** Posts the exact bytes of a body once and reports the status, or why there was none. Never rejects. */
  async send(to: Destination, body: string, timeoutMs: number): Promise<Omit<Attempt, 'at'>> {
    const started = performance.now();
    const took = (): { tookMs: number } => ({ tookMs: Math.round(performance.now() - started) });
    try {
      const status = await this.post(to, Buffer.from(body), timeoutMs);
      return { ...took(), status };
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return { ...took(), failure: code ?? message };
    }
  }

  /** Ends all connections, those in use included. */
  close(): void {
    this.closed = true;
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  private post(to: Destination, body: Buffer, timeoutMs: number): Promise<number> {
    const url = new URL(to.url);
    const secure = url.protocol === 'https:';
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': body.length,
      [to.header]: signatureOf(body, to.secret),
    };
    const agent = this.agents[secure ? 'https:' : 'http:'];
    return new Promise((resolve, reject) => {
      const request = (secure ? https : http).request(url, { method: 'POST', headers, agent });
      const limit = setTimeout(() => request.destroy(new Error('no answer in time')), timeoutMs);
      request.on('response', (answer) => {
        clearTimeout(limit);
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(limit);
        // The receiver may close a kept connection just as it is used again; that is no answer of the receiver.
        const stale = request.reusedSocket && error.code === 'ECONNRESET' && !this.closed;
        if (stale) this.post(to, body, timeoutMs).then(resolve, reject);
        else reject(error);
      });
      request.end(body);
    });
  }
}
