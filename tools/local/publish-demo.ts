import { AT_ANY_HOUR } from '../at-any-hour';
import { DEMO_PROGRAM } from '../demo-program';
import type { ApiClient } from './api-client';

/** Publishes the demo program when the merchant has none yet, and lets it write at any hour; says whether it did. */
export async function publishDemoProgram(api: ApiClient): Promise<boolean> {
  if ((await api.get('/v1/program')) != null) return false;
  await api.put('/v1/program', DEMO_PROGRAM);
  // Whoever tries it at night sees its messages too.
  await api.patch('/v1/settings', { messages: AT_ANY_HOUR });
  return true;
}
