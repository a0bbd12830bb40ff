import { expect, test } from "vitest";
import type { GetSelectValueFieldDescription } from "../../../generated/netsuite-2025-2/index.js";
import { CLERK, openClient } from "../fixtures/open-client.js";

const currencies = [
  {
    $type: "Currency",
    internalId: "1",
    name: "US Dollar",
    symbol: "USD",
    isBaseCurrency: true,
    exchangeRate: 1,
  },
  {
    $type: "Currency",
    internalId: "2",
    name: "Euro",
    symbol: "EUR",
    exchangeRate: 1.1,
  },
];

test("getAll gives all records of a type, and refuses a role that may not see them", async () => {
  const { client } = await openClient({ records: currencies });
  const { getAllResult } = await client.getAll({
    record: { recordType: "currency" },
  });
  expect(getAllResult).toMatchObject({
    status: { isSuccess: true },
    totalRecords: 2,
    recordList: {
      record: [
        { $type: "Currency", internalId: "1", symbol: "USD" },
        { $type: "Currency", internalId: "2", symbol: "EUR" },
      ],
    },
  });
  const { client: other } = await openClient(
    { records: currencies },
    { tokens: [CLERK] },
  );
  const refused = await other.getAll({ record: { recordType: "currency" } });
  expect(refused.getAllResult.status.statusDetail).toMatchObject([
    { code: "INSUFFICIENT_PERMISSION" },
  ]);
});

const customizations = [
  {
    $type: "EntityCustomField",
    internalId: "11",
    scriptId: "custentity_region",
    label: "Region",
    fieldType: "_listRecord",
    selectRecordType: { internalId: "31" },
  },
  {
    $type: "CustomRecordType",
    internalId: "21",
    scriptId: "customrecord_car",
    recordName: "Car",
  },
  {
    $type: "CustomRecordType",
    internalId: "22",
    scriptId: "customrecord_old",
    recordName: "Old",
    isInactive: true,
  },
  {
    $type: "CustomList",
    internalId: "31",
    scriptId: "customlist_region",
    name: "Region",
    customValueList: {
      customValue: [
        { value: "North", valueId: 7 },
        { value: "South", valueId: 8 },
      ],
    },
  },
] as const;

test.each([
  ["customRecordType", false, ["customrecord_car Car"]],
  ["customRecordType", true, ["customrecord_car Car", "customrecord_old Old"]],
  ["entityCustomField", false, ["custentity_region Region"]],
  ["itemCustomField", false, []],
] as const)(
  "getCustomizationId of %s, inactive ones too: %s",
  async (getCustomizationType, includeInactives, want) => {
    const { client } = await openClient({ records: customizations });
    const { getCustomizationIdResult } = await client.getCustomizationId({
      customizationType: { getCustomizationType },
      includeInactives,
    });
    const { totalRecords, customizationRefList } = getCustomizationIdResult;
    const refs = customizationRefList?.customizationRef ?? [];
    expect(
      refs.map(({ scriptId, name }) => `${scriptId ?? ""} ${name ?? ""}`),
    ).toEqual(want);
    expect(refs.every(({ type }) => type === getCustomizationType)).toBe(true);
    expect(totalRecords).toBe(want.length);
  },
);

const departments = Array.from({ length: 25 }, (_, at) => ({
  $type: "Department",
  internalId: String(100 + at),
  name: `Department ${at}`,
  subsidiaryList: { recordRef: [{ internalId: at < 20 ? "1" : "2" }] },
}));

const described: readonly [
  string,
  GetSelectValueFieldDescription,
  (string | undefined)[] | undefined,
  number | undefined,
][] = [
  [
    "the records that a field refers to",
    { field: "department" },
    ["Department 0", "Department 1"],
    25,
  ],
  [
    "a filter",
    {
      field: "department",
      filter: { operator: "is", filterValue: "department 24" },
    },
    ["Department 24"],
    1,
  ],
  [
    "a filter of what begins so",
    {
      field: "department",
      filter: { operator: "startsWith", filterValue: "Department 1" },
    },
    ["Department 1", "Department 10"],
    11,
  ],
  [
    "a filter of what is in it",
    {
      field: "department",
      filter: { operator: "contains", filterValue: "NT 2" },
    },
    ["Department 2", "Department 20"],
    6,
  ],
  [
    "the value of another field",
    {
      field: "department",
      filterByValueList: {
        filterBy: [{ field: "subsidiary", internalId: "2" }],
      },
    },
    ["Department 20", "Department 21"],
    5,
  ],
  ["an enumeration", { field: "source" }, undefined, undefined],
  [
    "a field of a sublist",
    { sublist: "itemList", field: "department" },
    ["Department 0", "Department 1"],
    25,
  ],
];

