//! An operation whose input and output have everything that a service description may have, whether an operation of
//! Lodge's uses it yet or not.

use aws_model::{
    BlobSchema, ListSchema, MapSchema, MemberSchema, OperationSchema, Schema, StringSchema, StructureSchema,
    TimestampFormat,
};

/// The operation.
pub static EVERYTHING: OperationSchema = OperationSchema {
    service: &aws_model::sts::SERVICE,
    name: "Everything",
    input: &STRUCTURE,
    output: &STRUCTURE,
    result_wrapper: Some("EverythingResult"),
    errors: &[],
};

static STRUCTURE: StructureSchema = StructureSchema {
    name: "EverythingStructure",
    members: &[
        MemberSchema::optional("At", Schema::Timestamp(TimestampFormat::Iso8601)),
        MemberSchema::optional("Blob", Schema::Blob(&BLOB)),
        MemberSchema::optional("Choice", Schema::String(&CHOICE)),
        MemberSchema::optional("Double", Schema::Double),
        MemberSchema::optional("Flag", Schema::Boolean),
        MemberSchema::optional("FlatList", Schema::List(&FLAT_LIST)),
        MemberSchema::optional("FlatMap", Schema::Map(&FLAT_MAP)),
        MemberSchema::optional("Float", Schema::Float),
        MemberSchema::optional("Integer", Schema::Integer { min: None, max: None }),
        MemberSchema::optional("List", Schema::List(&LIST)),
        MemberSchema::optional("Long", Schema::Long { min: Some(-5), max: None }),
        MemberSchema::optional("Map", Schema::Map(&MAP)),
        MemberSchema::optional("Nested", Schema::Structure(&NESTED)),
        MemberSchema::optional("NestedList", Schema::List(&NESTED_LIST)),
        MemberSchema::optional("NestedMap", Schema::Map(&NESTED_MAP)),
        MemberSchema::optional("Seconds", Schema::Timestamp(TimestampFormat::EpochSeconds)),
        MemberSchema::optional("Secret", Schema::String(&SECRET)),
        MemberSchema::optional("SecretBlob", Schema::Blob(&SECRET_BLOB)),
        MemberSchema::optional("SecretList", Schema::List(&SECRET_LIST)),
        MemberSchema::optional("SecretMap", Schema::Map(&SECRET_MAP)),
        MemberSchema::optional("Small", Schema::Integer { min: Some(1), max: Some(10) }),
        MemberSchema::optional("Text", Schema::String(&StringSchema::ANY)),
    ],
};

static NESTED: StructureSchema = StructureSchema {
    name: "Nested",
    members: &[
        MemberSchema::optional("Lists", Schema::List(&LISTS)),
        MemberSchema::required("Name", Schema::String(&StringSchema { max: Some(8), ..StringSchema::ANY })),
        MemberSchema::optional("Secret", Schema::String(&SECRET)),
    ],
};

static LIST: ListSchema = ListSchema {
    name: "List",
    member: Schema::String(&StringSchema::ANY),
    min: None,
    max: Some(3),
    member_name: "member",
    flattened: false,
};
static FLAT_LIST: ListSchema = ListSchema { name: "FlatList", flattened: true, ..LIST };
static LISTS: ListSchema = ListSchema { name: "Lists", member: Schema::List(&LIST), ..LIST };
static NESTED_LIST: ListSchema =
    ListSchema { name: "NestedList", member: Schema::Structure(&NESTED), member_name: "Item", ..LIST };
static SECRET_LIST: ListSchema = ListSchema { name: "SecretList", member: Schema::String(&SECRET), ..LIST };

static MAP: MapSchema = MapSchema {
    name: "Map",
    key: &StringSchema::ANY,
    value: Schema::String(&StringSchema::ANY),
    min: None,
    max: Some(3),
    key_name: "key",
    value_name: "value",
    flattened: false,
};
static FLAT_MAP: MapSchema =
    MapSchema { name: "FlatMap", flattened: true, key_name: "Name", value_name: "Value", ..MAP };
static NESTED_MAP: MapSchema = MapSchema { name: "NestedMap", value: Schema::Structure(&NESTED), ..MAP };
static SECRET_MAP: MapSchema = MapSchema { name: "SecretMap", value: Schema::Blob(&SECRET_BLOB), ..MAP };

static SECRET: StringSchema =
    StringSchema { name: "Secret", sensitive: true, min: Some(2), max: Some(20), ..StringSchema::ANY };
static CHOICE: StringSchema = StringSchema { name: "Choice", values: &["one", "two"], ..StringSchema::ANY };
static BLOB: BlobSchema = BlobSchema { name: "Blob", sensitive: false, min: None, max: Some(16) };
static SECRET_BLOB: BlobSchema = BlobSchema { name: "SecretBlob", sensitive: true, min: Some(1), max: None };
