use std::process::Command;

use super::*;

/// A verifier that was written from the format's description and shares no code with this crate.
fn python(folder: &Path) -> (bool, String) {
    let output = Command::new("python3")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/verify_audit_log.py"))
        .arg(folder)
        .arg(hex::encode(public_key().as_bytes()))
        .output()
        .expect("this test needs python3");
    let told = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(told).unwrap())
}

#[test]
fn a_verifier_written_from_the_readme_agrees() {
    let log = three_segments();
    assert_eq!(python(log.path()), (true, "6 records, sound\n".into()));

    let edited = copy(log.path());
    let path = edited.path().join("000000000002.jsonl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("Encrypt", "Decrypt", 1)).unwrap();
    let (sound, told) = python(edited.path());
    assert!(!sound && told.contains("000000000002.jsonl, line 4"), "{told}");

    let cut = copy(log.path());
    let path = cut.path().join("000000000003.jsonl");
    let text = fs::read_to_string(&path).unwrap();
    let kept: String = text.split_inclusive('\n').take(4).collect();
    fs::write(&path, kept).unwrap();
    let (sound, told) = python(cut.path());
    assert!(!sound && told.contains("cut?"), "{told}");

    let forged = copy(log.path());
    let path = forged.path().join("head.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("\"head\":6", "\"head\":4", 1)).unwrap();
    let (sound, told) = python(forged.path());
    assert!(!sound && told.contains("wrong signature"), "{told}");
}
