import { NetSuiteClient, type ClientOptions } from "../netsuite/index.js";

const credentials = {
  account: "1234567",
  consumerKey: "consumer key",
  consumerSecret: "consumer secret",
  tokenId: "token id",
  tokenSecret: "token secret",
};

export const client = new NetSuiteClient(credentials);

// error: Property 'tokenSecret' is missing
export const secretless: ClientOptions = {
  account: "1234567",
  consumerKey: "consumer key",
  consumerSecret: "consumer secret",
  tokenId: "token id",
};

export const misspelt = new NetSuiteClient({
  ...credentials,
  // error: 'acount' does not exist in type 'AnyAuthentication<ClientOptions>'. Did you mean to write 'account'?
  acount: "1234567",
});

// error: Property 'fetch' does not exist on type 'NetSuiteClient'
void client.fetch({});

void client.getServerTime(
  {},
  // error: 'timeout' does not exist in type 'CallOptions'
  { timeout: 5 },
);

void client.getServerTime(
  {},
  // error: Type 'string' is not assignable to type 'number
  { attemptTimeoutMs: "5 s" },
);

void client.getServerTime(
  {},
  // error: 'warningsAsErrors' does not exist in type 'Preferences'. Did you mean to write 'warningAsError'?
  { preferences: { warningsAsErrors: true } },
);

// error: Expected 1-2 arguments, but got 0
void client.get();
