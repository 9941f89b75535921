export { commandTextsModel } from './command-text-model';
export type { CommandTexts } from './command-text-model';
export { createCommands } from './commands';
export type { Commands } from './commands';
