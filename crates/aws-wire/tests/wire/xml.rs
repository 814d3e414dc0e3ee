use aws_model::{
    Document, ListSchema, MapSchema, MemberSchema, Operation, OperationSchema, Schema, Shape, StringSchema,
    StructureSchema, iam, sts,
};
use aws_wire::xml;
use clock::Timestamp;
use secret::SecretString;

const STS: &str = "https://sts.amazonaws.com/doc/2011-06-15/";

fn answer<O: Operation>(output: O::Output, namespace: &str) -> String {
    let document = output.into_document();
    String::from_utf8(xml::encode(O::SCHEMA, &document, "request-1", namespace)).unwrap()
}

#[test]
fn an_answer_with_a_nested_structure() {
    let output = sts::AssumeRoleResponse {
        credentials: Some(sts::Credentials {
            access_key_id: "ASIAEXAMPLE".to_owned(),
            secret_access_key: SecretString::new("wJalr/K7+EXAMPLE".to_owned()),
            session_token: SecretString::new("FwoG".to_owned()),
            expiration: Timestamp::from_secs(1_769_860_800),
        }),
        assumed_role_user: Some(sts::AssumedRoleUser {
            assumed_role_id: "AROAEXAMPLE:alice".to_owned(),
            arn: "arn:aws:sts::111122223333:assumed-role/ops/alice".to_owned(),
        }),
        packed_policy_size: Some(6),
        ..Default::default()
    };
    assert_eq!(
        answer::<sts::AssumeRole>(output, STS),
        "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult>\
         <AssumedRoleUser><Arn>arn:aws:sts::111122223333:assumed-role/ops/alice</Arn>\
         <AssumedRoleId>AROAEXAMPLE:alice</AssumedRoleId></AssumedRoleUser>\
         <Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId><Expiration>2026-01-31T12:00:00Z</Expiration>\
         <SecretAccessKey>wJalr/K7+EXAMPLE</SecretAccessKey><SessionToken>FwoG</SessionToken></Credentials>\
         <PackedPolicySize>6</PackedPolicySize></AssumeRoleResult>\
         <ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata></AssumeRoleResponse>"
    );
}

#[test]
fn an_answer_with_a_list() {
    let output = iam::ListUserPoliciesResponse {
        policy_names: vec!["a".to_owned(), "b".to_owned()],
        is_truncated: Some(false),
        ..Default::default()
    };
    let text = answer::<iam::ListUserPolicies>(output, "ns");
    assert!(text.contains("<PolicyNames><member>a</member><member>b</member></PolicyNames>"), "{text}");
    assert!(text.contains("<IsTruncated>false</IsTruncated>"), "{text}");
    let empty = answer::<iam::ListUserPolicies>(iam::ListUserPoliciesResponse::default(), "ns");
    assert!(empty.contains("<PolicyNames></PolicyNames>"), "{empty}");
}

#[test]
fn an_answer_without_a_result() {
    assert_eq!(
        answer::<iam::DeleteUser>(
            iam::DeleteUserResponse::default(),
            "https://iam.amazonaws.com/doc/2010-05-08/"
        ),
        "<DeleteUserResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">\
         <ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata></DeleteUserResponse>"
    );
}

#[test]
fn errors() {
    assert_eq!(
        String::from_utf8(xml::encode_error(
            &iam::errors::NO_SUCH_ENTITY_EXCEPTION,
            "No user <alice> & \"co\"",
            &[("Reason", "<none>".to_owned())],
            "request-1",
            "ns"
        ))
        .unwrap(),
        "<ErrorResponse xmlns=\"ns\"><Error><Type>Sender</Type><Code>NoSuchEntity</Code>\
         <Message>No user &lt;alice&gt; &amp; &quot;co&quot;</Message><Reason>&lt;none&gt;</Reason></Error>\
         <RequestId>request-1</RequestId></ErrorResponse>"
    );
    let receiver = xml::encode_error(&iam::errors::SERVICE_FAILURE_EXCEPTION, "", &[], "", "");
    assert!(
        String::from_utf8(receiver).unwrap().contains("<Type>Receiver</Type><Code>ServiceFailure</Code>")
    );
}

#[test]
fn what_xml_cannot_carry_is_replaced() {
    let output = iam::GetUserPolicyResponse {
        user_name: "a\0b\u{8}\u{b}\u{1f}\u{fffe}".to_owned(),
        policy_name: "tab\tline\nreturn\r🔑".to_owned(),
        policy_document: "]]>".to_owned(),
    };
    let text = answer::<iam::GetUserPolicy>(output, "ns");
    assert!(text.contains("<UserName>a\u{fffd}b\u{fffd}\u{fffd}\u{fffd}\u{fffd}</UserName>"), "{text}");
    assert!(text.contains("<PolicyName>tab\tline\nreturn&#xD;🔑</PolicyName>"), "{text}");
    assert!(text.contains("<PolicyDocument>]]&gt;</PolicyDocument>"), "{text}");
}

#[test]
fn maps_and_flattened_values() {
    static LIST: ListSchema = ListSchema {
        name: "List",
        member: Schema::Integer { min: None, max: None },
        min: None,
        max: None,
        member_name: "member",
        flattened: true,
    };
    static MAP: MapSchema = MapSchema {
        name: "Map",
        key: &StringSchema::ANY,
        value: Schema::Boolean,
        min: None,
        max: None,
        key_name: "key",
        value_name: "value",
        flattened: false,
    };
    static FLAT_MAP: MapSchema = MapSchema { name: "FlatMap", flattened: true, key_name: "Name", ..MAP };
    static OUTPUT: StructureSchema = StructureSchema {
        name: "Output",
        members: &[
            MemberSchema::optional("List", Schema::List(&LIST)),
            MemberSchema::optional("Map", Schema::Map(&MAP)),
            MemberSchema::optional("FlatMap", Schema::Map(&FLAT_MAP)),
        ],
    };
    let operation = OperationSchema { name: "Op", output: &OUTPUT, result_wrapper: Some("R"), ..COPY };
    const COPY: OperationSchema = OperationSchema {
        service: &sts::SERVICE,
        name: "",
        input: &OUTPUT,
        output: &OUTPUT,
        result_wrapper: None,
        errors: &[],
    };
    let map = Document::Map(vec![("a<".to_owned(), Document::Boolean(true))]);
    let document = Document::Structure(vec![
        ("FlatMap", map.clone()),
        ("Map", map),
        ("List", Document::List(vec![Document::Integer(1), Document::Integer(2)])),
    ]);
    assert_eq!(
        String::from_utf8(xml::encode(&operation, &document, "id", "ns")).unwrap(),
        "<OpResponse xmlns=\"ns\"><R><List>1</List><List>2</List>\
         <Map><entry><key>a&lt;</key><value>true</value></entry></Map>\
         <FlatMap><Name>a&lt;</Name><value>true</value></FlatMap></R>\
         <ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></OpResponse>"
    );
}
