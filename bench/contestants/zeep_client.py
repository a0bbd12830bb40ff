"""Python's zeep, over a transport that answers at once."""

import json
import os
import resource
import sys
import time

from zeep import Client, Settings
from zeep.transports import Transport

task = json.loads(sys.argv[-1])
# The clock of this run, as work.js has it.
is_cpu = os.environ.get("NSGEN_BENCH_CLOCK") == "cpu"
now = time.process_time if is_cpu else time.perf_counter


class Answer:
    status_code = 200
    headers = {"Content-Type": "text/xml; charset=utf-8"}
    encoding = "utf-8"

    def __init__(self, content):
        self.content = content


class AnsweringTransport(Transport):
    answer = b""
    sent = answered = 0.0

    def post(self, address, message, headers):
        self.sent = now()
        if "output" in task:
            with open(task["output"], "wb") as file:
                file.write(message)
        self.answered = now()
        return Answer(self.answer)


def peak_mib():
    try:
        with open("/proc/self/status") as status:
            line = next(each for each in status if each.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(**fields):
    print(json.dumps({**fields, "peakMiB": peak_mib()}), flush=True)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def named(namespace, name):
    version = "_" + task["version"]
    uri = f"urn:{namespace.replace('*', version)}.webservices.netsuite.com"
    return client.get_type(f"{{{uri}}}{name}")


def convert_fields(fields):
    return {name: convert_value(value) for name, value in fields}


def convert_value(value):
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value, value)
    if "$ref" in value:
        return value["$ref"]
    if "$addr" in value:
        return convert_fields(value["$addr"])
    if "$list" in value:
        rows = [convert_fields(row) for row in value["$list"]["rows"]]
        return {value["$list"]["name"]: rows}
    return {"customField": [convert_custom_field(*each) for each in value["$cf"]]}


def convert_custom_field(kind, internal_id, script_id, value):
    if kind == "BooleanCustomFieldRef":
        value = value == "true"
    return named("core*.platform", kind)(
        internalId=internal_id, scriptId=script_id, value=value
    )


transport = AnsweringTransport()
# Messages of this size need it.
client = Client(task["wsdl"], transport=transport, settings=Settings(xml_huge_tree=True))

if task["kind"] == "encode":
    transport.answer = read(task["answer"])
    Customer = named("relationships*.lists", "Customer")
    request = {
        "record": [
            Customer(
                internalId=record["internalId"],
                externalId=record["externalId"],
                **convert_fields(record["fields"]),
            )
            for record in json.loads(read(task["records"]))
        ]
    }
    call = client.service.addList
else:
    transport.answer = read(task["file"])
    request = {"searchId": "x", "pageIndex": 2}
    call = client.service.searchMoreWithId

report()

for _ in sys.stdin:
    called = now()
    response = call(**request)
    done = now()
    if task["kind"] == "encode":
        report(ms=(transport.sent - called) * 1000)
        continue
    page = response.body.searchResult
    if page.recordList:
        records = page.recordList.record
        last = records[-1].entityId
    else:
        records = page.searchRowList.searchRow
        last = records[-1].basic.entityId[0].searchValue
    report(
        ms=(done - transport.answered) * 1000,
        saw={"records": len(records), "last": last},
    )
