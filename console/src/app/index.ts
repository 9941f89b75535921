export { ConsoleApp } from './console-app';
