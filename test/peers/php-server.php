<?php

// A SuiteTalk endpoint made of PHP's SoapServer and a WSDL: a router for `php -S`. What encodes, decodes and checks
// messages is PHP's; here is only what the operations do, with one kind of record, kept in a file between requests.

const RECORDS = "customer";

class Customer {}
class StringCustomFieldRef {}
class CustomerSearchBasic {}

class NetSuite
{
    private bool $isSigned = false;
    private int $pageSize = 1000;

    public function __construct(private array $keys, private string $file, private string $version) {}

    /** A header: PHP calls the method of its name before that of the operation. */
    public function tokenPassport(object $passport): void
    {
        $base = implode("&", array_map("rawurlencode", [
            $passport->account,
            $passport->consumerKey,
            $passport->token,
            $passport->nonce,
            (string) $passport->timestamp,
        ]));
        $key = rawurlencode($this->keys["consumerSecret"]) . "&" . rawurlencode($this->keys["tokenSecret"]);
        $signature = base64_encode(hash_hmac("sha256", $base, $key, true));
        $this->isSigned = $passport->signature->algorithm === "HMAC-SHA256"
            && hash_equals($signature, $passport->signature->_);
    }

    public function searchPreferences(object $preferences): void
    {
        $this->pageSize = $preferences->pageSize ?? $this->pageSize;
    }

    public function add(object $request): array
    {
        $this->authenticate();
        ["records" => $records] = $stored = $this->load();
        $record = $request->record;
        $record->internalId = (string) (count($records) + 1);
        $this->save(["records" => [...$records, $record]] + $stored);
        return ["writeResponse" => [
            "status" => ["isSuccess" => true],
            "baseRef" => $this->typed("core*.platform", "RecordRef", (object) [
                "type" => RECORDS,
                "internalId" => $record->internalId,
            ]),
        ]];
    }

    public function get(object $request): array
    {
        $this->authenticate();
        $record = $this->load()["records"][(int) $request->baseRef->internalId - 1];
        return ["readResponse" => ["status" => ["isSuccess" => true], "record" => $this->encode($record)]];
    }

    public function search(object $request): array
    {
        $this->authenticate();
        $wanted = $request->searchRecord->companyName;
        if (!$request->searchRecord instanceof CustomerSearchBasic || $wanted->operator !== "startsWith") {
            throw new SoapFault("Server", "This search is not known here.");
        }
        $search = ["starts" => $wanted->searchValue, "pageSize" => $this->pageSize];
        $this->save(["search" => $search] + $this->load());
        return $this->page(1);
    }

    public function searchMoreWithId(object $request): array
    {
        $this->authenticate();
        return $this->page($request->pageIndex);
    }

    private function page(int $pageIndex): array
    {
        ["records" => $records, "search" => $search] = $this->load();
        $found = array_values(array_filter(
            $records,
            fn($each) => str_starts_with($each->companyName, $search["starts"]),
        ));
        $pages = array_chunk($found, $search["pageSize"]);
        return ["searchResult" => [
            "status" => ["isSuccess" => true],
            "totalRecords" => count($found),
            "pageSize" => $search["pageSize"],
            "totalPages" => count($pages),
            "pageIndex" => $pageIndex,
            "searchId" => "WEBSERVICES_php",
            "recordList" => ["record" => array_map([$this, "encode"], $pages[$pageIndex - 1] ?? [])],
        ]];
    }

    private function authenticate(): void
    {
        if ($this->isSigned) {
            return;
        }
        $message = "Invalid login attempt.";
        throw new SoapFault(
            "Server.userException",
            $message,
            null,
            (object) ["invalidCredentialsFault" => ["code" => "INVALID_LOGIN_CREDENTIALS", "message" => $message]],
            "InvalidCredentialsFault",
        );
    }

    private function encode(Customer $record): SoapVar
    {
        return $this->typed("relationships*.lists", "Customer", $record);
    }

    private function typed(string $namespace, string $name, object $value): SoapVar
    {
        $uri = "urn:" . str_replace("*", "_" . $this->version, $namespace) . ".webservices.netsuite.com";
        return new SoapVar($value, SOAP_ENC_OBJECT, $name, $uri);
    }

    private function load(): array
    {
        return is_file($this->file) ? unserialize(file_get_contents($this->file)) : ["records" => []];
    }

    private function save(array $stored): void
    {
        file_put_contents($this->file, serialize($stored));
    }
}

$task = json_decode(getenv("PEER_TASK"), true);
ini_set("soap.wsdl_cache_dir", $task["folder"]);
$server = new SoapServer($task["wsdl"], [
    "cache_wsdl" => WSDL_CACHE_DISK,
    "features" => SOAP_SINGLE_ELEMENT_ARRAYS,
    "classmap" => [
        "Customer" => Customer::class,
        "StringCustomFieldRef" => StringCustomFieldRef::class,
        "CustomerSearchBasic" => CustomerSearchBasic::class,
    ],
]);
$server->setObject(new NetSuite($task["keys"], $task["folder"] . "/records", $task["version"]));
$server->handle();
