import type { Target } from './target';

/** Where the Temporal UI lists every run of a workflow, the newest first; null: its address is not known. */
export function runLink({ client, uiUrl = null }: Target, workflowId: string): string | null {
  if (uiUrl === null) return null;
  const query = encodeURIComponent(`WorkflowId="${workflowId.replace(/["\\]/g, '\\$&')}"`);
  return `${uiUrl}/namespaces/${encodeURIComponent(client.options.namespace)}/workflows?query=${query}`;
}
