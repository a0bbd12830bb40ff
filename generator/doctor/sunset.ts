/** NetSuite's releases, oldest first, in which Oracle's schedule changes something. */
const RELEASES = [
  "2025.2",
  "2026.1",
  "2026.2",
  "2027.1",
  "2027.2",
  "2028.1",
  "2028.2",
] as const;

type Release = (typeof RELEASES)[number];

/** How long an endpoint version is there. */
interface Schedule {
  /** The last release that supports it; null where that was before 2025.2. */
  readonly supported: Release | null;
  /** The last release that answers it. */
  readonly reachable: Release | null;
}

/** Oracle's table, as published with 2026.1 (help article 2104046421). Versions before 2019.2 are gone. */
const SCHEDULES: ReadonlyMap<string, Schedule> = new Map<string, Schedule>([
  ["2025_2", { supported: "2028.1", reachable: "2028.1" }],
  ["2025_1", { supported: "2027.1", reachable: "2028.1" }],
  ["2024_2", { supported: "2027.1", reachable: "2028.1" }],
  ["2024_1", { supported: "2026.2", reachable: "2028.1" }],
  ["2023_2", { supported: "2026.1", reachable: "2028.1" }],
  ["2023_1", { supported: "2025.2", reachable: "2028.1" }],
  ["2022_2", { supported: null, reachable: "2028.1" }],
  ["2022_1", { supported: null, reachable: "2028.1" }],
  ["2021_2", { supported: null, reachable: "2028.1" }],
  ["2021_1", { supported: null, reachable: "2027.2" }],
  ["2020_2", { supported: null, reachable: "2027.1" }],
  ["2020_1", { supported: null, reachable: "2026.2" }],
  ["2019_2", { supported: null, reachable: "2026.1" }],
]);

/** What Oracle's schedule says of a version at a time. */
export interface Sunset {
  /** `ending`: supported now, no more with the next release. */
  readonly state: "supported" | "ending" | "unsupported" | "gone";
  /** The release that ends support, and the one that switches the version off; null where that was before 2025.2. */
  readonly unsupportedFrom: string | null;
  readonly goneFrom: string | null;
}

/** The last version that there is planned to be. */
export const LAST_VERSION = "2025_2";

/**
 * Looks a version up in Oracle's schedule.
 *
 * @param version such as `2025_2`
 * @param at in milliseconds since 1970
 */
export function findSunset(version: string, at: number): Sunset {
  const now = indexOfRelease(at);
  const { supported, reachable } =
    SCHEDULES.get(version) ?? laterOrGone(version);
  const [support, reach] = [supported, reachable].map((each) =>
    each === null ? -1 : RELEASES.indexOf(each),
  );
  const nameAfter = (index = -1): string | null =>
    index < 0 ? null : (RELEASES[index + 1] ?? null);
  const isReachable = now <= (reach ?? -1);
  const isSupported = now <= (support ?? -1);
  return {
    state: !isReachable
      ? "gone"
      : !isSupported
        ? "unsupported"
        : now === support
          ? "ending"
          : "supported",
    unsupportedFrom: nameAfter(support),
    goneFrom: nameAfter(reach),
  };
}

/** Of a version that came after the table is known only when SOAP ends. */
function laterOrGone(version: string): Schedule {
  return version > LAST_VERSION
    ? { supported: "2028.1", reachable: "2028.1" }
    : { supported: null, reachable: null };
}

/** The first release of a year reaches accounts until April, the second until October. */
function indexOfRelease(at: number): number {
  const date = new Date(at);
  const month = date.getUTCMonth() + 1;
  const halves =
    date.getUTCFullYear() * 2 + (month >= 10 ? 1 : month >= 4 ? 0 : -1);
  const index = halves - (2025 * 2 + 1);
  return Math.max(0, Math.min(index, RELEASES.length - 1));
}
