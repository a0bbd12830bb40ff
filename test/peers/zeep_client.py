"""What Python's zeep sees of the emulator. Reads its task from stdin, prints a line of JSON for each step."""

import base64
import hashlib
import hmac
import json
import secrets
import sys
import time
from urllib.parse import quote

from zeep import Client, Settings
from zeep.exceptions import Fault

task = json.load(sys.stdin)
version = task["version"]


def step(operation, work):
    started = time.perf_counter()
    try:
        outcome = {"saw": work()}
    except Exception as error:
        outcome = {"error": f"{type(error).__name__}: {error}"}
    ms = round((time.perf_counter() - started) * 1000)
    print(json.dumps({"operation": operation, "ms": ms, **outcome}), flush=True)
    if "error" in outcome:
        sys.exit(0)
    return outcome["saw"]


def sign(token_secret):
    nonce, timestamp = secrets.token_hex(10), int(time.time())
    base = "&".join(
        quote(str(each), safe="")
        for each in (
            task["account"],
            task["consumerKey"],
            task["tokenId"],
            nonce,
            timestamp,
        )
    )
    key = f"{quote(task['consumerSecret'], safe='')}&{quote(token_secret, safe='')}"
    digest = hmac.new(key.encode(), base.encode(), hashlib.sha256).digest()
    return {
        "tokenPassport": {
            "account": task["account"],
            "consumerKey": task["consumerKey"],
            "token": task["tokenId"],
            "nonce": nonce,
            "timestamp": timestamp,
            "signature": {
                "_value_1": base64.b64encode(digest).decode(),
                "algorithm": "HMAC-SHA256",
            },
        }
    }


def passport():
    return sign(task["tokenSecret"])


client = None


def load():
    global client
    client = Client(task["wsdl"], settings=Settings(strict=True))
    return {"operations": len(client.service._binding.all())}


step("load WSDL", load)


def named(namespace, name):
    return client.get_type(f"{{urn:{namespace.replace('*', '_' + version)}.webservices.netsuite.com}}{name}")


Customer = named("relationships*.lists", "Customer")
RecordRef = named("core*.platform", "RecordRef")


def add():
    record = Customer(
        companyName=task["companyName"],
        customFieldList={
            "customField": [
                named("core*.platform", "StringCustomFieldRef")(
                    scriptId="custentity_peer", value=task["customValue"]
                )
            ]
        },
        addressbookList={
            "replaceAll": False,
            "addressbook": [
                {"label": "Office", "addressbookAddress": {"country": "_germany", "city": "Köln"}},
                {"label": "Home"},
            ],
        },
    )
    response = client.service.add(record=record, _soapheaders=passport())
    written = response.body.writeResponse
    return {
        "isSuccess": written.status.isSuccess,
        "type": written.baseRef.type,
        "internalId": written.baseRef.internalId,
    }


added = step("add", add)


def get():
    response = client.service.get(
        baseRef=RecordRef(type="customer", internalId=added["internalId"]),
        _soapheaders=passport(),
    )
    record = response.body.readResponse.record
    field = record.customFieldList.customField[0]
    return {
        "isSuccess": response.body.readResponse.status.isSuccess,
        "type": type(record).__name__,
        "companyName": record.companyName,
        "customField": [type(field).__name__, field.scriptId, field.value],
        "addresses": [
            [each.label, each.addressbookAddress.city if each.addressbookAddress else None]
            for each in record.addressbookList.addressbook
        ],
    }


step("get", get)


def page(result):
    return {
        "isSuccess": result.status.isSuccess,
        "totalRecords": result.totalRecords,
        "totalPages": result.totalPages,
        "pageIndex": result.pageIndex,
        "names": [each.companyName for each in result.recordList.record],
    }


search_id = None


def search():
    global search_id
    criteria = named("common*.platform", "CustomerSearchBasic")(
        companyName={"operator": "startsWith", "searchValue": "Peer"}
    )
    preferences = {"searchPreferences": {"bodyFieldsOnly": True, "pageSize": 5}}
    response = client.service.search(
        searchRecord=criteria, _soapheaders={**passport(), **preferences}
    )
    search_id = response.body.searchResult.searchId
    return page(response.body.searchResult)


step("search", search)


def search_more():
    response = client.service.searchMoreWithId(
        searchId=search_id, pageIndex=2, _soapheaders=passport()
    )
    return page(response.body.searchResult)


step("searchMoreWithId", search_more)


def fault():
    try:
        client.service.get(
            baseRef=RecordRef(type="customer", internalId=added["internalId"]),
            _soapheaders=sign("wrong"),
        )
    except Fault as error:
        typed = error.detail[0]
        return {
            "faultcode": error.code.split(":")[-1],
            "element": typed.tag.split("}")[1],
            "code": typed.find("{*}code").text,
        }
    return None


step("fault", fault)
