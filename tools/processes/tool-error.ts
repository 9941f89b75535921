/**
 * Something a person has to know or to do before the tools can go on. The message says what happened, why,
 * and what to do next; it is shown without a stack trace.
 */
export class RetornoToolError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}
