/**
 * Something a person has to know or to do before the tools can go on. The message says what happened, why,
 * and what to do next; it is shown without a stack trace.
 */
export class RetornoToolError extends Error {
  /** What the tool ends with. */
  readonly exitCode: number;

  constructor(
    readonly code: string,
    message: string,
    { exitCode = 1, ...options }: ErrorOptions & { exitCode?: number } = {},
  ) {
    super(message, options);
    this.name = new.target.name;
    this.exitCode = exitCode;
  }
}
