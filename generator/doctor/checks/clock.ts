import { fail, pass, skip, warn, type Check } from "../check.js";

/** NetSuite takes signatures that are no older or newer than this. */
const TOLERATED_MS = 300_000;

/** The runtime corrects the clock beyond this, once it has seen an answer. */
const NOTICED_MS = 30_000;

const SYNCHRONISE =
  "Synchronise this machine's clock: timedatectl set-ntp true (Linux), w32tm /resync (Windows), sntp -sS time.apple.com (macOS); containers take that of their host.";

/** Whether signatures will have the right time. */
export const clock: Check = {
  id: "clock",
  title: "Clock",
  needs: ["connection"],
  async run({ probe }) {
    const { askedAt, answeredAt, serverTime } = await probe();
    if (serverTime === null)
      return skip("the server did not say what time it has");
    // The header was written at some time between, and knows no fractions of a second.
    const early = serverTime + 999 - askedAt;
    const late = serverTime - answeredAt;
    const skewMs = late > 0 ? late : early < 0 ? early : 0;
    if (Math.abs(skewMs) <= NOTICED_MS)
      return pass("as the server's, within 30 s");
    const by = `${formatDuration(skewMs)} ${skewMs > 0 ? "behind" : "ahead of"} the server's`;
    return Math.abs(skewMs) > TOLERATED_MS
      ? fail(`${by}; NetSuite refuses signatures that are 5 minutes off`, {
          cause: "In the Login Audit Trail this is InvalidTimestamp.",
          fix: SYNCHRONISE,
        })
      : warn(by, {
          cause: "Beyond 5 minutes NetSuite refuses every signature.",
          fix: SYNCHRONISE,
        });
  },
};

function formatDuration(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
