export {
  companySchema,
  salesChannelSchema,
  situationModuleSchema,
  situationOptionSchema,
} from './account-schema';
export type { BlingCompany, SalesChannel, SituationModule, SituationOption } from './account-schema';
