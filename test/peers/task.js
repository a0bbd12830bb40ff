// What the peers for Node share: their task, how a step is reported, and a passport signed by hand.

import { Buffer } from "node:buffer";
import { createHmac, randomBytes } from "node:crypto";
import { performance } from "node:perf_hooks";

let text = "";
for await (const chunk of process.stdin) text += chunk;

/** The task of this run: the WSDL's URL, the version, the keys, and what to write. */
export const task = JSON.parse(text);

/** Does a step and prints what it saw, or what failed, as a line of JSON. A step that fails ends the run. */
export async function step(operation, work) {
  const started = performance.now();
  let outcome;
  try {
    outcome = { saw: await work() };
  } catch (error) {
    outcome = { error: `${error.name}: ${error.message}` };
  }
  const ms = Math.round(performance.now() - started);
  console.log(JSON.stringify({ operation, ms, ...outcome }));
  if ("error" in outcome) process.exit(0);
  return outcome.saw;
}

/** The URI of a namespace: `*` stands for the version. */
export function uri(namespace) {
  return `urn:${namespace.replace("*", `_${task.version}`)}.webservices.netsuite.com`;
}

/** The values of a tokenPassport, the signature apart. */
export function signPassport(tokenSecret) {
  const { account, consumerKey, consumerSecret, tokenId: token } = task;
  const nonce = randomBytes(10).toString("hex");
  const timestamp = Math.floor(Date.now() / 1000);
  const base = [account, consumerKey, token, nonce, timestamp]
    .map(encodeURIComponent)
    .join("&");
  const key = [consumerSecret, tokenSecret].map(encodeURIComponent).join("&");
  const digest = createHmac("sha256", key).update(base).digest();
  return {
    fields: { account, consumerKey, token, nonce, timestamp },
    signature: Buffer.from(digest).toString("base64"),
  };
}

/** What both call a list is a single value where it has one element. */
export function listOf(value) {
  return value === undefined || value === null ? [] : [value].flat();
}

/** The local part of a QName. */
export function localName(name) {
  return String(name).replace(/^.*[:}]/, "");
}
