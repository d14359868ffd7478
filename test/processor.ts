/** Seconds of processor time that this process has spent since a moment: a busy machine adds nothing to them. */
export const spentSince = (begun: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
};
