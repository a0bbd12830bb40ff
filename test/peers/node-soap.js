// What node-soap sees of the emulator. Its encoder does not follow xsi:type: prefixes are written by hand, as its users do.

import soap from "soap";
import { listOf, localName, signPassport, step, task, uri } from "./task.js";

const CORE = uri("core*.platform");
const COMMON = uri("common*.platform");
const MESSAGES = uri("messages*.platform");
const CUSTOMERS = uri("relationships*.lists");

/** Attributes that say the type of a value, and bind its prefix. */
function typed(name, prefix, namespace, rest = {}) {
  return {
    attributes: {
      [`xmlns:${prefix}`]: namespace,
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      "xsi:type": `${prefix}:${name}`,
      ...rest,
    },
  };
}

function passport(tokenSecret = task.tokenSecret) {
  const { fields, signature } = signPassport(tokenSecret);
  const children = Object.entries(fields).map(([name, value]) => [
    `c:${name}`,
    value,
  ]);
  return {
    "m:tokenPassport": {
      attributes: { "xmlns:m": MESSAGES, "xmlns:c": CORE },
      ...Object.fromEntries(children),
      "c:signature": {
        attributes: { algorithm: "HMAC-SHA256" },
        $value: signature,
      },
    },
  };
}

let client;

async function call(operation, request, ...headers) {
  client.clearSoapHeaders();
  for (const each of headers.length > 0 ? headers : [passport()])
    client.addSoapHeader(each);
  const [response] = await client[`${operation}Async`](request);
  return response;
}

await step("load WSDL", async () => {
  client = await soap.createClientAsync(task.wsdl, {
    preserveWhitespace: true,
  });
  const { NetSuitePort } = client.describe().NetSuiteService;
  return { operations: Object.keys(NetSuitePort).length };
});

const { internalId } = await step("add", async () => {
  const { writeResponse } = await call("add", {
    record: {
      ...typed("Customer", "l", CUSTOMERS),
      "l:companyName": task.companyName,
      "l:addressbookList": {
        attributes: { replaceAll: "false" },
        "l:addressbook": [
          {
            "l:label": "Office",
            "l:addressbookAddress": {
              attributes: { "xmlns:p": COMMON },
              "p:country": "_germany",
              "p:city": "Köln",
            },
          },
          { "l:label": "Home" },
        ],
      },
      "l:customFieldList": {
        attributes: { "xmlns:c": CORE },
        "c:customField": [
          {
            ...typed("StringCustomFieldRef", "c", CORE, {
              scriptId: "custentity_peer",
            }),
            "c:value": task.customValue,
          },
        ],
      },
    },
  });
  const { type, internalId } = writeResponse.baseRef.attributes;
  return { isSuccess: isSuccess(writeResponse), type, internalId };
});

const ref = {
  baseRef: typed("RecordRef", "c", CORE, { type: "customer", internalId }),
};

await step("get", async () => {
  const { readResponse } = await call("get", ref);
  const { record } = readResponse;
  const [field] = listOf(record.customFieldList.customField);
  return {
    isSuccess: isSuccess(readResponse),
    type: typeOf(record),
    companyName: record.companyName,
    customField: [typeOf(field), field.attributes.scriptId, field.value],
    addresses: listOf(record.addressbookList.addressbook).map((each) => [
      each.label,
      each.addressbookAddress?.city ?? null,
    ]),
  };
});

let searchId;

await step("search", async () => {
  const { searchResult } = await call(
    "search",
    {
      searchRecord: {
        ...typed("CustomerSearchBasic", "p", COMMON),
        "p:companyName": {
          attributes: { operator: "startsWith", "xmlns:c": CORE },
          "c:searchValue": "Peer",
        },
      },
    },
    passport(),
    {
      "m:searchPreferences": {
        attributes: { "xmlns:m": MESSAGES },
        "m:bodyFieldsOnly": true,
        "m:pageSize": 5,
      },
    },
  );
  searchId = searchResult.searchId;
  return page(searchResult);
});

await step("searchMoreWithId", async () => {
  const { searchResult } = await call("searchMoreWithId", {
    searchId,
    pageIndex: 2,
  });
  return page(searchResult);
});

await step("fault", async () => {
  try {
    await call("get", ref, passport("wrong"));
  } catch (error) {
    const { faultcode, detail } = error.root.Envelope.Body.Fault;
    const [element] = Object.keys(detail);
    return {
      faultcode: localName(faultcode),
      element,
      code: detail[element].code,
    };
  }
  return null;
});

function page(result) {
  return {
    isSuccess: isSuccess(result),
    totalRecords: result.totalRecords,
    totalPages: result.totalPages,
    pageIndex: result.pageIndex,
    names: listOf(result.recordList.record).map((each) => each.companyName),
  };
}

/** It reads attributes as texts. */
function isSuccess({ status }) {
  return String(status.attributes.isSuccess) === "true";
}

function typeOf({ attributes }) {
  return localName(attributes["xsi:type"]);
}
