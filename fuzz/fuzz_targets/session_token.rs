#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz::targets::session_token::run(input));
