<?php

// What PHP's SoapClient sees of the emulator. Reads its task from stdin, prints a line of JSON for each step.

$task = json_decode(stream_get_contents(STDIN), true);

function step(string $operation, callable $work): array
{
    $started = hrtime(true);
    try {
        $outcome = ["saw" => $work()];
    } catch (Throwable $error) {
        $outcome = ["error" => get_class($error) . ": " . $error->getMessage()];
    }
    $ms = (int) round((hrtime(true) - $started) / 1e6);
    echo json_encode(["operation" => $operation, "ms" => $ms] + $outcome), "\n";
    if (isset($outcome["error"])) {
        exit(0);
    }
    return $outcome["saw"];
}

function uri(string $namespace): string
{
    global $task;
    return "urn:" . str_replace("*", "_" . $task["version"], $namespace) . ".webservices.netsuite.com";
}

function typed(string $namespace, string $name, array $value): SoapVar
{
    return new SoapVar((object) $value, SOAP_ENC_OBJECT, $name, uri($namespace));
}

function passport(string $tokenSecret): SoapHeader
{
    global $task;
    $nonce = bin2hex(random_bytes(10));
    $timestamp = time();
    $base = implode("&", array_map("rawurlencode", [
        $task["account"],
        $task["consumerKey"],
        $task["tokenId"],
        $nonce,
        (string) $timestamp,
    ]));
    $key = rawurlencode($task["consumerSecret"]) . "&" . rawurlencode($tokenSecret);
    return new SoapHeader(uri("messages*.platform"), "tokenPassport", [
        "account" => $task["account"],
        "consumerKey" => $task["consumerKey"],
        "token" => $task["tokenId"],
        "nonce" => $nonce,
        "timestamp" => $timestamp,
        "signature" => [
            "_" => base64_encode(hash_hmac("sha256", $base, $key, true)),
            "algorithm" => "HMAC-SHA256",
        ],
    ]);
}

function call(string $operation, array $request, ?string $tokenSecret = null, array $headers = []): object
{
    global $client, $task;
    $headers[] = passport($tokenSecret ?? $task["tokenSecret"]);
    return $client->__soapCall($operation, [$request], null, $headers);
}

// Classes of records and fields: PHP tells a value's type by its class.
class Customer {}
class StringCustomFieldRef {}

$client = null;
step("load WSDL", function () use ($task) {
    global $client;
    $client = new SoapClient($task["wsdl"], [
        "cache_wsdl" => WSDL_CACHE_NONE,
        "features" => SOAP_SINGLE_ELEMENT_ARRAYS,
        "classmap" => ["Customer" => Customer::class, "StringCustomFieldRef" => StringCustomFieldRef::class],
    ]);
    return ["operations" => count($client->__getFunctions())];
});

$added = step("add", function () use ($task) {
    $record = typed("relationships*.lists", "Customer", [
        "companyName" => $task["companyName"],
        "customFieldList" => [
            "customField" => [
                typed("core*.platform", "StringCustomFieldRef", [
                    "scriptId" => "custentity_peer",
                    "value" => $task["customValue"],
                ]),
            ],
        ],
        "addressbookList" => [
            "replaceAll" => false,
            "addressbook" => [
                ["label" => "Office", "addressbookAddress" => ["country" => "_germany", "city" => "Köln"]],
                ["label" => "Home"],
            ],
        ],
    ]);
    $written = call("add", ["record" => $record])->writeResponse;
    return [
        "isSuccess" => $written->status->isSuccess,
        "type" => $written->baseRef->type,
        "internalId" => $written->baseRef->internalId,
    ];
});

$ref = typed("core*.platform", "RecordRef", ["type" => "customer", "internalId" => $added["internalId"]]);

step("get", function () use ($ref) {
    $read = call("get", ["baseRef" => $ref])->readResponse;
    $record = $read->record;
    $field = $record->customFieldList->customField[0];
    return [
        "isSuccess" => $read->status->isSuccess,
        "type" => get_class($record),
        "companyName" => $record->companyName,
        "customField" => [get_class($field), $field->scriptId, $field->value],
        "addresses" => array_map(
            fn($each) => [$each->label, $each->addressbookAddress->city ?? null],
            $record->addressbookList->addressbook,
        ),
    ];
});

function page(object $result): array
{
    return [
        "isSuccess" => $result->status->isSuccess,
        "totalRecords" => $result->totalRecords,
        "totalPages" => $result->totalPages,
        "pageIndex" => $result->pageIndex,
        "names" => array_map(fn($each) => $each->companyName, $result->recordList->record),
    ];
}

$searchId = null;
step("search", function () {
    global $searchId;
    $criteria = typed("common*.platform", "CustomerSearchBasic", [
        "companyName" => ["operator" => "startsWith", "searchValue" => "Peer"],
    ]);
    $preferences = new SoapHeader(uri("messages*.platform"), "searchPreferences", [
        "bodyFieldsOnly" => true,
        "pageSize" => 5,
    ]);
    $result = call("search", ["searchRecord" => $criteria], null, [$preferences])->searchResult;
    $searchId = $result->searchId;
    return page($result);
});

step("searchMoreWithId", function () use (&$searchId) {
    return page(call("searchMoreWithId", ["searchId" => $searchId, "pageIndex" => 2])->searchResult);
});

step("fault", function () use ($ref) {
    try {
        call("get", ["baseRef" => $ref], "wrong");
    } catch (SoapFault $error) {
        $element = array_key_first(get_object_vars($error->detail));
        $typed = $error->detail->$element;
        return [
            "faultcode" => preg_replace("/^.*:/", "", $error->faultcode),
            "element" => $element,
            "code" => $typed->code,
        ];
    }
    return null;
});
