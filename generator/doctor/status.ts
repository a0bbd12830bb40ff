/** The status of a response, as far as it is told. */
export interface FoundStatus {
  readonly isSuccess: boolean;
  /** Empty where there is none. */
  readonly code: string;
  readonly message: string;
}

/** Finds the status in a decoded response, whatever element it is in. */
export function findStatus(value: unknown): FoundStatus {
  const status = find(value);
  const details = status?.["statusDetail"];
  const detail: unknown = Array.isArray(details) ? details[0] : undefined;
  const { code, message } = isObject(detail) ? detail : {};
  return {
    isSuccess: status?.["isSuccess"] === true,
    code: typeof code === "string" ? code : "",
    message: typeof message === "string" ? message : "",
  };
}

function find(value: unknown): Record<string, unknown> | null {
  if (!isObject(value)) return null;
  if (isObject(value["status"])) return value["status"];
  for (const each of Object.values(value)) {
    const found = find(each);
    if (found) return found;
  }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
