const ALREADY_GONE = "RCRD_DSNT_EXIST";

type Fields = Readonly<Record<string, unknown>>;

const DELETES: ReadonlySet<string> = new Set(["delete", "deleteList"]);

/**
 * Takes "does not exist" for success in the answer to a `delete` or `deleteList` that was sent again after its outcome
 * was unknown: the first sending had deleted the record.
 *
 * Such a status says `isSuccess: true` and keeps its statusDetail, with the code `RCRD_DSNT_EXIST` and the type `WARN` in
 * place of `ERROR`: by these the caller can tell it from a plain success. All else stays as it came.
 *
 * @param operation any; the answer of another is handed back as it is
 * @param value of the response's element
 */
export function acceptRepeatedDelete(
  operation: string,
  value: unknown,
): unknown {
  if (!DELETES.has(operation) || !isFields(value)) return value;
  const { writeResponse, writeResponseList: list } = value;
  if (isFields(writeResponse))
    return { ...value, writeResponse: accept(writeResponse) };
  if (!isFields(list) || !Array.isArray(list["writeResponse"])) return value;
  return {
    ...value,
    writeResponseList: {
      ...list,
      writeResponse: list["writeResponse"].map(accept),
    },
  };
}

function accept(writeResponse: unknown): unknown {
  if (!isFields(writeResponse)) return writeResponse;
  const { status } = writeResponse;
  if (!isFields(status) || status["isSuccess"] !== false) return writeResponse;
  const details: unknown = status["statusDetail"];
  const isGone =
    Array.isArray(details) &&
    details.every((each) => isFields(each) && each["code"] === ALREADY_GONE);
  if (!isGone || details.length === 0) return writeResponse;
  return {
    ...writeResponse,
    status: {
      ...status,
      isSuccess: true,
      statusDetail: details.map((each: object) => ({ ...each, type: "WARN" })),
    },
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
