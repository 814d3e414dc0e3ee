#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz::targets::sigv4_parse::run(input));
