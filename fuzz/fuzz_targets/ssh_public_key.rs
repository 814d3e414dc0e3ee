#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz::targets::ssh_public_key::run(input));
