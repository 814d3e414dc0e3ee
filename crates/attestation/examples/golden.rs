//! Makes the answers in `tests/golden/v1.json` anew, for `recompute.py` to open.
//!
//!     cargo run -p attestation --example golden

use std::error::Error;
use std::path::Path;
use std::{fs, process};

use attestation::Recipient;
use secret::SecretArray;
use serde_json::{Value, json};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    if let Err(error) = rewrite(&folder) {
        eprintln!("{}: {error}", folder.display());
        process::exit(1);
    }
}

fn rewrite(folder: &Path) -> Result<(), Box<dyn Error>> {
    let file = folder.join("golden/v1.json");
    let mut vectors: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
    let recipient = Recipient::from_spki_der(&fs::read(folder.join("enveloped_data/public-key.der"))?)?;
    let answers = [1, 16, 1024, 2400].map(|length| answer(&recipient, length));
    let answers = answers.into_iter().collect::<Result<_, _>>()?;
    vectors.as_object_mut().ok_or("not an object")?.insert("answers".to_owned(), answers);
    Ok(fs::write(file, format!("{vectors:#}\n"))?)
}

fn answer(recipient: &Recipient, length: usize) -> Result<Value, Box<dyn Error>> {
    let plaintext: Vec<u8> = (0..=255).cycle().take(length).collect();
    let answer = recipient.encrypt(&plaintext, &SecretArray::new([0x5a; 32]), [0xa5; 16])?;
    Ok(json!({ "plaintext": hex::encode(&plaintext), "answer": hex::encode(answer) }))
}
