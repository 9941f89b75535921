export { PeerCalls } from './calls';
export { PeerFlow } from './flow';
export { startPeer } from './start-peer';
export type { PeerProcess } from './start-peer';
