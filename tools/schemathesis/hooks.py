"""
What the fuzzer has to know of the contract and of the shop it plays with. Of the contract: only what the document says and
JSON Schema cannot. No check is left out, for no operation.
"""

import datetime
import hashlib
import hmac
import itertools
import json
import os
import zlib

import schemathesis
from hypothesis import strategies as st
from schemathesis.core.parameters import ParameterLocation

with open(os.environ["FUZZ_NAMES"], encoding="utf-8") as names_file:
    # The ids and codes of the shop, by kind; `owners` has the customer of each voucher.
    NAMES = json.load(names_file)

# -- Formats of the document: which texts they stand for is in no pattern ---------------------------------------------

schemathesis.openapi.format(
    "iana-zone", st.sampled_from(["America/Sao_Paulo", "America/Manaus", "America/Noronha", "UTC", "Europe/Lisbon"])
)
# No sign, at most a century (R2), and no two spellings of one length, which lists of them refuse.
schemathesis.openapi.format(
    "duration", st.integers(1, 9_999).map("P{}D".format) | st.integers(1, 999).map("PT{}M".format)
)
schemathesis.openapi.format("iso-8601", st.datetimes().map(lambda at: at.isoformat() + "Z"))
schemathesis.openapi.format("mobile", st.sampled_from(["(11) 98765-4321", "+55 21 99876-1234"]))
schemathesis.openapi.format("phone", st.sampled_from(["(11) 98765-4321", "+55 21 99876-1234", "(11) 3456-7890"]))


def _cnpj(root):
    """The CNPJ of a company's head office: eight figures of its own, `0001`, two that check the others."""
    digits = [int(one) for one in f"{root:08d}0001"]
    for _ in range(2):
        weights = [2 + place % 8 for place in range(len(digits))][::-1]
        rest = sum(digit * weight for digit, weight in zip(digits, weights)) % 11
        digits.append(0 if rest < 2 else 11 - rest)
    text = "".join(map(str, digits))
    return f"{text[:2]}.{text[2:5]}.{text[5:8]}/{text[8:12]}-{text[12:]}"


# Lists ask for many of them.
schemathesis.openapi.format("cnpj", st.integers(1, 99_999_998).map(_cnpj))
schemathesis.openapi.format("email-or-domain", st.sampled_from(["caixa@loja.com.br", "@loja.com.br", "a.b@correio.com"]))
# 44 characters: six figures, the CNPJ in twelve figures or capitals, 26 figures.
schemathesis.openapi.format("access-key", st.from_regex(r"[0-9]{6}[0-9A-Z]{12}[0-9]{26}", fullmatch=True, alphabet=st.characters(codec="ascii")))


@schemathesis.hook
def before_call(context, case, kwargs):
    # What redirects is looked at itself: where it leads to is another server.
    kwargs["allow_redirects"] = False
    _use_key_once(case)
    label = case.operation.label
    _come_from_own_page(case, label)
    if _is_positive(case, ParameterLocation.PATH):
        _name_something(case, label)
    if label in SIGNED and _is_positive(case, ParameterLocation.HEADER):
        kwargs["auth"] = _signature(*SIGNED[label])
    if _is_positive(case, ParameterLocation.QUERY):
        _mend_query(label, case)
    # Where a body can be left out there may be none.
    if _is_positive(case, ParameterLocation.BODY) and label in BODIES and isinstance(case.body, (dict, str)):
        case.body = BODIES[label](case.body, case) or case.body


def _is_positive(case, location):
    """Whether that part of the request is meant to be right. Nothing is ever changed in a part that is meant to be wrong."""
    if case.meta is None:
        return False
    component = case.meta.components.get(location)
    return component is None or component.mode.is_positive


# -- A shop with something behind its ids ------------------------------------------------------------------------------

IDS = {
    "/v1/customers/": "customers",
    "/v1/sales/{id}/customer": "unclaimed",
    "/v1/sales/": "sales",
    "/v1/merges/": "merges",
    "/v1/redemptions/": "redemptions",
    "/v1/vouchers/": "vouchers",
    "/v1/imports/{id}/": "contact_imports",
    "/v1/imports/": "imports",
    "/v1/program/simulations/": "simulations",
    "/v1/reviews/": "reviews",
    "/v1/connections/": "connections",
    "/v1/reconciliations/": "reconciliations",
    "/v1/people/": "people",
    "/v1/keys/": "keys",
    "/v1/sessions/": "own_sessions",
}


