//! The OpenAPI document of a service of Lodge's own, from the same description as its code.

#![expect(
    clippy::indexing_slicing,
    reason = "of a JSON value, a missing part is null; parts are set in objects made here"
)]

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use crate::description::{Description, location, members, required, shape_of};

/// The document (OpenAPI 3.1), as text that ends with a line feed.
pub fn document(service: &Description) -> Result<String> {
    let text = |name: &str| service.metadata.get(name).and_then(Value::as_str).unwrap_or_default();
    let mut paths: Map<String, Value> = Map::new();
    let mut reached = BTreeSet::new();
    for (name, operation) in &service.operations {
        let http =
            |part: &str| operation["http"][part].as_str().with_context(|| format!("{name}: no {part}"));
        let (method, uri) = (http("method")?.to_ascii_lowercase(), http("requestUri")?);
        let path = paths.entry(uri).or_insert_with(|| json!({}));
        path[method] = self::operation(service, name, operation, &mut reached)?;
    }
    let mut schemas = Map::new();
    for name in &reached {
        schemas.insert(name.clone(), component(service, name)?);
    }
    schemas.insert("Problem".to_owned(), problem());
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": text("serviceFullName"),
            "version": text("apiVersion"),
            "description": service.documentation,
        },
        "security": [{ "bearer": [] }, { "signatureV4": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "bearer": {
                    "type": "http",
                    "scheme": "bearer",
                    "bearerFormat": "JWT",
                    "description": "A token of an OpenID Connect provider that IAM knows, with the ARN of the role to act as in the header x-lodge-role-arn.",
                },
                "signatureV4": {
                    "type": "apiKey",
                    "in": "header",
                    "name": "Authorization",
                    "description": format!("AWS Signature Version 4 for the service {}.", text("signingName")),
                },
            },
            "schemas": schemas,
        },
    });
    // Whether objects keep the order in which they are made depends on how the workspace is built.
    document.sort_all_objects();
    Ok(format!("{document:#}\n"))
}

fn operation(
    service: &Description,
    name: &str,
    operation: &Value,
    reached: &mut BTreeSet<String>,
) -> Result<Value> {
    let input = service.shape(&shape_of(&operation["input"])?)?;
    let (mut parameters, mut body, mut needed) = (Vec::new(), Map::new(), Vec::new());
    for (member, part) in members(input)? {
        let member_is_required = required(input, &member);
        let described = &input["members"][&member];
        let schema = reference(service, &part, described, reached)?;
        match location(described) {
            Some(place) => parameters.push(json!({
                "name": member,
                "in": if place == "uri" { "path" } else { "query" },
                "required": member_is_required,
                "schema": schema,
            })),
            None => {
                body.insert(member.clone(), schema);
                needed.extend(member_is_required.then_some(member));
            }
        }
    }
    let output = shape_of(&operation["output"])?;
    let output = reference(service, &output, &Value::Null, reached)?;
    let mut answers = Map::new();
    answers.insert(
        "200".to_owned(),
        json!({ "description": "Done.", "content": { "application/json": { "schema": output } } }),
    );
    for error in operation["errors"].as_array().into_iter().flatten() {
        let code = shape_of(error)?;
        let shape = service.shape(&code)?;
        let status = shape
            .pointer("/error/httpStatusCode")
            .and_then(Value::as_u64)
            .context("an error without a status")?;
        answers.insert(
            status.to_string(),
            json!({
                "description": format!("`{code}`: {}", shape["documentation"].as_str().unwrap_or_default()),
                "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
            }),
        );
    }
    let mut described = json!({
        "operationId": name,
        "description": operation["documentation"],
        "parameters": parameters,
        "responses": answers,
    });
    if !body.is_empty() {
        described["requestBody"] = json!({
            "required": !needed.is_empty(),
            "content": { "application/json": { "schema": { "type": "object", "properties": body, "required": needed } } },
        });
    }
    Ok(described)
}

/// The schema of a member: what is simple is written out, structures and lists are named.
fn reference(
    service: &Description,
    name: &str,
    member: &Value,
    reached: &mut BTreeSet<String>,
) -> Result<Value> {
    let mut schema = match service.kind(name)? {
        "structure" => {
            reached.insert(name.to_owned());
            for (_, part) in members(service.shape(name)?)? {
                reference(service, &part, &Value::Null, reached)?;
            }
            json!({ "$ref": format!("#/components/schemas/{name}") })
        }
        "list" => {
            let item = shape_of(&service.shape(name)?["member"])?;
            json!({ "type": "array", "items": reference(service, &item, &Value::Null, reached)? })
        }
        _ => simple(service, name)?,
    };
    let documentation =
        [member, service.shape(name)?].into_iter().find_map(|place| place["documentation"].as_str());
    if let Some(text) = documentation {
        schema["description"] = text.into();
    }
    Ok(schema)
}

fn simple(service: &Description, name: &str) -> Result<Value> {
    let shape = service.shape(name)?;
    let (kind, [least, most]) = match service.kind(name)? {
        "string" => ("string", ["minLength", "maxLength"]),
        "blob" => ("string", ["", ""]),
        "integer" | "long" => ("integer", ["minimum", "maximum"]),
        "double" | "float" => ("number", ["minimum", "maximum"]),
        "boolean" => ("boolean", ["", ""]),
        other => bail!("{name}: {other} is not supported in OpenAPI documents yet"),
    };
    let mut schema = json!({ "type": kind });
    if service.kind(name)? == "blob" {
        schema["contentEncoding"] = "base64".into();
    }
    for (bound, keyword) in [("min", least), ("max", most), ("enum", "enum"), ("pattern", "pattern")] {
        if let Some(value) = shape.get(bound)
            && !keyword.is_empty()
        {
            schema[keyword] = value.clone();
        }
    }
    Ok(schema)
}

fn component(service: &Description, name: &str) -> Result<Value> {
    let shape = service.shape(name)?;
    let (mut properties, mut needed) = (Map::new(), Vec::new());
    for (member, part) in members(shape)? {
        let schema = reference(service, &part, &shape["members"][&member], &mut BTreeSet::new())?;
        properties.insert(member.clone(), schema);
        needed.extend(required(shape, &member).then_some(member));
    }
    let mut schema = json!({ "type": "object", "properties": properties, "required": needed });
    if let Some(text) = shape["documentation"].as_str() {
        schema["description"] = text.into();
    }
    Ok(schema)
}

/// RFC 9457, with the code apart for programs.
fn problem() -> Value {
    json!({
        "type": "object",
        "description": "Problem details (RFC 9457).",
        "properties": {
            "type": { "type": "string", "description": "`urn:lodge:error:` and the code." },
            "code": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string", "description": "What is wrong and what to do, for people." },
            "message": { "type": "string", "description": "The same, for AWS's SDKs." },
        },
        "required": ["type", "code", "status", "detail"],
    })
}
