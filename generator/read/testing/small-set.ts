import { mkdtemp, mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Files by path. */
export type FileSet = Readonly<Record<string, string>>;

/** A WSDL with two XSDs in SuiteTalk's shape. What is put into it stands where an XSD or a message would declare it. */
export function smallSet(
  parts: {
    /** Declarations added to `core.xsd`. */
    core?: string;
    /** Replaces the attributes of `core.xsd` that are not namespaces. */
    coreAttributes?: string;
    version?: string;
    /** Changes the text of the WSDL. */
    wsdl?: (text: string) => string;
  } = {},
): FileSet {
  const version = parts.version ?? "2022_1";
  const core = `urn:core_${version}.platform.webservices.netsuite.com`;
  const messages = `urn:messages_${version}.platform.webservices.netsuite.com`;
  const tns = `urn:platform_${version}.webservices.netsuite.com`;
  const wsdl = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns:tns="${tns}" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:m="${messages}" targetNamespace="${tns}">
<documentation> Release Status:
  Generally Available </documentation>
<types>
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
<xsd:import namespace="${core}" schemaLocation="xsd/core.xsd"/>
<xsd:import namespace="${messages}" schemaLocation="xsd/messages.xsd"/>
</xsd:schema>
</types>
<message name="headers"><part name="preferences" element="m:preferences"/></message>
<message name="getRequest"><part name="parameters" element="m:get"/></message>
<message name="getResponse"><part name="parameters" element="m:getResponse"/></message>
<message name="failed"><part name="fault" element="m:failed"/></message>
<portType name="NetSuitePortType">
<operation name="get">
<input name="getRequest" message="tns:getRequest"/>
<output name="getResponse" message="tns:getResponse"/>
<fault name="Failed" message="tns:failed"/>
</operation>
</portType>
<binding name="NetSuiteBinding" type="tns:NetSuitePortType">
<soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
<operation name="get">
<soap:operation soapAction="get"/>
<input name="getRequest"><soap:header message="tns:headers" part="preferences" use="literal"/><soap:body use="literal"/></input>
<output name="getResponse"><soap:body use="literal"/></output>
<fault name="Failed"><soap:fault name="Failed" use="literal"/></fault>
</operation>
</binding>
<service name="NetSuiteService"><port name="NetSuitePort" binding="tns:NetSuiteBinding"><soap:address location="https://webservices.netsuite.com/services/NetSuitePort_${version}"/></port></service>
</definitions>
`;
  return {
    "netsuite.wsdl": parts.wsdl ? parts.wsdl(wsdl) : wsdl,
    "xsd/core.xsd": `<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:c="${core}" targetNamespace="${core}" ${parts.coreAttributes ?? 'elementFormDefault="qualified"'}>
<complexType name="Record" abstract="true"/>
${parts.core ?? ""}
</schema>
`,
    "xsd/messages.xsd": `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:c="${core}" xmlns:m="${messages}" targetNamespace="${messages}" elementFormDefault="qualified">
<xsd:import namespace="${core}" schemaLocation="./core.xsd"/>
<xsd:element name="preferences" type="m:Request"/>
<xsd:element name="get" type="m:Request"/>
<xsd:element name="getResponse" type="c:Record"/>
<xsd:element name="failed" type="m:Request"/>
<xsd:complexType name="Request"><xsd:sequence><xsd:element name="id" type="xsd:string" minOccurs="0" maxOccurs="unbounded"/></xsd:sequence></xsd:complexType>
</xsd:schema>
`,
  };
}

/** Writes files into a new folder under the system's folder for temporary files. */
export async function writeFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "nsgen-read-"));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
