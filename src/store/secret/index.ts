export { decrypt, DecryptionError, digest, encrypt, keyedDigest } from './crypto';
export { Sealer } from './sealer';
