import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { SoapFault } from "../../faults/soap-fault.js";
import { SUCCESS } from "../../faults/status.js";
import { propertiesIn, type Properties } from "../../schema/properties.js";
import { fitResult } from "../fit-result.js";
import type { Operation, SessionUser } from "../operation.js";

/** `login`, which endpoints have until 2019.2: begins a session. */
export const login: Operation = ({ schema, request, session }) => {
  const user = session?.begin(propertiesIn(request, "passport") ?? {});
  return { sessionResponse: describeSession(schema, user) };
};

/** `logout`: ends the session that the request came with. */
export const logout: Operation = ({ schema, session }) => {
  session?.end();
  return { sessionResponse: describeSession(schema, undefined) };
};

/** `ssoLogin` and `mapSso`: an emulator's account is one without that feature. */
export const refuseSingleSignOn: Operation = () => {
  throw new SoapFault(
    "insufficientPermissionFault",
    "WS_FEATURE_REQD",
    "The Inbound Single Sign-on feature is not enabled in this account.",
  );
};

function describeSession(
  schema: NetSuiteSchema,
  user: SessionUser | undefined,
): Properties {
  return fitResult(schema, "SessionResponse", {
    status: SUCCESS,
    ...(user && {
      userId: { internalId: user.userId },
      wsRoleList: {
        wsRole: [
          {
            role: { internalId: user.role.id },
            isDefault: true,
            isInactive: false,
            isLoggedInRole: true,
          },
        ],
      },
    }),
  });
}
