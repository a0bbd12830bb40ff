// What strong-soap sees of the emulator.

import strongSoap from "strong-soap";
import { listOf, localName, signPassport, step, task, uri } from "./task.js";

const CORE = uri("core*.platform");
const COMMON = uri("common*.platform");
const MESSAGES = uri("messages*.platform");
const CUSTOMERS = uri("relationships*.lists");

const { soap } = strongSoap;
const { QName } = soap;

/** Attributes that say the type of a value. */
function typed(name, namespace, rest = {}) {
  return { $attributes: { $xsiType: `{${namespace}}${name}`, ...rest } };
}

function passport(tokenSecret = task.tokenSecret) {
  const { fields, signature } = signPassport(tokenSecret);
  return [
    "tokenPassport",
    {
      ...fields,
      signature: {
        $attributes: { algorithm: "HMAC-SHA256" },
        $value: signature,
      },
    },
  ];
}

let client;

async function call(operation, request, ...headers) {
  client.clearSoapHeaders();
  for (const [name, value] of headers.length > 0 ? headers : [passport()])
    client.addSoapHeader(value, new QName(MESSAGES, name));
  const { result } = await client[operation](request);
  return result;
}

await step("load WSDL", async () => {
  client = await new Promise((resolve, reject) => {
    soap.createClient(task.wsdl, {}, (error, made) =>
      error ? reject(error) : resolve(made),
    );
  });
  const { NetSuitePort } = client.describe().NetSuiteService;
  return { operations: Object.keys(NetSuitePort).length };
});

const { internalId } = await step("add", async () => {
  const { writeResponse } = await call("add", {
    record: {
      ...typed("Customer", CUSTOMERS),
      companyName: task.companyName,
      addressbookList: {
        $attributes: { replaceAll: "false" },
        addressbook: [
          {
            label: "Office",
            addressbookAddress: { country: "_germany", city: "Köln" },
          },
          { label: "Home" },
        ],
      },
      customFieldList: {
        customField: [
          {
            ...typed("StringCustomFieldRef", CORE, {
              scriptId: "custentity_peer",
            }),
            value: task.customValue,
          },
        ],
      },
    },
  });
  const { type, internalId } = writeResponse.baseRef.$attributes;
  return { isSuccess: isSuccess(writeResponse), type, internalId };
});

const ref = {
  baseRef: typed("RecordRef", CORE, { type: "customer", internalId }),
};

await step("get", async () => {
  const { readResponse } = await call("get", ref);
  const { record } = readResponse;
  const [field] = listOf(record.customFieldList.customField);
  return {
    isSuccess: isSuccess(readResponse),
    type: typeOf(record),
    companyName: record.companyName,
    customField: [typeOf(field), field.$attributes.scriptId, field.value],
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
        ...typed("CustomerSearchBasic", COMMON),
        companyName: {
          $attributes: { operator: "startsWith" },
          searchValue: "Peer",
        },
      },
    },
    passport(),
    ["searchPreferences", { bodyFieldsOnly: true, pageSize: 5 }],
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
    totalRecords: Number(result.totalRecords),
    totalPages: Number(result.totalPages),
    pageIndex: Number(result.pageIndex),
    names: listOf(result.recordList.record).map((each) => each.companyName),
  };
}

/** It reads attributes as texts. */
function isSuccess({ status }) {
  return String(status.$attributes.isSuccess) === "true";
}

function typeOf({ $attributes }) {
  const type = $attributes.$xsiType ?? $attributes["xsi:type"];
  return localName(typeof type === "object" ? type.type : type);
}
