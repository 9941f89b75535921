/** An event that the rules refuse; nothing but what time alone did is changed by it. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(`Refused: ${code}`);
  }
}
