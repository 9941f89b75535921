import type { AppDeps, Route } from '../http';
import { invitationRoutes } from './invitation-routes';
import { keyRoutes } from './key-routes';
import { ownPasswordRoutes } from './own-password-routes';
import { passwordRoutes } from './password-routes';
import { peopleRoutes } from './people-routes';
import { secondFactorRoutes } from './second-factor-routes';
import { sessionRoutes } from './session-routes';
import { settingsRoutes } from './settings-routes';
import { shopRoutes } from './shop-routes';

/** Who signs in, who works with the merchant's program, and what each may. */
export function accessRoutes(deps: AppDeps): Route[] {
  return [
    ...sessionRoutes(deps),
    ...invitationRoutes(deps),
    ...passwordRoutes(deps),
    ...ownPasswordRoutes(deps),
    ...secondFactorRoutes(deps),
    ...peopleRoutes(deps),
    ...keyRoutes(deps),
    ...shopRoutes(deps),
    ...settingsRoutes(deps),
  ];
}
