export { followUps, nextFollowUp } from './follow-ups';
export type { FollowUp, FollowUpFacts, Told } from './follow-ups';
export { FOLLOW_UP_KINDS, followUpKey, occasionInKey, wantsFollowUps } from './occasion';
export type { FollowUpKind, FollowUpOccasions } from './occasion';
export { followUpOccasions } from './schema';
