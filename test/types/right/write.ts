import type {
  Customer,
  CustomFieldRef,
  CustomerFields,
  NetSuiteRecord,
  TypedRecordRef,
  CustomizationRef,
  RecordRef,
} from "../netsuite/index.js";
import { client } from "./client.js";

const customField: CustomFieldRef[] = [
  { $type: "StringCustomFieldRef", scriptId: "custentity_a", value: "x" },
  { $type: "BooleanCustomFieldRef", scriptId: "custentity_b", value: true },
  { $type: "LongCustomFieldRef", scriptId: "custentity_c", value: 1 },
  { $type: "DoubleCustomFieldRef", scriptId: "custentity_d", value: 1.5 },
  {
    $type: "DateCustomFieldRef",
    scriptId: "custentity_e",
    value: "2024-05-01T00:00:00.000-07:00",
  },
  {
    $type: "SelectCustomFieldRef",
    scriptId: "custentity_f",
    value: { internalId: "2" },
  },
  {
    $type: "MultiSelectCustomFieldRef",
    scriptId: "custentity_g",
    value: [{ internalId: "2" }, { externalId: "three", typeId: "9" }],
  },
];

export async function addCustomer(): Promise<string | undefined> {
  const { writeResponse } = await client.add({
    record: {
      $type: "Customer",
      externalId: "crm-7",
      companyName: "Acme",
      isPerson: false,
      creditLimit: 5000,
      emailPreference: "_pDF",
      subsidiary: { internalId: "1" },
      addressbookList: {
        replaceAll: false,
        addressbook: [{ label: "Office", defaultShipping: true }],
      },
      customFieldList: { customField },
    },
  });
  const { baseRef } = writeResponse;
  return baseRef?.$type === "RecordRef" ? baseRef.internalId : undefined;
}

export async function addSalesOrder(): Promise<void> {
  await client.add({
    record: {
      $type: "SalesOrder",
      entity: { type: "customer", externalId: "crm-7" },
      orderStatus: "_pendingFulfillment",
      itemList: {
        item: [
          { item: { internalId: "10" }, quantity: 2, rate: "9.99" },
          { item: { $type: "RecordRef", internalId: "11" }, quantity: 1 },
        ],
      },
    },
  });
}

/** Null clears a field of a record, sublists and custom fields included. */
export async function clearFields(): Promise<void> {
  await client.update({
    record: {
      $type: "Customer",
      internalId: "42",
      phone: null,
      salesRep: null,
      creditLimit: null,
      emailPreference: null,
      isInactive: null,
      addressbookList: null,
      customFieldList: null,
      nullFieldList: { name: ["custentity_a"] },
    },
  });
}

export async function writeLists(fields: CustomerFields): Promise<boolean[]> {
  const record: NetSuiteRecord[] = [
    { $type: "Customer", ...fields },
    { $type: "Contact", firstName: "Ada", lastName: "Lovelace" },
  ];
  await client.addList({ record });
  await client.updateList({ record });
  const { writeResponseList } = await client.upsertList({ record });
  const baseRef: TypedRecordRef = {
    $type: "RecordRef",
    type: "customer",
    internalId: "42",
  };
  await client.deleteList({ baseRef: [baseRef] });
  return writeResponseList.writeResponse.map(
    ({ status }) => status.isSuccess ?? false,
  );
}

/** One value stands where BaseRef is declared and where RecordRef is; so does CustomizationRef. */
export function references(customer: Customer): Customer {
  const ref: TypedRecordRef = { $type: "RecordRef", internalId: "5" };
  const declared: RecordRef = ref;
  const customization: CustomizationRef & { $type: "CustomizationRef" } = {
    $type: "CustomizationRef",
    scriptId: "customform_1",
  };
  void client.delete({ baseRef: ref });
  void client.get({ baseRef: customization });
  return {
    ...customer,
    subsidiary: ref,
    salesRep: declared,
    customForm: customization,
    terms: { $type: "CustomizationRef", scriptId: "customlist_1" },
  };
}

export async function upload(content: Uint8Array): Promise<void> {
  await client.add({
    record: {
      $type: "File",
      name: "logo.png",
      folder: { internalId: "1" },
      fileType: "_PNGIMAGE",
      content,
    },
  });
}
