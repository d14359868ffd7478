export { calendarOf } from './elections.ts';
export { withElections } from './known.ts';
export { isDirect } from './laws.ts';
export { nameOf } from './names.ts';
export { tiersInWords } from './tiers.ts';
