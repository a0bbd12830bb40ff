/** What a configuration says, read but not yet checked as options. */
export interface Configuration {
  /** Client options by their own names. */
  readonly options: Readonly<Record<string, unknown>>;
  /** What is wrong with the configuration as such, each with its remedy. */
  readonly problems: readonly string[];
  /** The name that an option has in the configuration, such as `NETSUITE_TOKEN_ID` for `tokenId`. */
  readonly nameOf: (option: string) => string;
}

/** A name and its value, as they stand in a configuration. */
export interface Entry {
  /** As written, such as `NETSUITE_TOKEN_KEY`. */
  readonly written: string;
  /** Without prefix, in whatever case: `TOKEN_KEY`. */
  readonly name: string;
  readonly value: unknown;
}

/** What a reader needs to know about the client. */
export interface ConfigurationTarget {
  /** The version that the package was generated for, such as `2022_1`. */
  readonly version: string;
  /** The client's options, each with its check: null, or what is wrong with a value. */
  readonly checks: ReadonlyMap<string, (value: unknown) => string | null>;
}
