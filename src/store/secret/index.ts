export { decrypt, DecryptionError, digest, encrypt, keyedDigest } from './crypto';
