/** A member of a union without its `$type`, where the place says it. */
export type Untyped<T> = Omit<T, "$type">;