test.each(described)(
  "getSelectValue by %s",
  async (_, description, want, total) => {
    const { client } = await openClient({ records: departments });
    const { getSelectValueResult: result } = await client.getSelectValue({
      fieldDescription: { recordType: "salesOrder", ...description },
      pageIndex: 1,
    });
    if (want === undefined) {
      expect(result.status.statusDetail?.[0]).toMatchObject({
        code: "INVALID_FLD",
        message: "The field source is not one that is chosen from a list.",
      });
      return;
    }
    expect(result.status.isSuccess).toBe(true);
    expect(
      result.baseRefList?.baseRef?.slice(0, 2).map(({ name }) => name),
    ).toEqual(want);
    expect(result.totalRecords).toBe(total);
  },
);

test("getSelectValue gives what the seed says, by what the field depends on", async () => {
  const { client } = await openClient({
    selectValues: {
      "itemFulfillment.shipMethod": {
        dependsOn: "entity",
        values: { 8: [{ internalId: "94", name: "Ground" }] },
      },
    },
  });
  const ask = async (internalId?: string) => {
    const { getSelectValueResult } = await client.getSelectValue({
      fieldDescription: {
        recordType: "itemFulfillment",
        field: "shipMethod",
        ...(internalId !== undefined && {
          filterByValueList: { filterBy: [{ field: "entity", internalId }] },
        }),
      },
      pageIndex: 1,
    });
    return getSelectValueResult;
  };
  expect((await ask("8")).baseRefList?.baseRef).toEqual([
    { $type: "RecordRef", internalId: "94", name: "Ground" },
  ]);
  expect(await ask("9")).toMatchObject({ totalRecords: 0 });
  expect(await ask()).toEqual({
    status: {
      isSuccess: true,
      statusDetail: [
        {
          type: "WARN",
          code: "WARNING",
          message:
            "Results are incomplete. You must provide a value for field entity.",
        },
      ],
    },
    totalRecords: 0,
    totalPages: 0,
  });
});

test("getSelectValue gives the values of a custom field's list, and of enumerations", async () => {
  const { client } = await openClient({ records: customizations });
  const ask = async (field: string) => {
    const { getSelectValueResult } = await client.getSelectValue({
      fieldDescription: { recordType: "salesOrder", field },
      pageIndex: 1,
    });
    return getSelectValueResult.baseRefList?.baseRef;
  };
  expect(await ask("custentity_region")).toEqual([
    { $type: "RecordRef", internalId: "7", name: "North" },
    { $type: "RecordRef", internalId: "8", name: "South" },
  ]);
  expect(await ask("orderStatus")).toContainEqual({
    $type: "RecordRef",
    internalId: "_pendingFulfillment",
    name: "pendingFulfillment",
  });
});

test.each([
  [{ pageSize: 11 }, 1, [11, 3]],
  [{ pageSize: 11 }, 3, [3, 3]],
  [{ pageSize: 10 }, 1, "The page size 10 is not valid: it is 11 to 1000."],
  [{ pageSize: 11 }, 4, "There is no page 4: the pages are 1 to 3."],
  [{}, 1, [25, 1]],
] as const)(
  "getSelectValue with %j, page %i",
  async (searchPreferences, pageIndex, want) => {
    const { client } = await openClient({ records: departments });
    const { getSelectValueResult: result } = await client.getSelectValue(
      {
        fieldDescription: { recordType: "salesOrder", field: "department" },
        pageIndex,
      },
      { searchPreferences },
    );
    expect(
      result.status.isSuccess
        ? [result.baseRefList?.baseRef?.length, result.totalPages]
        : result.status.statusDetail?.[0]?.message,
    ).toEqual(want);
  },
);
