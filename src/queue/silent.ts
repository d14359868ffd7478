import { Logger } from 'graphile-worker';

/** The engine tells nothing itself: what is worth telling, the commands tell. */
export const silent = new Logger(() => () => {});
