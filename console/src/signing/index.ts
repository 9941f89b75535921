export { InvitationPage } from './invitation-page';
export { PasswordPage } from './password-page';
export { SignInPage } from './sign-in-page';
