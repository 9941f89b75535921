import { RetornoToolError } from '../processes';

/** The API answered something else than was asked for. */
export class ApiAnswerError extends RetornoToolError {
  constructor(
    what: string,
    readonly status: number,
    body: string,
  ) {
    super('api_answer', `${what}: the answer was ${status} ${body.slice(0, 300)}`);
  }
}

const TIMEOUT_MS = 15_000;

/** Calls the API of this start with the owner's key. */
export class ApiClient {
  constructor(
    readonly baseUrl: string,
    private readonly apiKey: string,
  ) {}

  /** Sends a request as it is; redirects are not followed. */
  async send(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.baseUrl}${path}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...init,
      headers: { authorization: `Bearer ${this.apiKey}`, ...(init.headers as Record<string, string>) },
    });
  }

  /**
   * The JSON of a call; undefined when there is nothing (404).
   *
   * @throws {ApiAnswerError} on any other refusal
   */
  async get(path: string): Promise<unknown> {
    const response = await this.send(path);
    if (response.status === 404) return undefined;
    if (!response.ok) throw new ApiAnswerError(`GET ${path}`, response.status, await response.text());
    return response.json();
  }

  /** @throws {ApiAnswerError} when it is refused */
  async put(path: string, body: unknown): Promise<void> {
    return this.change('PUT', path, body);
  }

  /** @throws {ApiAnswerError} when it is refused */
  async patch(path: string, body: unknown): Promise<void> {
    return this.change('PATCH', path, body);
  }

  private async change(method: 'PUT' | 'PATCH', path: string, body: unknown): Promise<void> {
    const response = await this.send(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new ApiAnswerError(`${method} ${path}`, response.status, await response.text());
  }

  /** Whether the API and the engines behind it are ready. */
  async isReady(): Promise<boolean> {
    return (await fetch(`${this.baseUrl}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok;
  }
}
