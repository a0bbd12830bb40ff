import { expect, test } from "vitest";
import { encodeEnvelope } from "../../runtime/codec/index.js";
import { sampleWsdl, wsdlSet } from "../wsdl-sets.js";
import { readWsdlSet } from "./wsdl-set.js";

test.each([sampleWsdl, wsdlSet("v2022_1") ?? []].flat())(
  "%s: elements come base first, whatever the order of keys",
  async (path) => {
    const { schema } = await readWsdlSet(path);
    const xml = encodeEnvelope(schema, {
      body: {
        add: {
          record: {
            isMandatory: true,
            label: "VIP",
            scriptId: "custentity_vip",
            fieldType: "_checkBox",
            nullFieldList: { name: ["defaultValue"] },
            internalId: "12",
            $type: "EntityCustomField",
          },
        },
      },
    });
    // Record, then CustomFieldType, then EntityCustomField, which extend each other and are in two namespaces.
    expect(xml).toContain(
      '<platformMessages:record xsi:type="setupCustomization:EntityCustomField" internalId="12">' +
        "<platformCore:nullFieldList><platformCore:name>defaultValue</platformCore:name></platformCore:nullFieldList>" +
        "<setupCustomization:fieldType>_checkBox</setupCustomization:fieldType>" +
        "<setupCustomization:scriptId>custentity_vip</setupCustomization:scriptId>" +
        "<setupCustomization:label>VIP</setupCustomization:label>" +
        "<setupCustomization:isMandatory>true</setupCustomization:isMandatory>" +
        "</platformMessages:record>",
    );
  },
);
