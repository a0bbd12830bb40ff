import type { Customer } from "../../generated/sample/types/lists/relationships.js";

/** A customer of a version: each of its fields says which, so that one that was written in part shows. */
export function customerOf(key: string, version: number): Customer {
  return {
    $type: "Customer",
    externalId: key,
    companyName: `Version ${version}`,
    comments: `${version} `.repeat(200).trim(),
    addressbookList: {
      replaceAll: true,
      addressbook: [1, 2, 3].map(() => ({ label: `Version ${version}` })),
    },
  };
}

/**
 * The version of a customer.
 *
 * @throws Error where its fields are of several
 */
export function versionOf(customer: Customer): number {
  const texts = [
    customer.companyName,
    ...(customer.comments?.split(" ") ?? []),
    ...(customer.addressbookList?.addressbook ?? []).map(({ label }) => label),
  ];
  const versions = new Set(texts.map((each) => each?.replace("Version ", "")));
  const [version] = versions;
  if (versions.size !== 1 || texts.length !== 204 || version === undefined)
    throw new Error(
      `${customer.externalId ?? "A customer"} holds ${texts.length} texts of the versions ${[...versions].join(", ")}.`,
    );
  return Number(version);
}
