import type { RequestHandler } from 'express';
import type { AppDeps } from './deps';

/**
 * Says once that calls come through a proxy whose word is not taken: all of them then count as one address, and whoever mistypes a
 * password or a code keeps everybody else waiting.
 */
export function tellOfUnreadProxy({ config, log }: Pick<AppDeps, 'config' | 'log'>): RequestHandler {
  let told = config.trustProxy !== false;
  return (req, _res, next) => {
    if (!told && req.get('x-forwarded-for') !== undefined) {
      told = true;
      log.error(
        'calls come through a proxy (X-Forwarded-For) and TRUST_PROXY is not set: all count as one address',
      );
    }
    next();
  };
}
