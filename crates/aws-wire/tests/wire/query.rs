use aws_model::{
    BlobSchema, Document, ListSchema, MapSchema, MemberSchema, Schema, Shape, StringSchema, StructureSchema,
    TimestampFormat, iam, sts,
};
use aws_wire::{WireError, query};
use clock::Timestamp;

fn request<S: Shape>(body: &str) -> S {
    let form = query::parse(body.as_bytes()).map_err(|error| error.to_string()).unwrap();
    S::from_document(form.decode(S::SCHEMA).map_err(|error| error.to_string()).unwrap()).unwrap()
}

fn members(body: &str) -> Result<Document, WireError> {
    query::parse(body.as_bytes())?.decode(&EVERYTHING)
}

fn texts(values: &[&str]) -> Document {
    Document::List(values.iter().map(|text| Document::String((*text).to_owned())).collect())
}

/// What the descriptions allow, whether an operation uses it yet or not.
static EVERYTHING: StructureSchema = StructureSchema {
    name: "Everything",
    members: &[
        MemberSchema::optional("Text", Schema::String(&StringSchema::ANY)),
        MemberSchema::optional("Whole", Schema::Integer { min: None, max: None }),
        MemberSchema::optional("Long", Schema::Long { min: None, max: None }),
        MemberSchema::optional("Real", Schema::Double),
        MemberSchema::optional("Flag", Schema::Boolean),
        MemberSchema::optional("At", Schema::Timestamp(TimestampFormat::Iso8601)),
        MemberSchema::optional("Bytes", Schema::Blob(&BYTES)),
        MemberSchema::optional("List", Schema::List(&LIST)),
        MemberSchema::optional("Flat", Schema::List(&FLAT_LIST)),
        MemberSchema::optional("Map", Schema::Map(&MAP)),
        MemberSchema::optional("FlatMap", Schema::Map(&FLAT_MAP)),
        MemberSchema::optional("Nested", Schema::Structure(&NESTED)),
    ],
};
static NESTED: StructureSchema = StructureSchema {
    name: "Nested",
    members: &[
        MemberSchema::optional("Text", Schema::String(&StringSchema::ANY)),
        MemberSchema::optional("Lists", Schema::List(&LISTS)),
    ],
};
static BYTES: BlobSchema = BlobSchema { name: "Bytes", sensitive: false, min: None, max: None };
static LIST: ListSchema = ListSchema {
    name: "List",
    member: Schema::String(&StringSchema::ANY),
    min: None,
    max: None,
    member_name: "member",
    flattened: false,
};
static LISTS: ListSchema = ListSchema { name: "Lists", member: Schema::List(&LIST), ..LIST };
static FLAT_LIST: ListSchema = ListSchema { name: "FlatList", flattened: true, ..LIST };
static MAP: MapSchema = MapSchema {
    name: "Map",
    key: &StringSchema::ANY,
    value: Schema::String(&StringSchema::ANY),
    min: None,
    max: None,
    key_name: "key",
    value_name: "value",
    flattened: false,
};
static FLAT_MAP: MapSchema = MapSchema { name: "FlatMap", flattened: true, ..MAP };

