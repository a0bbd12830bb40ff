import { NetSuiteFaultError, NetSuiteHttpError } from "nsgen-runtime";
import { fail, pass, warn, type Check, type Finding } from "../check.js";
import type { Context } from "../context.js";
import { findSunset, LAST_VERSION } from "../sunset.js";

const CHANGE =
  "Generate the client from a later WSDL: nsgen --wsdl 2025_2 --out <folder>.";

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
      return fail(`there is no endpoint ${name} on this host (${path})`, {
        cause: `${describeSunset(context)} Or the host is another's than the account's.`,
        fix: CHANGE,
      });
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
  const fix =
    schema.version >= LAST_VERSION
      ? "It is the last: plan the move to REST with OAuth 2.0."
      : CHANGE;
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

function describeSunset({ schema, now }: Context): string {
  const { state, goneFrom } = findSunset(schema.version, now());
  if (state !== "gone") return "The account's release may not have it yet.";
  return goneFrom === null
    ? "Oracle has switched it off."
    : `Oracle has switched it off with release ${goneFrom}.`;
}
