export { CounterApp } from './counter-app';
