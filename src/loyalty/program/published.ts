import type { Program } from './schema';

/** A stored version as it is read: a field that came later says what was meant before there was one. */
export function publishedProgram(stored: unknown): Program {
  const program = stored as Program;
  return program.messages.expiring?.fair === undefined ? withEndsThatStand(program) : program;
}

/** A program as versions before fair expiry have it: whoever it reminds loses on the day what it said. */
export function withEndsThatStand(program: Program): Program {
  const { expiring } = program.messages;
  return expiring
    ? { ...program, messages: { ...program.messages, expiring: { ...expiring, fair: false } } }
    : program;
}
