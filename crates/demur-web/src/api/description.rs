//! The description of the API (OpenAPI 3.1): made from the code, with the published schemas of
//! situation and opinion in it, and with what is the same for every address.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use utoipa::OpenApi;

use super::described;
use super::limits::{BURST, EACH_SECOND};
use super::problem::{Kind, MEDIA_TYPE, ProblemDocument};
use super::schema::HeadlineName;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Demur",
        description = "May I refuse to serve this customer? Opinions by coded law, the words to say, and the record. An opinion never decides: a person does.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    servers((url = "/api/v1")),
    tags(
        (name = "opinions", description = "What the law and the firm's policy say of a situation"),
        (name = "notices", description = "What to say to the customer"),
        (name = "cases", description = "The record"),
        (name = "providers", description = "Who else can help"),
        (name = "library", description = "By which law opinions are given"),
    ),
    components(schemas(ProblemDocument, HeadlineName)),
    security(("key" = []), ("session" = [])),
)]
struct Frame;

/// What stands around the addresses.
pub(super) fn frame() -> utoipa::openapi::OpenApi {
    Frame::openapi()
}

const SITUATION: &str = include_str!("../../../../docs/schema/situation.schema.json");
const OPINION: &str = include_str!("../../../../docs/schema/opinion.schema.json");

/// The description of the API as a document.
#[must_use]
pub fn openapi() -> Value {
    let (_, described) = described().split_for_parts();
    let mut document = serde_json::to_value(described).unwrap_or_default();
    for (name, published) in [("Situation", SITUATION), ("Opinion", OPINION)] {
        publish(&mut document, name, published);
    }
    close(&mut document);
    if let Some(components) = document
        .pointer_mut("/components")
        .and_then(Value::as_object_mut)
    {
        components.insert("securitySchemes".to_owned(), security());
        components.insert("responses".to_owned(), problems());
        components.insert("parameters".to_owned(), parameters());
    }
    if let Some(paths) = document
        .pointer_mut("/paths")
        .and_then(Value::as_object_mut)
    {
        for (path, item) in paths {
            let operations = item.as_object_mut().into_iter().flatten();
            for (_, operation) in operations {
                complete(path, operation);
            }
        }
    }
    document
}

/// Puts a published schema among the components, the parts of it under names of their own.
fn publish(document: &mut Value, name: &str, published: &str) {
    let Ok(Value::Object(mut schema)) = serde_json::from_str(published) else {
        return;
    };
    let parts = schema.remove("$defs");
    schema.remove("$schema");
    let whole = [(name.to_owned(), Value::Object(schema))];
    let parts = parts
        .as_ref()
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    let parts = parts.map(|(part, schema)| (format!("{name}.{part}"), schema.clone()));
    let schemas = document
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut);
    let Some(schemas) = schemas else { return };
    for (key, mut schema) in whole.into_iter().chain(parts) {
        point(&mut schema, name);
        schemas.insert(key, schema);
    }
}