#[test]
fn requests_as_botocore_sends_them() {
    let assume: sts::AssumeRoleRequest = request(
        "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fops&\
         RoleSessionName=alice%40example.com&DurationSeconds=900&Tags.member.1.Key=team&Tags.member.1.Value=a+b%2Bc&\
         Tags.member.2.Key=x&Tags.member.2.Value=&TransitiveTagKeys.member.1=team",
    );
    assert_eq!(assume.role_arn, "arn:aws:iam::111122223333:role/ops");
    assert_eq!(assume.role_session_name, "alice@example.com");
    assert_eq!(assume.duration_seconds, Some(900));
    let tags = assume.tags.unwrap();
    assert_eq!((tags[0].key.as_str(), tags[0].value.as_str()), ("team", "a b+c"));
    assert_eq!((tags[1].key.as_str(), tags[1].value.as_str()), ("x", ""));
    assert_eq!(assume.transitive_tag_keys, Some(vec!["team".to_owned()]));

    let create: iam::CreateUserRequest =
        request("Action=CreateUser&Version=2010-05-08&UserName=alice&Path=%2Fdivisi%C3%B3n%2F&Tags=");
    assert_eq!(create.path.as_deref(), Some("/división/"));
    assert_eq!(create.tags.map(|tags| tags.len()), Some(0));

    let put: iam::PutUserPolicyRequest = request(
        "Action=PutUserPolicy&Version=2010-05-08&UserName=alice&PolicyName=p&\
         PolicyDocument=%7B%22Version%22%3A%222012-10-17%22%7D",
    );
    assert_eq!(put.policy_document, r#"{"Version":"2012-10-17"}"#);
}

#[test]
fn action_and_version() {
    let form = query::parse(b"Version=2010-05-08&Action=GetUser").unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((form.action(), form.version()), (Some("GetUser"), Some("2010-05-08")));
    let empty = query::parse(b"").unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((empty.action(), empty.version()), (None, None));
    assert!(empty.decode(iam::GetUserRequest::SCHEMA).is_ok_and(|none| none == Document::Structure(vec![])));
}

#[test]
fn simple_values() {
    let body = "Text=%F0%9F%94%91&Whole=-5&Long=9223372036854775807&Real=0.25&Flag=1&At=2026-01-31T12%3A00%3A00Z&Bytes=%2F%2F%2F%2B";
    let expected = Document::Structure(vec![
        ("Text", Document::String("🔑".to_owned())),
        ("Whole", Document::Integer(-5)),
        ("Long", Document::Integer(i64::MAX)),
        ("Real", Document::Double(0.25)),
        ("Flag", Document::Boolean(true)),
        ("At", Document::Timestamp(Timestamp::from_secs(1_769_860_800))),
        ("Bytes", Document::Bytes(b"\xff\xff\xfe".to_vec())),
    ]);
    assert!(members(body) == Ok(expected));
}

#[test]
fn lists_keep_their_order_and_may_have_gaps() {
    let list = |body: &str| members(body).map(|document| document.member("List").cloned());
    assert!(list("List.member.10=c&List.member.2=b&List.member.1=a") == Ok(Some(texts(&["a", "b", "c"]))));
    assert!(list("List.member.7=") == Ok(Some(texts(&[""]))));
    assert!(list("List=") == Ok(Some(texts(&[]))));
    assert!(list("") == Ok(None));
    let flat = members("Flat.2=b&Flat.1=a").map(|document| document.member("Flat").cloned());
    assert!(flat == Ok(Some(texts(&["a", "b"]))));
    let nested = members("Nested.Lists.member.1.member.1=x&Nested.Text=t&Nested.New=1");
    let expected = Document::Structure(vec![(
        "Nested",
        Document::Structure(vec![
            ("Text", Document::String("t".to_owned())),
            ("Lists", Document::List(vec![texts(&["x"])])),
        ]),
    )]);
    assert!(nested == Ok(expected));
}

#[test]
fn maps() {
    let entries = Document::Map(vec![
        ("a".to_owned(), Document::String("1".to_owned())),
        ("b".to_owned(), Document::String(String::new())),
    ]);
    let body = "Map.entry.1.key=a&Map.entry.1.value=1&Map.entry.2.key=b&Map.entry.2.value=";
    assert!(members(body).map(|document| document.member("Map").cloned()) == Ok(Some(entries.clone())));
    let body = "FlatMap.1.key=a&FlatMap.1.value=1&FlatMap.3.key=b&FlatMap.3.value=";
    assert!(members(body).map(|document| document.member("FlatMap").cloned()) == Ok(Some(entries)));
    for body in [
        "Map.entry.1.key=a",
        "Map.entry.1.value=a",
        "Map.entry.1.key=a&Map.entry.1.value=1&Map.entry.2.key=a&Map.entry.2.value=2",
        "Map.1.key=a&Map.1.value=1",
    ] {
        assert!(matches!(members(body), Err(WireError::MalformedInput(_))), "{body}");
    }
}

#[test]
fn parameters_of_another_form_are_refused() {
    for (body, message) in [
        ("Whole=five", "Whole: STRING_VALUE can not be converted to an Integer"),
        ("Whole=", "Whole: STRING_VALUE can not be converted to an Integer"),
        ("Whole=2147483648", "Whole: STRING_VALUE can not be converted to an Integer"),
        ("Flag=yes", "boolean must follow xsd1.1 definition"),
        ("At=tomorrow", "At: STRING_VALUE can not be converted to a Timestamp"),
        ("Bytes=YQ", "Bytes: STRING_VALUE can not be converted to a Blob: not valid Base64"),
        ("List=x", "The parameter List has a value where parts are expected"),
        ("Text.member.1=x", "The parameter Text has parts where a value is expected"),
        ("Text=x&Text.1=y", "The parameter Text has both a value and parts"),
        ("List.member.0=x", "0 is not a valid index."),
        ("List.member.01=x", "01 is not a valid index."),
        ("List.member.+1=x", " 1 is not a valid index."),
        ("List.member.4294967296=x", "4294967296 is not a valid index."),
        ("List.member.=x", " is not a valid index."),
        ("List.1=x", "The parameter List has parts that are not List.member.N"),
    ] {
        let error = members(body).map(|_| body).unwrap_err();
        assert_eq!(error.to_string(), message, "{body}");
        assert_eq!((error.code().code, error.code().status), ("MalformedInput", 400));
    }
}

#[test]
fn what_is_not_a_form_is_refused() {
    for body in [
        &b"Text=%"[..],
        b"Text=%4",
        b"Text=%zz",
        b"Text=%+1",
        b"Text=%FF",
        b"%C3=x",
        b"Text=\xff",
        b"A=1&A=1",
        b"A&A=",
    ] {
        let error = query::parse(body).err().unwrap();
        assert!(matches!(error, WireError::MalformedQueryString(_)), "{}", body.escape_ascii());
        assert_eq!((error.code().code, error.code().status), ("MalformedQueryString", 404));
    }
    assert!(query::parse("n".repeat(512).as_bytes()).is_ok());
    assert!(query::parse("n".repeat(513).as_bytes()).is_err());
    assert!(query::parse("a=&".repeat(10_001).as_bytes()).is_err());
    let many: String = (0..10_000).map(|number| format!("List.member.{}=x&", number + 1)).collect();
    assert!(members(&many).is_ok());
    assert!(query::parse(format!("{many}&one=more").as_bytes()).is_err());
}

#[test]
fn secrets_are_decoded_as_secrets() {
    let form = query::parse(b"TokenCode=123456").unwrap_or_else(|error| panic!("{error}"));
    let document = form.decode(sts::AssumeRoleRequest::SCHEMA).unwrap_or_else(|error| panic!("{error}"));
    assert!(matches!(document.member("TokenCode"), Some(Document::Secret(_))));
}
