use std::collections::HashSet;

use super::*;
use crate::Counting;

#[test]
fn names_are_unique_and_rows_name_quotas() {
    let names: HashSet<_> = QUOTAS.iter().map(|quota| quota.name).collect();
    assert_eq!(names.len(), QUOTAS.len());
    let operations: HashSet<_> = OPERATIONS.iter().map(|row| row.operation).collect();
    assert_eq!(operations.len(), OPERATIONS.len());
    for row in OPERATIONS {
        for (_, quota) in row.by_spec {
            assert!(names.contains(quota), "{quota}");
        }
        assert!(row.by_spec.last().is_none_or(|(spec, _)| spec.is_empty()), "{}", row.operation);
    }
}

#[test]
fn every_operation_has_a_quota_and_every_quota_operations() {
    let mut used: HashSet<QuotaId> = HashSet::from([QuotaId::OTHER]);
    for service in aws_model::SERVICES {
        for operation in service.operations {
            let counting = Counting::of(service.id, operation.name);
            let row =
                OPERATIONS.iter().find(|row| row.operation == format!("{}:{}", service.id, operation.name));
            let quotas: Vec<QuotaId> = match row {
                Some(row) if !row.by_spec.is_empty() => {
                    row.by_spec.iter().map(|(spec, _)| counting.quota(Some(spec))).collect()
                }
                _ => vec![counting.fixed().unwrap()],
            };
            for quota in quotas {
                assert_ne!(
                    quota,
                    QuotaId::OTHER,
                    "{operation:?} has no quota: add it to crates/quotas/src/table.rs"
                );
                used.insert(quota);
            }
        }
    }
    for quota in QUOTAS {
        assert!(used.contains(&QuotaId::named(quota.name).unwrap()), "{} is nobody's", quota.name);
    }
}

#[test]
fn an_unknown_operation_is_not_free() {
    assert_eq!(Counting::of("s3", "GetObject").fixed(), Some(QuotaId::OTHER));
}

#[test]
fn cryptographic_operations_count_by_the_kind_of_key() {
    let name = |operation: &str, spec| Counting::of("kms", operation).quota(spec).quota().name;
    assert_eq!(name("Sign", Some("RSA_4096")), "kms:Rsa");
    assert_eq!(name("Sign", Some("ECC_NIST_EDWARDS25519")), "kms:Ecc");
    assert_eq!(name("Verify", Some("ML_DSA_44")), "kms:MlDsa");
    assert_eq!(name("Decapsulate", Some("ML_KEM_768")), "kms:MlKem");
    assert_eq!(name("GenerateMac", Some("HMAC_256")), "kms:Symmetric");
    assert_eq!(name("Encrypt", Some("SYMMETRIC_DEFAULT")), "kms:Symmetric");
    assert_eq!(name("Encrypt", None), "kms:Symmetric");
    assert_eq!(name("GenerateDataKeyPair", Some("RSA_4096")), "kms:DataKeyPair-RSA_4096");
    assert_eq!(name("CreateKey", Some("RSA_4096")), "kms:CreateKey");
    assert_eq!(Counting::of("iam", "CreateUser").fixed().unwrap().quota().name, "iam");
}

#[test]
fn what_takes_long_is_known() {
    let weight = |operation: &str, spec| Counting::of("kms", operation).weight(spec);
    assert_eq!(weight("Sign", Some("RSA_2048")), Weight::Heavy);
    assert_eq!(weight("ImportKeyMaterial", Some("SYMMETRIC_DEFAULT")), Weight::Heavy);
    assert_eq!(weight("CreateKey", Some("RSA_4096")), Weight::Slow);
    assert_eq!(weight("GenerateDataKeyPair", Some("RSA_4096")), Weight::Slow);
    assert_eq!(weight("GetParametersForImport", Some("RSA_4096")), Weight::Slow);
    assert_eq!(weight("CreateKey", Some("SYMMETRIC_DEFAULT")), Weight::Light);
    assert_eq!(weight("Verify", Some("RSA_2048")), Weight::Light);
    assert_eq!(weight("Encrypt", None), Weight::Light);
}
