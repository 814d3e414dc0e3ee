//! The steps of one `Encrypt` of the tenant walkthrough, each alone, and the whole call behind the door.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow};
use audit_event::{Call, Document, Event, EventId, Resource, TlsDetails};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_model::kms::{Encrypt, EncryptRequest, EncryptResponse, EncryptionAlgorithmSpec};
use aws_model::{Operation, Shape};
use aws_wire::json;
use bench::{ALIAS, BODY, KEY_POLICY, OWNER, REGION, SignedRequest, World, endpoint, head_of, scratch};
use criterion::{BatchSize, Criterion, Throughput};
use envelope::{BackingKey, Ciphertext, EncryptionContext, KeyId, KeyLocator, SystemRandom};
use gate::{Caller, Decided, Endpoint, Evidence, Incoming, Membership, PolicyLevel, Question};
use iam_policy::{Authority, Context, Named, Policies, Policy, PolicyKind, Request};
use tokio::runtime::Runtime;

const KEY_ARN: &str = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

fn main() -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let world = Arc::new(runtime.block_on(World::new(&scratch()))?);
    let caller = runtime.block_on(world.caller())?;
    let mut criterion = Criterion::default().configure_from_args();
    decision(&mut criterion, &caller)?;
    signature(&mut criterion, &runtime, &world)?;
    wire(&mut criterion)?;
    cipher(&mut criterion)?;
    record(&mut criterion, &caller)?;
    call(&mut criterion, "call", &runtime, &world, &caller)?;
    let membership = Membership { service_control: levels()?, ..(*caller.membership).clone() };
    let limited = Arc::new(Caller { membership: Arc::new(membership), ..(*caller).clone() });
    call(&mut criterion, "call with five levels of service control policies", &runtime, &world, &limited)?;
    criterion.final_summary();
    Ok(())
}

