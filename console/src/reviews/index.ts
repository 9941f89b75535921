export { ReviewPage } from './review-page';
export { ReviewsPage } from './reviews-page';
