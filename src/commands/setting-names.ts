/** The config file that is read where it is there. */
export const configName = 'odi.config.yaml';

/** `ODI_MAX_REQUESTS` of `--max-requests`, `ODI_COLOR` of `--no-color`. */
export const variableOf = (long: string): string =>
  `ODI_${long
    .replace(/^--(?:no-)?/, '')
    .replaceAll('-', '_')
    .toUpperCase()}`;