/// By key policy, role policy and session policy: `evaluate` with the condition keys at hand, `gate` with gathering them.
fn decision(criterion: &mut Criterion, caller: &Caller) -> Result<()> {
    let key_policy = Arc::new(Policy::parse(KEY_POLICY, PolicyKind::KeyPolicy)?);
    let owner = OWNER.parse()?;
    let (question, origin) = (question()?, World::origin()?);
    anyhow::ensure!(gate::would_allow(caller, &origin, question()), "the walkthrough's call is not allowed");

    let mut context = key_context();
    context.insert_principal(&caller.principal);
    context.insert("aws:RequestedRegion", REGION);
    let role = named(&caller.identity_policies);
    let session = named(caller.session.as_ref().map(|session| &*session.policies).unwrap_or_default());
    let policies = Policies {
        identity: &role,
        session: &session,
        resource: Some(Named { name: "key policy", policy: &key_policy }),
        resource_authority: Authority::KeyPolicy,
        ..Policies::default()
    };
    let request = Request {
        principal: &caller.principal,
        principal_id: Some(caller.principal_id()),
        action: "kms:Encrypt",
        resource: KEY_ARN,
        resource_account: owner,
        context: &context,
    };
    let mut group = criterion.benchmark_group("decision");
    group.bench_function("evaluate", |bencher| {
        bencher.iter(|| iam_policy::evaluate(black_box(&request), black_box(&policies)));
    });
    let levels = levels()?;
    let named_levels: Vec<Vec<Named<'_>>> = levels.iter().map(|level| named(level)).collect();
    let named_levels: Vec<&[Named<'_>]> = named_levels.iter().map(Vec::as_slice).collect();
    let limited = Policies { service_control: &named_levels, resource_control: &named_levels, ..policies };
    anyhow::ensure!(iam_policy::evaluate(&request, &limited).is_allowed(), "the levels do not allow");
    group.bench_function("evaluate with five levels of both types", |bencher| {
        bencher.iter(|| iam_policy::evaluate(black_box(&request), black_box(&limited)));
    });
    group.bench_function("gate", |bencher| {
        let decide = |question| gate::would_allow(caller, &origin, question);
        bencher.iter_batched(&question, decide, BatchSize::SmallInput);
    });
    group.finish();
    Ok(())
}

/// As KMS asks it.
fn question() -> Result<impl Fn() -> Question> {
    let key_policy = Arc::new(Policy::parse(KEY_POLICY, PolicyKind::KeyPolicy)?);
    let owner = OWNER.parse()?;
    Ok(move || {
        let mut question = Question::new("kms:Encrypt", KEY_ARN, owner).recorded_as("AWS::KMS::Key");
        question.resource_policy = Some(("key policy", Arc::clone(&key_policy)));
        question.authority = Authority::KeyPolicy;
        question.context = key_context();
        question
    })
}

/// Five levels of an organization, from the root to the account: each with the policy that allows everything, and with a guardrail.
fn levels() -> Result<Vec<PolicyLevel>> {
    const FULL: &str =
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;
    const GUARDRAIL: &str = r#"{"Version":"2012-10-17","Statement":[
        {"Effect":"Deny","Action":["kms:ScheduleKeyDeletion","kms:Disable*","iam:*"],"Resource":"*"},
        {"Effect":"Deny","Action":"kms:*","Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}}}]}"#;
    let parsed = |text| Policy::parse(text, PolicyKind::Organization).map(Arc::new);
    let (full, guardrail) = (parsed(FULL)?, parsed(GUARDRAIL)?);
    let level =
        || vec![("full".to_owned(), Arc::clone(&full)), ("guardrail".to_owned(), Arc::clone(&guardrail))];
    Ok((0..5).map(|_| level()).collect())
}

fn named(policies: &[(String, Arc<Policy>)]) -> Vec<Named<'_>> {
    policies.iter().map(|(name, policy)| Named { name, policy }).collect()
}

/// The condition keys that KMS brings.
fn key_context() -> Context {
    let mut context = Context::new();
    context.insert("kms:KeySpec", "SYMMETRIC_DEFAULT");
    context.insert("kms:KeyUsage", "ENCRYPT_DECRYPT");
    context.insert("kms:KeyOrigin", "AWS_KMS");
    context.insert("kms:MultiRegion", "false");
    context.insert_many("kms:ResourceAliases", [ALIAS]);
    context.insert("aws:ResourceTag/tenant", "123");
    context.insert("kms:CallerAccount", OWNER);
    context.insert("kms:RequestAlias", ALIAS);
    context.insert("kms:EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
    context.insert("kms:EncryptionContext:tenant", "123");
    context.insert_many("kms:EncryptionContextKeys", ["tenant"]);
    context
}

/// A request of a session: what `sigv4` does, and the gate's `authenticate`, which looks up the key too.
fn signature(criterion: &mut Criterion, runtime: &Runtime, world: &World) -> Result<()> {
    let request = SignedRequest::new(world, "localhost")?;
    let headers = request.headers();
    let head = head_of(&headers);
    let body_sha256 = sigv4::sha256(BODY.as_bytes());
    let origin = World::origin()?;
    let signed = sigv4::parse(&head)?;
    let endpoints = world.endpoints();
    let encrypt = endpoint(&endpoints, "Encrypt")?;

    let mut group = criterion.benchmark_group("signature");
    group.bench_function("parse", |bencher| bencher.iter(|| sigv4::parse(black_box(&head)).is_ok()));
    group.bench_function("derive_key", |bencher| {
        bencher.iter(|| sigv4::signing_key(&world.secret_access_key, black_box(&signed.scope)));
    });
    let key = sigv4::signing_key(&world.secret_access_key, &signed.scope);
    signed.verify(&head, &body_sha256, &key, origin.at)?;
    group.bench_function("verify", |bencher| {
        bencher.iter(|| signed.verify(black_box(&head), &body_sha256, &key, origin.at).is_ok());
    });
    group.bench_function("authenticate", |bencher| {
        bencher.iter(|| {
            let caller = world.gate.authenticate(encrypt, &signed, &head, &body_sha256, &origin);
            runtime.block_on(caller).is_ok()
        });
    });
    group.finish();
    Ok(())
}

fn wire(criterion: &mut Criterion) -> Result<()> {
    let schema = Encrypt::SCHEMA;
    let answer = EncryptResponse {
        ciphertext_blob: Some(vec![7; 210]),
        encryption_algorithm: Some(EncryptionAlgorithmSpec::SymmetricDefault),
        key_id: Some(KEY_ARN.to_owned()),
    };
    decoded()?;
    let mut group = criterion.benchmark_group("json");
    group.bench_function("decode_request", |bencher| bencher.iter(|| decoded().is_ok()));
    group.bench_function("encode_answer", |bencher| {
        bencher.iter_batched(
            || answer.clone(),
            |answer| json::encode(&answer.into_document(), schema.output),
            BatchSize::SmallInput,
        );
    });
    group.finish();
    Ok(())
}

/// Bytes to a checked structure.
fn decoded() -> Result<EncryptRequest> {
    let document = json::decode(black_box(BODY.as_bytes()), EncryptRequest::SCHEMA)?;
    aws_model::validate(EncryptRequest::SCHEMA, &document)?;
    Ok(EncryptRequest::from_document(document)?)
}

/// The ciphertext format against the cipher in it.
fn cipher(criterion: &mut Criterion) -> Result<()> {
    let key_id: KeyId = "1234abcd-12ab-34cd-56ef-1234567890ab".parse()?;
    let backing = BackingKey::generate(key_id, &SystemRandom)?;
    let locator = KeyLocator { account: OWNER.parse()?, region: REGION.parse()?, key_id };
    let context: EncryptionContext = [("tenant", "123")].into_iter().collect();
    let raw = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, backing.expose())?);
    for (name, size) in [("cipher_64B", 64), ("cipher_4KiB", 4096)] {
        let plaintext = vec![7; size];
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(size as u64));
        group.bench_function("aes_256_gcm", |bencher| {
            bencher.iter_batched_ref(
                || plaintext.clone(),
                |bytes| {
                    let nonce = Nonce::assume_unique_for_key([0; NONCE_LEN]);
                    raw.seal_in_place_separate_tag(nonce, Aad::from(b"tenant123"), bytes).is_ok()
                },
                BatchSize::SmallInput,
            );
        });
        group.bench_function("encrypt", |bencher| {
            bencher
                .iter(|| envelope::encrypt(&backing, &locator, &plaintext, &context, &SystemRandom).is_ok());
        });
        let blob = envelope::encrypt(&backing, &locator, &plaintext, &context, &SystemRandom)?;
        group.bench_function("decrypt", |bencher| {
            bencher.iter(|| {
                let ciphertext = Ciphertext::parse(black_box(&blob))?;
                envelope::decrypt(&backing, &ciphertext, &context)
            });
        });
        group.finish();
    }
    Ok(())
}

