export { loadedAgain } from './loaded-again';
export { entrance, isStill, loadSession, membershipOf, signIn, signOut } from './session';
export type { Membership, Role, Session } from './session';
export { chooseStore, chosenStore } from './store-choice';
