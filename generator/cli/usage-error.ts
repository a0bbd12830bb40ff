/** The arguments are wrong. */
export class UsageError extends Error {
  override readonly name = "UsageError";

  /** @param command whose arguments they are; null for those of generating */
  constructor(
    message: string,
    readonly command: string | null = null,
  ) {
    super(message);
  }
}
