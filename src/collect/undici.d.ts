/* What every live run uses of undici, by its own files: the whole loads `fetch` with all that belongs to it, and the copy in Node. */

declare module 'undici/lib/dispatcher/agent.js' {
  import { Agent } from 'undici';
  export default Agent;
}
declare module 'undici/lib/core/connect.js' {
  import { buildConnector } from 'undici';
  export default buildConnector;
}
