export { ChangeList } from './change-list';
export { DraftBar } from './draft-bar';
export { LeaveDialog } from './leave-dialog';
export { RegulationText } from './regulation-text';
