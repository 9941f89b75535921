import type { Program } from './schema';

/** A stored version as it is read: a field that came later says what was meant before there was one. */
export function publishedProgram(stored: unknown): Program {
  const program = stored as Program;
  const { expiring } = program.messages;
  // Whoever is reminded by an earlier version loses on the day what it said.
  if (!expiring || Object.hasOwn(expiring, 'fair')) return program;
  return { ...program, messages: { ...program.messages, expiring: { ...expiring, fair: false } } };
}
