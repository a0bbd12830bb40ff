import { statusOf, StatusError, SUCCESS } from "../../faults/status.js";
import {
  propertiesIn,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import type { Operation } from "../operation.js";

/** The pairs of which the second repeats the first. */
const REPEATED = [
  ["newEmail", "newEmail2"],
  ["newPassword", "newPassword2"],
] as const;

/**
 * `changeEmail`, `changePassword` and, until 2012.1, `changePasswordOrEmail`: checks that what is new was given the same
 * twice. The emulator's own users stay as they are.
 */
export const changeLogin: Operation = ({ operation, request }) => ({
  sessionResponse: statusOf<Properties>(
    () => {
      const change = propertiesIn(request, operation);
      for (const [name, again] of REPEATED)
        if (textIn(change, name) !== textIn(change, again))
          throw new StatusError(
            "USER_ERROR",
            `${name} and ${again} are not the same.`,
          );
      return { status: SUCCESS };
    },
    (status) => ({ status }),
  ),
});
