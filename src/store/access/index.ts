export { LOCKOUT_MS, struck, UNSTRUCK } from './lockout';
export type { LockState } from './lockout';
export { lockoutModel } from './lockout-model';
export { createLockouts } from './lockouts';
export type { Lockouts, LockSubject } from './lockouts';
export { apiKeyModel, merchantModel } from './merchant-model';
export { createMerchants } from './merchants';
export type { Caller, Merchants } from './merchants';
export { hashPassword, PASSWORD_LENGTH, passwordFault, verifyPassword } from './password';
