import { expect, test } from "vitest";
import { openClient } from "../fixtures/open-client.js";

test("an attached contact is seen with its company until it is detached", async () => {
  const { client } = await openClient();
  const { customer, contact } = client.records;
  const company = await customer.add({ companyName: "Acme" });
  const person = await contact.add({ firstName: "Ann", lastName: "Lee" });
  const attachTo = {
    $type: "RecordRef",
    type: "customer",
    internalId: company.internalId ?? "",
  } as const;
  const attached = await client.attach({
    attachReference: {
      $type: "AttachContactReference",
      attachTo,
      contact: { internalId: person.internalId ?? "" },
      contactRole: { internalId: "-10" },
    },
  });
  expect(attached.writeResponse).toEqual({
    status: { isSuccess: true },
    baseRef: attachTo,
  });
  expect((await customer.get(attachTo.internalId)).contactRolesList).toEqual({
    contactRoles: [
      { contact: { internalId: person.internalId, name: "Ann Lee" } },
    ],
  });
  const detach = () =>
    client.detach({
      detachReference: {
        $type: "DetachBasicReference",
        detachFrom: attachTo,
        detachedRecord: {
          $type: "RecordRef",
          type: "contact",
          internalId: person.internalId ?? "",
        },
      },
    });
  expect((await detach()).writeResponse.status.isSuccess).toBe(true);
  expect(await customer.get(attachTo.internalId)).not.toHaveProperty(
    "contactRolesList",
  );
  expect((await detach()).writeResponse).toEqual({
    status: {
      isSuccess: false,
      statusDetail: [
        {
          type: "ERROR",
          code: "USER_ERROR",
          message: "Invalid Attachment record combination",
        },
      ],
    },
  });
});

test.each([
  [
    "a record that is not there",
    { $type: "RecordRef", type: "vendor", internalId: "9" },
    "RCRD_DSNT_EXIST",
  ],
  [
    "a custom record",
    { $type: "CustomRecordRef", typeId: "1", internalId: "9" },
    "USER_ERROR",
  ],
] as const)("nothing is attached to %s", async (_, attachTo, code) => {
  const { client } = await openClient();
  const file = await client.records.file.add({ name: "a.txt" });
  const { writeResponse } = await client.attach({
    attachReference: {
      $type: "AttachBasicReference",
      attachTo,
      attachedRecord: {
        $type: "RecordRef",
        type: "file",
        internalId: file.internalId ?? "",
      },
    },
  });
  expect(writeResponse.status.statusDetail?.[0]?.code).toBe(code);
});
