export { fingerprintModel, reviewModel } from './review-model';
export type { ReviewKind } from './review-model';
export { createReviews } from './reviews';
export type { Review, ReviewPair, Reviews } from './reviews';