/// Lets references lead to where the parts stand now.
fn point(schema: &mut Value, name: &str) {
    match schema {
        Value::Object(members) => {
            for (key, value) in members {
                let part = value
                    .as_str()
                    .and_then(|text| text.strip_prefix("#/$defs/"));
                match part {
                    Some(part) if key == "$ref" => {
                        *value = json!(format!("#/components/schemas/{name}.{part}"));
                    }
                    _ => point(value, name),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| point(value, name)),
        _ => {}
    }
}

/// A body has the members that are described, and no others.
fn close(document: &mut Value) {
    let mut open: Vec<String> = Vec::new();
    let paths = document.pointer("/paths").and_then(Value::as_object);
    for item in paths
        .into_iter()
        .flatten()
        .filter_map(|(_, item)| item.as_object())
    {
        let bodies = item
            .values()
            .filter_map(|operation| operation.get("requestBody"));
        bodies.for_each(|body| references(body, &mut open));
    }
    let mut seen = BTreeSet::new();
    while let Some(name) = open.pop() {
        // What is published says itself what it takes.
        let is_ours = !name.starts_with("Situation");
        if !is_ours || !seen.insert(name.clone()) {
            continue;
        }
        let Some(schema) = document.pointer_mut(&format!("/components/schemas/{name}")) else {
            continue;
        };
        references(schema, &mut open);
        if let Some(schema) = schema
            .as_object_mut()
            .filter(|schema| schema.contains_key("properties"))
        {
            schema.insert("additionalProperties".to_owned(), json!(false));
        }
    }
}

/// The names of the components to which something refers.
fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                let name = value
                    .as_str()
                    .and_then(|text| text.strip_prefix("#/components/schemas/"));
                match name {
                    Some(name) if key == "$ref" => found.push(name.to_owned()),
                    _ => references(value, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

fn security() -> Value {
    json!({
        "key": {
            "type": "http", "scheme": "bearer", "bearerFormat": "dmr_…",
            "description": format!(
                "An API key, made under Settings and shown once. Each may ask {BURST} times at once and {EACH_SECOND} times each second after that, in each process."
            ),
        },
        "session": {
            "type": "apiKey", "in": "cookie", "name": "demur",
            "description": "The session of a person (`__Host-demur` over TLS). Changes also need the header X-Form-Token with the token of the session's forms.",
        },
    })
}

/// Every kind of problem as a response.
fn problems() -> Value {
    let mut responses = Map::new();
    for kind in Kind::ALL {
        let status = kind.status();
        let entry = responses
            .entry(name_of(status.as_u16()))
            .or_insert_with(|| {
                let mut response = json!({
                    "description": "",
                    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
                });
                let header = match kind {
                    Kind::Unauthenticated => Some(("WWW-Authenticate", "string")),
                    Kind::TooManyRequests => Some(("Retry-After", "integer")),
                    _ => None,
                };
                if let (Some((name, kind)), Some(response)) = (header, response.as_object_mut()) {
                    let header = json!({name: {"required": true, "schema": {"type": kind}}});
                    response.insert("headers".to_owned(), header);
                }
                response
            });
        if let Some(text) = entry.pointer_mut("/description") {
            let told = text.as_str().filter(|told| !told.is_empty());
            let codes = told.map_or_else(String::new, |told| format!("{told}, "));
            *text = json!(format!("{codes}{}", kind.code()));
        }
    }
    Value::Object(responses)
}

fn name_of(status: u16) -> String {
    format!("Problem{status}")
}

fn parameters() -> Value {
    json!({"AcceptLanguage": {
        "name": "Accept-Language", "in": "header", "required": false,
        "description": "Language of texts and problems: `pl` or `en`; Polish when neither is named.",
        "schema": {"type": "string", "examples": ["en"]},
    }})
}

/// Adds to an operation what is the same for all of its kind.
fn complete(path: &str, operation: &mut Value) {
    let writes = mentions(operation, "Idempotency-Key");
    let changes = mentions(operation, "If-Match");
    let has_body = operation.get("requestBody").is_some();
    let mut statuses = vec![400, 401, 403, 406, 429, 503];
    if path.contains('{') {
        statuses.push(404);
    }
    if has_body {
        statuses.extend([413, 415, 422]);
    }
    if writes {
        statuses.push(409);
    }
    if changes {
        statuses.extend([410, 412, 428]);
    }
    if let Some(responses) = operation
        .get_mut("responses")
        .and_then(Value::as_object_mut)
    {
        for status in statuses {
            let target = format!("#/components/responses/{}", name_of(status));
            responses.insert(status.to_string(), json!({"$ref": target}));
        }
    }
    let Some(operation) = operation.as_object_mut() else {
        return;
    };
    let parameters = operation.entry("parameters").or_insert_with(|| json!([]));
    if let Some(parameters) = parameters.as_array_mut() {
        parameters.push(json!({"$ref": "#/components/parameters/AcceptLanguage"}));
    }
}

fn mentions(operation: &Value, header: &str) -> bool {
    let parameters = operation.get("parameters").and_then(Value::as_array);
    let mut names = parameters
        .into_iter()
        .flatten()
        .filter_map(|each| each.get("name"));
    names.any(|name| name == header)
}

/// The description, as it is served.
pub(super) async fn serve() -> Response {
    static WRITTEN: OnceLock<String> = OnceLock::new();
    let text = WRITTEN.get_or_init(|| openapi().to_string());
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CACHE_CONTROL, "public, max-age=300"),
    ];
    (headers, text.as_str()).into_response()
}
