import { randomUUID } from 'node:crypto';
import { Answer } from './http-client';

/** Speaks to the API as a browser does: in a session, from a page of its own origin. */
export class SessionClient {
  private cookie = '';

  constructor(
    private readonly url: string,
    private readonly origin = url,
  ) {}

  /** Signs in; the session is kept where there is one. */
  async signIn(email: string, password: string): Promise<Answer<{ code?: string }>> {
    const answer = await this.send<{ code?: string }>('POST', '/v1/session', { email, password });
    const [cookie] = answer.headers.getSetCookie();
    if (answer.status === 201 && cookie) this.cookie = cookie.split(';')[0]!;
    return answer;
  }

  async send<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        origin: this.origin,
        cookie: this.cookie,
        'idempotency-key': randomUUID(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return new Answer(response.status, response.headers, (text === '' ? null : JSON.parse(text)) as T);
  }
}
