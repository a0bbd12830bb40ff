<?php

// PHP's SoapClient, whose __doRequest answers at once. Its WSDL is cached on disk, as PHP does by default.

$task = json_decode(end($argv), true);
ini_set("memory_limit", "-1");
ini_set("soap.wsdl_cache_dir", $task["cache"]);
ini_set("soap.wsdl_cache_ttl", "86400");

class AnsweringClient extends SoapClient
{
    public string $answer;
    public ?string $output = null;
    public float $sent = 0;
    public float $answered = 0;

    public function __doRequest(
        string $request,
        string $location,
        string $action,
        int $version,
        bool $oneWay = false,
    ): ?string {
        $this->sent = now();
        if ($this->output !== null) {
            file_put_contents($this->output, $request);
        }
        $this->answered = now();
        return $this->answer;
    }
}

/** Milliseconds by the clock of this run, as work.js has it. */
function now(): float
{
    if (getenv("NSGEN_BENCH_CLOCK") !== "cpu") {
        return hrtime(true) / 1e6;
    }
    $used = getrusage();
    return ($used["ru_utime.tv_sec"] + $used["ru_stime.tv_sec"]) * 1e3 +
        ($used["ru_utime.tv_usec"] + $used["ru_stime.tv_usec"]) / 1e3;
}

function peakMiB(): float
{
    $status = @file_get_contents("/proc/self/status");
    return preg_match('/^VmHWM:\s*(\d+)/m', (string) $status, $match)
        ? $match[1] / 1024
        : getrusage()["ru_maxrss"] / 1024;
}

function report(array $fields): void
{
    echo json_encode($fields + ["peakMiB" => peakMiB()]), "\n";
    flush();
}

function uri(string $name): string
{
    global $task;
    return "urn:" . str_replace("*", "_" . $task["version"], $name) . ".webservices.netsuite.com";
}

function typed(string $namespace, string $name, array $value): SoapVar
{
    return new SoapVar((object) $value, SOAP_ENC_OBJECT, $name, uri($namespace));
}

function convertFields(array $fields): array
{
    $converted = [];
    foreach ($fields as [$name, $value]) {
        $converted[$name] = convertValue($value);
    }
    return $converted;
}

function convertValue(mixed $value): mixed
{
    return match (true) {
        is_string($value) => match ($value) {
            // PHP takes any non-empty text for true.
            "true" => true,
            "false" => false,
            default => $value,
        },
        isset($value['$ref']) => $value['$ref'],
        isset($value['$addr']) => convertFields($value['$addr']),
        isset($value['$list']) => [
            $value['$list']["name"] => array_map("convertFields", $value['$list']["rows"]),
        ],
        default => ["customField" => array_map("convertCustomField", $value['$cf'])],
    };
}

function convertCustomField(array $field): SoapVar
{
    [$type, $internalId, $scriptId, $value] = $field;
    if ($type === "BooleanCustomFieldRef") {
        $value = $value === "true";
    }
    return typed("core*.platform", $type, [
        "internalId" => $internalId,
        "scriptId" => $scriptId,
        "value" => $value,
    ]);
}

$client = new AnsweringClient($task["wsdl"], [
    "cache_wsdl" => WSDL_CACHE_DISK,
    "features" => SOAP_SINGLE_ELEMENT_ARRAYS,
    "trace" => false,
]);
if ($task["kind"] === "encode") {
    $client->answer = file_get_contents($task["answer"]);
    $client->output = $task["output"];
    $method = "addList";
    $request = ["record" => array_map(
        fn($record) => typed("relationships*.lists", "Customer", [
            "internalId" => $record["internalId"],
            "externalId" => $record["externalId"],
        ] + convertFields($record["fields"])),
        json_decode(file_get_contents($task["records"]), true),
    )];
} else {
    $client->answer = file_get_contents($task["file"]);
    $method = "searchMoreWithId";
    $request = ["searchId" => "x", "pageIndex" => 2];
}
report([]);

while (fgets(STDIN) !== false) {
    $called = now();
    $result = $client->__soapCall($method, [$request]);
    $done = now();
    if ($task["kind"] === "encode") {
        report(["ms" => ($client->sent - $called)]);
        continue;
    }
    $ms = ($done - $client->answered);
    $page = $result->searchResult;
    $list = $page->recordList->record ?? $page->searchRowList->searchRow;
    $last = end($list);
    report([
        "ms" => $ms,
        "saw" => [
            "records" => count($list),
            "last" => $last->entityId ?? $last->basic->entityId[0]->searchValue,
        ],
    ]);
}
