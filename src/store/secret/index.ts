export { decrypt, DecryptionError, digest, encrypt } from './crypto';
