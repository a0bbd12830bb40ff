import { Agent, MockAgent, ProxyAgent } from "undici";
import { NetSuiteClient, type CallOptions } from "../netsuite/index.js";

const credentials = {
  account: "1234567",
  consumerKey: "consumer key",
  consumerSecret: "consumer secret",
  tokenId: "token id",
  tokenSecret: "token secret",
};

/** What Node and undici make is what the client takes. */
export const clients = [
  new Agent(),
  new ProxyAgent("http://proxy.example"),
  new MockAgent(),
].map((dispatcher) => new NetSuiteClient({ ...credentials, dispatcher }));

export const options: CallOptions[] = [
  { signal: new AbortController().signal },
  { signal: AbortSignal.timeout(1000) },
  { signal: AbortSignal.any([]) },
];

export const content: Uint8Array = Buffer.from("text");

export async function disposed(): Promise<void> {
  await using client = new NetSuiteClient(credentials);
  await client.getServerTime({});
}
