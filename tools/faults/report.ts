import type { FaultsResult } from './run';

const S = 1_000;

/** What happened meanwhile, and in the last line the whole. */
export function faultsReport({ options, house, till, books, deeds, ...result }: FaultsResult): string {
  const { processes } = house;
  const ends = (kind: keyof (typeof processes)[number]['ends']): string =>
    listed(processes.map(({ name, ends }) => [name, ends[kind]] as const));
  const unknown = books.messages.filter(({ state }) => state === 'unknown').length;
  const repeated = books.mails.filter(({ copies }) => copies > 1).length;
  return [
    `Killed: ${ends('killed')}`,
    `Ended by themselves while something else was down: ${ends('alone')}; could not start meanwhile: ${ends('failedStarts')}`,
    `Asked again under the same key: ${listed(Object.entries(till.again))}`,
    `WhatsApp messages of which nobody knows: ${unknown}; e-mails that came again under the same Message-ID: ${repeated}`,
    `Seed ${options.seed}: ${deeds.sold.size} sales, ${deeds.used.size} redemptions, ${options.kills} kills, ` +
      `${Math.round(result.workMs / S)} s of work, settled ${Math.round(result.settleMs / S)} s later; everything holds.`,
  ].join('\n');
}

function listed(counts: readonly (readonly [string, number])[]): string {
  const some = counts.filter(([, count]) => count > 0);
  return some.map(([what, count]) => `${count} × ${what}`).join(', ') || 'none';
}