def _one_of(kind, value):
    """One of the shop's, always the same for the same value, so that a seed says which."""
    pool = NAMES[kind]
    return value if value in pool else pool[zlib.crc32(repr(value).encode("utf-8", "replace")) % len(pool)]


def _name_something(case, label):
    for prefix, kind in IDS.items():
        if case.path.startswith(prefix):
            for name, value in (case.path_parameters or {}).items():
                # One in eight names nothing. Codes always name something: ten that do not would lock the address.
                if kind == "vouchers" or zlib.crc32(repr(value).encode("utf-8", "replace")) % 8:
                    case.path_parameters[name] = _one_of(kind, value)
            return


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """
    A program is taken by five operations, by the same schema and the same code. `PUT /v1/program` is fuzzed with all of it; the other
    four get whole programs or nonsense in its place, so that the calls are not mostly about the same fields five times.
    """
    for path in (
        "/v1/program/simulations",
        "/v1/program/try",
        "/v1/program/preview",
        "/v1/connections/{id}/test-sale",
    ):
        body = raw_schema["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]
        body["properties"]["program"] = {"enum": [NAMES["program"]]}


# -- A person who has signed in -----------------------------------------------------------------------------------------

SESSION = "retorno_session"
_leaving = iter(NAMES["leaving"])


def _come_from_own_page(case, label):
    """A call in the owner's session comes from a page of ours; each sign-out is of a session that nobody needs any more."""
    if (case.cookies or {}).get(SESSION) != NAMES["session"]:
        return
    case.headers["Origin"] = NAMES["origin"]
    if label == "DELETE /v1/session":
        case.cookies[SESSION] = next(_leaving, NAMES["leaving"][-1])


# -- Webhooks, signed by who sends them --------------------------------------------------------------------------------

SIGNED = {
    "POST /webhooks/bling": ("X-Bling-Signature-256", NAMES["secrets"]["bling"]),
    "POST /webhooks/whatsapp": ("X-Hub-Signature-256", NAMES["secrets"]["whatsapp"]),
}


def _signature(header, secret):
    def sign(request):
        body = request.body or b""
        body = body.encode() if isinstance(body, str) else body
        request.headers[header] = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        return request

    return sign


# -- What the document says of several fields together -----------------------------------------------------------------


def _mend_query(label, case):
    query = case.query or {}
    if label == "GET /v1/sales" and "externalId" in query:
        # "With channel: that one sale"
        query.setdefault("channel", "pos")
    if label.startswith("GET /v1/reports/"):
        # Days that have been, the first of them first, and not more than two years.
        for name, ago in (("from", 200), ("until", 100)):
            if name in query:
                query[name] = str(datetime.date.today() - datetime.timedelta(days=ago))
    if label == "GET /v1/customers/{id}/merges/preview":
        query["with"] = _one_of("mergeable", query["with"])
    if label == "POST /v1/connections/{id}/imports" and "earn" in query:
        # "Only with history"
        query.setdefault("history", "P12M")
    if label == "GET /webhooks/whatsapp":
        query["hub.mode"], query["hub.verify_token"] = "subscribe", NAMES["secrets"]["handshake"]
    if "state" in query and label.startswith("GET /integrations"):
        query["state"] = _one_of("states", query["state"])
    if "customerId" in query:
        query["customerId"] = _customer_for(case, query["customerId"])


def _customer_for(case, value):
    """A customer; beside a voucher's code its owner, as another one is a guess, and guesses lock."""
    code = (case.path_parameters or {}).get("code")
    return NAMES["owners"].get(code) or _one_of("customers", value)


def _voucher(body, case):
    if "customerId" in body:
        body["customerId"] = _customer_for(case, body["customerId"])


def _redemption(body, case):
    body["customerId"] = _one_of("customers", body["customerId"])
    # The total has the freight in it.
    body["freightCents"] = min(body.get("freightCents", 0), body["saleTotalCents"])


def _merge(body, case):
    body["from"] = _one_of("mergeable", body["from"])


# None of the format's: those are told to the settings as stand-ins, which identify nobody from then on.
CLAIMED_PHONE = "(11) 97654-3210"


def _claim(body, case):
    # Either who is known, or what identifies somebody: any text is taken for a document, and few are one.
    if "customerId" in body:
        body["customerId"] = _one_of("customers", body["customerId"])
    if "document" in body:
        body["document"] = "529.982.247-25"
    if "phone" in body:
        body["phone"] = CLAIMED_PHONE
    if "email" in body:
        body["email"] = "maria@correio.com.br"


def _register(body, case):
    # Somebody is named by a mark that can be one; what is agreed is said of each channel once.
    body["document"] = "529.982.247-25"
    for name, mark in (("phone", CLAIMED_PHONE), ("email", "maria@correio.com.br")):
        if name in body:
            body[name] = mark
    if "consents" in body:
        body["consents"] = list({told["channel"]: told for told in body["consents"]}.values())


_invited = itertools.count(1)


def _invite(body, case):
    # Somebody is invited to an address, and an owner or manager is bound to no store.
    body["email"] = f"convidada.{next(_invited)}@loja.com.br"
    body.pop("storeIds", None)


def _person(body, case):
    # As above: to be bound to no store is the same for everybody.
    if "storeIds" in body:
        body["storeIds"] = None


def _settings(body, case):
    # The owner in whose session calls are made has no second factor.
    if "requireSecondFactorForOwners" in body:
        body["requireSecondFactorForOwners"] = False


def _sale(body, case):
    # What is shown in Temporal must not look like a document, phone or e-mail: a letter makes it neither.
    for name in ("externalId", "number"):
        if isinstance(body.get(name), str):
            body[name] = "V" + body[name].replace("@", "a")[:99]
    # Sold between 2000 and tomorrow.
    if not "2000-01-02" <= body["soldAt"] <= "2026-01-01":
        body["soldAt"] = "2025" + body["soldAt"][4:]
    # The total has freight and other expenses in it, and is only negative in an exchange.
    body["totalCents"] = abs(body["totalCents"])
    body["freightCents"] = min(body.get("freightCents", 0), body["totalCents"])
    body["otherExpensesCents"] = min(body.get("otherExpensesCents", 0), body["totalCents"] - body["freightCents"])


def _test_sale(body, case):
    body["orderId"] = _one_of("orders", body["orderId"])


def _try(body, case):
    if "saleId" in body:
        body["saleId"] = _one_of("sales", body["saleId"])
    sale = body.get("sale", {})
    if "customerId" in sale:
        sale["customerId"] = _one_of("customers", sale["customerId"])
    # Sold between 2000 and 2100.
    if "soldAt" in sale and not "2000-01-02" <= sale["soldAt"] <= "2099-12-30":
        sale["soldAt"] = "2025" + sale["soldAt"][4:]


def _simulation(body, case):
    # Days that have been, the first of them first, and not more than five years.
    for name, year in (("from", "2024"), ("until", "2025")):
        if name in body:
            body[name] = f"{year}-{body[name][5:7]}-{min(int(body[name][8:]), 28):02d}"


CENTS = ("bonusCents", "capPerSaleCents", "capPerCustomerPerMonthCents", "budgetCents")
POINTS = ("bonusPoints", "capPerSalePoints", "capPerCustomerPerMonthPoints", "budgetPoints")
# Caps and bonuses in cents belong to cashback, in points to points, none to vouchers (R13).
NOT_OF = {"cashback": POINTS, "points": CENTS, "voucher": (*CENTS, *POINTS, "multiplierMilli")}


def _program(program, case):
    for index, rule in enumerate(program["earning"]["rules"]):
        grant = rule["grant"]
        # Each rule has a name of its own.
        rule["id"] = f"{rule['id'][:50].rstrip('-_')}-{index}"
        for field in NOT_OF[grant["type"]]:
            rule.pop(field, None)
        if grant["type"] == "voucher":
            # A rule gives a voucher of this very program.
            vouchers = program.setdefault("vouchers", {})
            vouchers.setdefault(grant["template"], {"discount": {"type": "amount", "cents": 500}})
        if grant["type"] == "points":
            # No more than 1,000 points a cent.
            grant["points"] = min(grant["points"], 10)
        when = rule.get("when", {})
        # Ranges begin before they end, and some day of them is one of the weekdays.
        if "from" in when and "until" in when:
            when["from"], when["until"] = sorted((when["from"], when["until"]))
            when.pop("weekdays", None)
        if "minSaleCents" in when and "maxSaleCents" in when:
            when["minSaleCents"], when["maxSaleCents"] = sorted((when["minSaleCents"], when["maxSaleCents"]))


def _file(body, case):
    # A CSV file is a text like any other for JSON Schema: this is one, with the generated text for a name.
    name = "".join(char for char in str(body) if char.isalnum())[:50]
    query = case.query or {}
    if query.get("kind") == "customers":
        query.pop("status", None)
        if "column" in query:
            query["column"] = ["Nome:name"]
        return f"Nome;CPF\nMaria {name};529.982.247-25"
    if "status" in query:
        query["status"] = ["situacao:faturado=completed"]
    if "column" in query:
        query["column"] = ["Data:soldAt", "Nome:name"]
    return f"Pedido;Data;Valor total;Situação;CPF;Nome\n{name or 1};03/11/2025;10,00;concluído;529.982.247-25;Maria"


def _connection(body, case):
    # One situation does not both complete and cancel a sale, and a list that is left out stands as it was, whatever that is.
    lists = ("completedSituations", "cancelledSituations")
    if any(name in body for name in lists):
        completed, cancelled = (body.get(name, []) for name in lists)
        body["completedSituations"] = completed
        body["cancelledSituations"] = [one for one in cancelled if one not in completed]


def _reconciliation(body, case):
    # A period that has ended since the store was connected, and is no longer than a year.
    now = datetime.datetime.now(datetime.timezone.utc)
    body["from"] = (now - datetime.timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    body["until"] = now.strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(body, case):
    # In braces is what a message of the occasion fills in, and nothing else.
    def plain(text):
        return text.replace("{", "(").replace("}", ")")

    if body["subject"] is not None:
        body["subject"] = plain(body["subject"])
    for name in ("opening", "closing"):
        body[name] = [plain(one) for one in body[name]]


def _event(body, case):
    # Every second event is of an order, and has its id.
    if zlib.crc32(repr(body).encode("utf-8", "replace")) % 2:
        body["event"], body["data"] = "order.updated", {"id": NAMES["orders"][0]}
        body["companyId"] = NAMES["companies"][0]
    elif body["event"].startswith("order."):
        body["event"] = "product.updated"


BODIES = {
    "POST /webhooks/bling": _event,
    "PATCH /v1/connections/{id}": _connection,
    "POST /v1/redemptions": _redemption,
    "POST /v1/customers": _register,
    "POST /v1/customers/{id}/merges": _merge,
    "POST /v1/sales/{id}/customer": _claim,
    "POST /v1/sales": _sale,
    "POST /v1/connections/{id}/test-sale": _test_sale,
    "POST /v1/people": _invite,
    "PATCH /v1/people/{id}": _person,
    "PATCH /v1/settings": _settings,
    "POST /v1/connections/{id}/reconciliations": _reconciliation,
    "POST /v1/program/simulations": _simulation,
    "POST /v1/program/try": _try,
    "PUT /v1/program": _program,
    "PUT /v1/messages/texts": _text,
    "POST /v1/imports": _file,
    "POST /v1/vouchers/{code}/reserve": _voucher,
    "POST /v1/vouchers/{code}/redeem": _voucher,
    "POST /v1/vouchers/{code}/release": _voucher,
    "POST /v1/vouchers/{code}/rollback": _voucher,
}

# -- One operation for each key ----------------------------------------------------------------------------------------

_calls = itertools.count(1)


def _use_key_once(case):
    # The same key with another body is refused for ever, and no schema can say that a key has not been used yet.
    if _is_positive(case, ParameterLocation.HEADER) and "Idempotency-Key" in (case.headers or {}):
        case.headers["Idempotency-Key"] = f"{case.headers['Idempotency-Key'][:200].strip()}-{next(_calls)}"


# -- Refusals that are not about the data --------------------------------------------------------------------------------


@schemathesis.hook
def filter_failure(context, failure, case, response):
    return not (type(failure).__name__ == "RejectedPositiveData" and _is_about_a_state(response))


def _is_about_a_state(response):
    """
    Whether a request was refused for how things stand (a balance, a state, a limit of the program), not for what it says: what is
    wrong with the data itself is listed in `errors`. So is one that comes too often (429). A consent that was denied or never begun is told to a person by a page.
    """
    content_type = (response.headers.get("content-type") or [""])[0]
    if response.status_code == 400:
        return content_type.startswith("text/html")
    if response.status_code in (413, 431):
        # How many bytes a body, and an address, may have altogether is in words alone.
        return True
    if not content_type.startswith("application/problem+json"):
        return False
    return response.status_code in (410, 422, 429) and "errors" not in response.json()
