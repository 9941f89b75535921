/** Something asked for does not exist in the pretend ERP. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
}

/** Throws the error for something a company does not have. */
export function missing(what: string, company: string): never {
  throw new WorldError(
    `There is no ${what} in ${company}: it was never made or has been deleted. Use an id it holds.`,
  );
}
