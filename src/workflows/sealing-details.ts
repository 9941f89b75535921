import type { SealingSums } from './definitions';

/** What the Temporal UI shows of a sealing, in pt-BR. */
export function sealingDetails({ merchants, chains, unsealed }: SealingSums): string {
  const stores = merchants === 1 ? '1 loja' : `${merchants} lojas`;
  const sealed = chains === 1 ? '1 cliente selado' : `${chains} clientes selados`;
  const failed = unsealed.map(
    (merchantId) => `- ${merchantId}: não pôde ser selada, ver os passos que falharam`,
  );
  return [
    `**Selos do livro de lançamentos**: ${stores} · ${sealed}`,
    ...(failed.length > 0 ? ['', ...failed] : []),
  ].join('\n');
}
