import { alertModel } from './alert';
import {
  apiKeyModel,
  limitModel,
  linkModel,
  lockoutModel,
  membershipModel,
  merchantModel,
  personModel,
  secondFactorModel,
  sessionModel,
  shopModel,
} from './access';
import { auditModel } from './audit';
import {
  authorizationModel,
  callPlaceModel,
  callSlotModel,
  connectionModel,
  reconciledOrderModel,
  reconciliationModel,
} from './connection';
import {
  attestationModel,
  budgetModel,
  entryModel,
  grantModel,
  lotModel,
  redemptionModel,
  voucherCodeModel,
  walletModel,
} from './ledger';
import {
  consentModel,
  customerLinkModel,
  customerModel,
  identityKeyModel,
  mergeModel,
  suppressionModel,
} from './customer';
import { fingerprintModel, reviewModel } from './review';
import { commandTextsModel } from './command';
import { idempotencyModel, usedKeyModel } from './idempotency';
import { contactImportModel, contactImportTurnModel, importModel, importRowsModel } from './import';
import { messageModel, sendPaceModel, sendPauseModel } from './notice';
import { programModel } from './program';
import { saleModel } from './sale';
import { checkpointModel, headModel, sealModel } from './ledger/proof';
import { simulationModel, simulationTurnModel } from './simulation';
import { balanceAttemptModel, voucherAttemptModel } from './redemption';
import type { CollectionPlan } from './mongo';

/** Every collection of the product, and what it has to be. */
export const COLLECTIONS: readonly CollectionPlan[] = [
  alertModel,
  apiKeyModel,
  attestationModel,
  auditModel,
  authorizationModel,
  balanceAttemptModel,
  budgetModel,
  callPlaceModel,
  callSlotModel,
  checkpointModel,
  commandTextsModel,
  connectionModel,
  consentModel,
  contactImportModel,
  contactImportTurnModel,
  customerLinkModel,
  customerModel,
  entryModel,
  fingerprintModel,
  grantModel,
  headModel,
  idempotencyModel,
  identityKeyModel,
  importModel,
  importRowsModel,
  limitModel,
  linkModel,
  lockoutModel,
  lotModel,
  membershipModel,
  merchantModel,
  mergeModel,
  messageModel,
  personModel,
  programModel,
  reconciledOrderModel,
  reconciliationModel,
  redemptionModel,
  reviewModel,
  saleModel,
  sealModel,
  secondFactorModel,
  sendPaceModel,
  sendPauseModel,
  sessionModel,
  shopModel,
  simulationModel,
  simulationTurnModel,
  suppressionModel,
  usedKeyModel,
  voucherAttemptModel,
  voucherCodeModel,
  walletModel,
].map(({ plan }) => plan);
