import { NetSuiteFaultError, NetSuiteHttpError } from "nsgen-runtime";
import { fail, pass, warn, type Check, type Finding } from "../check.js";
import type { Context } from "../context.js";
import { findSunset, LAST_VERSION } from "../sunset.js";
import { adviseMissingVersion, CHANGE, LAST } from "./missing-version.js";

/** What faults say of a version that is not there: Axis' words, and NetSuite's codes. */
const NO_VERSION =
  /could not find a target service|\bINVALID_WS_VERSION\b|\bUNSUPPORTED_WS_VERSION\b|invalidVersionFault/;

/** Whether the service answers this version, and how long it will. */
export const version: Check = {
  id: "version",
  title: "Version",
  needs: ["connection"],
  async run(context) {
    const { error, httpStatus, text } = await context.probe();
    const name = context.schema.version.replace("_", ".");
    const path = context.configured.destination?.service.pathname ?? "";
    if (httpStatus === 404 || NO_VERSION.test(text))
      return fail(
        `there is no endpoint ${name} on this host (${path})`,
        adviseMissingVersion(context, text),
      );
    if (error && !(error instanceof NetSuiteFaultError))
      return fail(`${path} was asked, and no SOAP answer came`, {
        cause: error.message,
        ...(error instanceof NetSuiteHttpError &&
          error.status >= 500 && {
            fix: "Try again in some minutes.",
            where: "https://status.netsuite.com",
          }),
      });
    return judgeSunset(context, name);
  },
};

function judgeSunset({ schema, now }: Context, name: string): Finding {
  const { state, unsupportedFrom, goneFrom } = findSunset(
    schema.version,
    now(),
  );
  const fix = schema.version >= LAST_VERSION ? LAST : CHANGE;
  const off =
    goneFrom === unsupportedFrom
      ? "which switches it off"
      : `and switches it off with ${goneFrom ?? ""}`;
  switch (state) {
    case "supported":
      return pass(
        `${name} answers; Oracle supports it until release ${unsupportedFrom ?? ""}, ${off}`,
      );
    case "ending":
      return warn(
        `${name} answers; Oracle supports it until the next release, ${unsupportedFrom ?? ""}, ${off}`,
        { fix },
      );
    case "unsupported":
      return warn(
        `${name} answers; Oracle no longer supports it, and switches it off with release ${goneFrom ?? ""}`,
        { fix },
      );
    case "gone":
      return warn(
        `${name} answers here; Oracle has switched it off${goneFrom === null ? "" : ` with release ${goneFrom}`}`,
        { fix },
      );
    default:
      return state satisfies never;
  }
}
