/** The config file that is read where it is there. */
export const configName = 'odi.config.yaml';

/** Variables that no flag is called by. */
export const ownVariables = ['ODI_CHROMIUM', 'ODI_CONFIG', 'ODI_READER_SECONDS', 'ODI_READER_MEGABYTES'] as const;

/** The value of a variable; an empty one counts as none. */
export const variable = (environment: Readonly<Record<string, string | undefined>>, name: string): string | undefined =>
  environment[name] || undefined;

/** `ODI_MAX_REQUESTS` of `--max-requests`, `ODI_COLOR` of `--no-color`. */
export const variableOf = (long: string): string =>
  `ODI_${long
    .replace(/^--(?:no-)?/, '')
    .replaceAll('-', '_')
    .toUpperCase()}`;
