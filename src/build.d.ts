/** True in the bundle that `build.mjs` makes, false when the sources run as they are. */
declare const ODI_BUILT: boolean;
/** Version of the package. */
declare const ODI_VERSION: string;

/** A data file that is a part of the program. */
declare module '*.yaml' {
  const value: unknown;
  export default value;
}
