/**
 * Collections that are looked up by what finds the merchant in the first place, or that are nobody's: small, and in one place however
 * many merchants there are. All others are spread by merchant.
 */
export const REGISTRIES = [
  'merchants',
  'api_keys',
  'access_links',
  'customer_links',
  'second_factors',
  'people',
  'memberships',
  'sessions',
  'limits',
  'connections',
  'authorizations',
  'call_slots',
  'call_places',
  'send_pauses',
  'send_paces',
  'migrations',
  'migration_gates',
  'migration_leases',
  'encryption_keys',
];
