import { DEMO_PROGRAM } from '../demo-program';
import type { ApiClient } from './api-client';

/** Publishes the demo program when the merchant has none yet; says whether it did. */
export async function publishDemoProgram(api: ApiClient): Promise<boolean> {
  if ((await api.get('/v1/program')) != null) return false;
  await api.put('/v1/program', DEMO_PROGRAM);
  return true;
}
