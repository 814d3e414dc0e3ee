//! From AWS's names to Rust's.

/// `AWSAccountId` -> `aws_account_id`, `KeyId` -> `key_id`.
pub fn snake(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut snake = String::with_capacity(name.len() + 4);
    for (at, &letter) in letters.iter().enumerate() {
        if !letter.is_ascii_alphanumeric() {
            snake.push('_');
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        let after = letters.get(at + 1);
        let starts_word = letter.is_ascii_uppercase()
            && before.is_some_and(|before| {
                before.is_ascii_lowercase()
                    || before.is_ascii_digit()
                    || before.is_ascii_uppercase() && after.is_some_and(char::is_ascii_lowercase)
            });
        if starts_word {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// The name of a structure's field: `Type` -> `r#type`.
pub fn field(name: &str) -> String {
    const KEYWORDS: [&str; 12] =
        ["as", "enum", "fn", "for", "impl", "in", "match", "mod", "ref", "type", "use", "where"];
    let snake = snake(name);
    if KEYWORDS.contains(&snake.as_str()) { format!("r#{snake}") } else { snake }
}

/// The name of a static: `AWSAccountId` -> `AWS_ACCOUNT_ID`.
pub fn constant(name: &str) -> String {
    snake(name).to_ascii_uppercase()
}

/// The name of a type: `statusType` -> `StatusType`.
pub fn type_name(name: &str) -> String {
    capitalized(name)
}

/// The name of an enum's variant: `RSA_2048` -> `Rsa2048`, `aws-managed` -> `AwsManaged`, `EventId` stays.
pub fn variant(value: &str) -> String {
    let words = value.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words
        .map(|word| {
            let shouted = word.chars().all(|letter| !letter.is_ascii_lowercase());
            if shouted { capitalized(&word.to_ascii_lowercase()) } else { capitalized(word) }
        })
        .collect();
    match name.as_str() {
        "Self" => "SelfValue".to_owned(),
        _ if name.starts_with(|letter: char| letter.is_ascii_digit()) => format!("V{name}"),
        _ => name,
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_constants() {
        for (aws, rust) in [
            ("KeyId", "key_id"),
            ("AWSAccountId", "aws_account_id"),
            ("SSHPublicKeyId", "ssh_public_key_id"),
            ("IsMFARequired", "is_mfa_required"),
            ("Type", "r#type"),
            ("XksProxyVpcEndpointServiceOwner", "xks_proxy_vpc_endpoint_service_owner"),
        ] {
            assert_eq!(field(aws), rust);
        }
        assert_eq!(constant("KMSInternalException"), "KMS_INTERNAL_EXCEPTION");
        assert_eq!(type_name("statusType"), "StatusType");
    }

    #[test]
    fn variants() {
        for (aws, rust) in [
            ("RSA_2048", "Rsa2048"),
            ("SYMMETRIC_DEFAULT", "SymmetricDefault"),
            ("ECC_NIST_P256", "EccNistP256"),
            ("aws-managed", "AwsManaged"),
            ("text/csv", "TextCsv"),
            ("PendingDeletion", "PendingDeletion"),
            ("2012-10-17", "V20121017"),
            ("SELF", "SelfValue"),
        ] {
            assert_eq!(variant(aws), rust);
        }
    }
}
