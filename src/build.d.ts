/** True in the bundle that `build.mjs` makes, false when the sources run as they are. */
declare const ODI_BUILT: boolean;
/** Version of the package. */
declare const ODI_VERSION: string;
