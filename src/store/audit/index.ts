export { createAudit } from './audit';
export type { Audit, AuditLine, BegunAct, EndedAct } from './audit';
export { auditModel } from './audit-model';
export type { AuditActor, AuditFacts, AuditSubject } from './audit-model';
