import { randomUUID } from 'node:crypto';

/** An answer of the API, easy to look at. */
export class Answer<T = unknown> {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly body: T,
  ) {}

  get location(): string | null {
    return this.headers.get('location');
  }

  /** Fails with the whole answer when the status is another. */
  expect(status: number): this {
    if (this.status !== status)
      throw new Error(`Expected ${status}, got ${this.status}: ${JSON.stringify(this.body)}`);
    return this;
  }
}

/** Speaks to the API with one key. Redirects are not followed. */
export class HttpClient {
  constructor(
    private readonly url: string,
    readonly apiKey: string,
  ) {}

  get<T>(path: string): Promise<Answer<T>> {
    return this.send('GET', path);
  }

  put<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send('PUT', path, body);
  }

  patch<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send('PATCH', path, body);
  }

  delete<T>(path: string): Promise<Answer<T>> {
    return this.send('DELETE', path);
  }

  /** Every POST gets a key of its own unless one is given. */
  post<T>(path: string, body: unknown = {}, key: string = randomUUID()): Promise<Answer<T>> {
    return this.send('POST', path, body, { 'idempotency-key': key });
  }

  /** A CSV file, under a key of its own unless one is given. */
  upload<T>(path: string, file: string, key: string = randomUUID()): Promise<Answer<T>> {
    return this.send('POST', path, file, { 'idempotency-key': key, 'content-type': 'text/csv' });
  }

  private async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return new Answer(response.status, response.headers, (json ? JSON.parse(text) : text) as T);
  }
}
