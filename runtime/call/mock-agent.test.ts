import { MockAgent } from "undici";
import { expect, onTestFinished, test } from "vitest";
import type { ResponseInfo } from "./call-options.js";
import { smallSchema } from "./fixtures/small-schema.js";
import { Client, found, request, secrets } from "./fixtures/soap-server.js";

const origin = "https://1234567-sb1.suitetalk.api.netsuite.com";

/** Calls get on a MockAgent that takes this body only; gives the number of attempts. */
async function callMocked(
  body: RegExp | ((body: string) => boolean),
): Promise<number | undefined> {
  const dispatcher = new MockAgent();
  dispatcher.disableNetConnect();
  dispatcher
    .get(origin)
    .intercept({ path: /^\/services\//, method: "POST", body })
    .reply(200, found, { headers: { "content-type": "text/xml" } });
  const client = new Client(smallSchema, {
    account: "1234567-sb1",
    ...secrets,
    endpoint: origin,
    maxRetries: 0,
    dispatcher,
  });
  onTestFinished(async () => {
    await client.close();
    await dispatcher.close();
  });
  let info: ResponseInfo | undefined;
  await client.get(request, { onResponse: (each) => (info = each) });
  return info?.attempts.length;
}

test("a mock may look for a text in a request's body", async () => {
  expect(await callMocked(/<\w+:baseRef[^>]* internalId="42"/)).toBe(1);
  expect(await callMocked((body) => body.includes('internalId="42"'))).toBe(1);
  await expect(callMocked(/internalId="43"/)).rejects.toThrow();
});
