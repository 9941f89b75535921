import { Agent, request } from 'node:http';

/** An answer, read to its end. */
export interface HttpReply {
  readonly status: number;
  readonly location: string | undefined;
  readonly text: string;
}

/** What is sent. */
export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const TIMEOUT_MS = 20_000;

/** Calls one server over connections that are kept open. It does as little as it can, so that little of it is measured. */
export class HttpCaller {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly host: string;
  private readonly port: string;

  constructor(url: string) {
    ({ hostname: this.host, port: this.port } = new URL(url));
  }

  send({ method, path, headers = {}, body = '' }: HttpCall): Promise<HttpReply> {
    const { agent, host, port } = this;
    const length = body === '' ? {} : { 'content-length': Buffer.byteLength(body) };
    const call = request({
      agent,
      host,
      port,
      method,
      path,
      timeout: TIMEOUT_MS,
      headers: { ...headers, ...length },
    });
    return new Promise((resolve, reject) => {
      call.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      });
      call.on('timeout', () =>
        call.destroy(new Error(`${method} ${path}: no answer within ${TIMEOUT_MS} ms`)),
      );
      call.on('error', reject);
      call.end(body);
    });
  }

  /** Sends JSON and gives the answer's JSON. @throws when the status is not the one expected */
  async json<T>(expected: number, call: Omit<HttpCall, 'body'> & { readonly body?: unknown }): Promise<T> {
    const { status, text } = await this.send({
      ...call,
      headers: { 'content-type': 'application/json', ...call.headers },
      ...(call.body === undefined ? { body: '' } : { body: JSON.stringify(call.body) }),
    });
    if (status !== expected)
      throw new Error(
        `${call.method} ${call.path}: expected ${expected}, got ${status} ${text.slice(0, 300)}`,
      );
    return JSON.parse(text) as T;
  }

  close(): void {
    this.agent.destroy();
  }
}
