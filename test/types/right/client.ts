import { NetSuiteClient, type CallOptions } from "../netsuite/index.js";

/** A client as an application makes it. */
export const client = new NetSuiteClient({
  account: "1234567_SB1",
  consumerKey: "consumer key",
  consumerSecret: "consumer secret",
  tokenId: "token id",
  tokenSecret: "token secret",
  endpoint: "https://1234567-sb1.suitetalk.api.netsuite.com",
  preferences: { ignoreReadOnlyFields: true },
});

export const options: CallOptions = {
  preferences: { warningAsError: true },
  searchPreferences: { bodyFieldsOnly: false, pageSize: 100 },
  headers: { partnerInfo: { partnerId: "P1" } },
  attemptTimeoutMs: 60_000,
  onResponse: ({ nsId, attempts }) => [nsId, attempts.length],
};

export async function closing(): Promise<void> {
  await client.close();
}
