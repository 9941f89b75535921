export { decrypt, DecryptionError, digest, encrypt, keyedDigest, opensWith } from './crypto';
export { Sealer } from './sealer';