/// The decision of the walkthrough's call under two levels of service control policies, and its event, to the bytes that go to the log: with what the
/// decision was made from (`lodge policy explain`), and without.
fn record(criterion: &mut Criterion, caller: &Caller) -> Result<()> {
    let levels: Vec<PolicyLevel> = levels()?.into_iter().take(2).collect();
    let membership = Membership { service_control: levels.clone(), ..(*caller.membership).clone() };
    let caller = Caller { membership: Arc::new(membership), ..caller.clone() };
    let (question, origin) = (question()?, World::origin()?);
    let mut asked = question();
    asked.context.insert_principal(&caller.principal);
    asked.context.insert("aws:RequestedRegion", REGION);
    asked.context.insert("aws:SourceIp", "192.0.2.1");
    let parameters = serde_json::json!({"keyId": ALIAS, "encryptionContext": {"tenant": "123"}});
    let owner = Membership::default();
    let build = |question, keeps_evidence: bool| {
        let decision = gate::would_decide(&caller, &owner, &origin, question);
        let evidence = keeps_evidence.then(|| Evidence::of(&caller, &levels, &[], &asked));
        let decided = Decided {
            action: "kms:Encrypt".into(),
            resource: KEY_ARN.to_owned(),
            owner: None,
            decision,
            evidence,
        };
        let mut event = Event::of(Call {
            event_id: EventId::from_random([2; 16]),
            request_id: origin.request_id,
            time: origin.at,
            source: "kms.amazonaws.com",
            operation: "Encrypt",
            region: origin.region.clone(),
            source_address: "192.0.2.1",
            identity: caller.identity.clone(),
            read_only: true,
        });
        event.user_agent = origin.user_agent.as_deref().map(Into::into);
        event.tls_details = Some(TlsDetails {
            tls_version: Some("TLSv1.3".into()),
            cipher_suite: Some("TLS_AES_256_GCM_SHA384".into()),
            client_provided_host_header: origin.host.as_deref().map(Into::into),
        });
        event.request_parameters = Some(Document::new(&parameters));
        let decisions: Document<{ 16 * 1024 }> = Document::new(&[decided]);
        event.additional_event_data =
            Some(Document::new(&BTreeMap::from([("lodge", BTreeMap::from([("decisions", decisions)]))])));
        event.resources.push(Resource {
            arn: Some(KEY_ARN.into()),
            account_id: Some(asked.owner),
            resource_type: Some("AWS::KMS::Key".into()),
        });
        event.to_json()
    };
    let mut group = criterion.benchmark_group("decide and record");
    for (name, keeps_evidence) in [("without evidence", false), ("with evidence", true)] {
        println!("a record {name} has {} bytes", build(question(), keeps_evidence)?.get().len());
        group.bench_function(name, |bencher| {
            bencher.iter_batched(
                &question,
                |question| build(question, keeps_evidence),
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
    Ok(())
}

/// From the decoded document to the answer's, with the record in the log: one call at a time, and 64 at once.
fn call(
    criterion: &mut Criterion,
    name: &str,
    runtime: &Runtime,
    world: &Arc<World>,
    caller: &Arc<Caller>,
) -> Result<()> {
    let endpoints: Arc<[Box<dyn Endpoint>]> = world.endpoints().into();
    let origin = World::origin()?;
    let document = json::decode(BODY.as_bytes(), Encrypt::SCHEMA.input)?;
    let one = {
        let (world, caller) = (Arc::clone(world), Arc::clone(caller));
        move || {
            let (world, endpoints) = (Arc::clone(&world), Arc::clone(&endpoints));
            let (caller, origin, document) = (Arc::clone(&caller), origin.clone(), document.clone());
            async move {
                let encrypt = endpoint(&endpoints, Encrypt::SCHEMA.name)?;
                let answer = encrypt.call(&world.gate, Incoming { caller, origin, document }).await;
                answer.map(drop).map_err(|fault| anyhow!("Encrypt: {}", fault.message))
            }
        }
    };
    runtime.block_on(one()).context("the call that is to be measured fails")?;
    let mut group = criterion.benchmark_group(name);
    for at_once in [1_u64, 64] {
        group.throughput(Throughput::Elements(at_once));
        group.bench_function(format!("{at_once}_at_once"), |bencher| {
            bencher.iter(|| {
                runtime.block_on(async {
                    let running: Vec<_> = (0..at_once).map(|_| tokio::spawn(one())).collect();
                    for call in running {
                        let _ = black_box(call.await);
                    }
                });
            });
        });
    }
    group.finish();
    Ok(())
}
