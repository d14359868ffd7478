import type { Command as Program } from 'commander';

/** What the program says of itself. */
export const describeProgram = (program: Program): Program =>
  program.description('Audits open government data: the nine Open Data Index questions, each answered with evidence.');
