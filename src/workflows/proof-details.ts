import type { MerchantProof, ProofSums } from './definitions';
import { inList, inParagraphs } from './markdown';

/**
 * What the Temporal UI shows of a proof, in pt-BR: the sums, then one line for each merchant that is named. A list, because the UI
 * that comes with the server renders no tables.
 */
export function proofDetails({ merchants, holding, broken, unproved, proofs }: ProofSums): string {
  const sums = [
    `${merchants} ${merchants === 1 ? 'loja conferida' : 'lojas conferidas'}`,
    `${holding} sem divergência`,
    ...(broken > 0 ? [`**${broken} com divergência**`] : []),
    ...(unproved > 0
      ? [`**${unproved} ${unproved === 1 ? 'não pôde ser conferida' : 'não puderam ser conferidas'}**`]
      : []),
  ];
  return inParagraphs([
    `**Conferência do livro de lançamentos**: ${sums.join(' · ')}`,
    inList(proofs.map(line)),
    ...(merchants > proofs.length ? [`e mais ${merchants - proofs.length}, sem divergência`] : []),
  ]);
}

function line(proof: MerchantProof): string {
  if (proof.outcome === 'unproved')
    return `${proof.merchantId}: não pôde ser conferida, ver os passos que falharam`;
  const { merchantId, customers, entries, newestSeal } = proof;
  const size = `${customers} ${customers === 1 ? 'cliente' : 'clientes'}, ${entries} ${entries === 1 ? 'lançamento' : 'lançamentos'}`;
  return `${merchantId}: ${proofResult(proof)} · ${size}${newestSeal === null ? '' : ` · último selo ${newestSeal}`}`;
}

function proofResult(proof: Exclude<MerchantProof, { outcome: 'unproved' }>): string {
  if (proof.outcome === 'holds') return 'confere';
  const { problems, firstMisfit } = proof;
  const count = problems === 1 ? '1 divergência' : `${problems} divergências`;
  if (firstMisfit === null) return `**${count}**`;
  return `**${count}**; primeiro lançamento: nº ${firstMisfit.seq} de ${firstMisfit.customerId}`;
}
